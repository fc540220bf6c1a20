#!/bin/sh
# html2text (Python): the Markdown that it writes has links that no parser of Markdown reads as links.
# Expected: lines are wrapped between words; an address is one word, and what is written can be read again.
# Really: wrap_links is on, and addresses are broken at their hyphens, where CommonMark allows no line break: [text](address) stays text.
# Version: 2025.4.15, mistletoe 1.5.1. Source: html2text's own docs (--no-wrap-links); CommonMark 0.31, links: no spaces or line breaks.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
python3 -m venv env && env/bin/pip install --quiet --disable-pip-version-check html2text==2025.4.15 mistletoe==1.5.1 >&2 || exit 2
cat > try.py <<'EOP'
from html2text import html2text
from mistletoe import markdown
address = 'https://harbour.example/2019/10/12/the-harbour-authority-will-keep-two-tugs-in-the-northern-basin'
page = f'<p>See <a href="{address}">the report</a> of it.</p>'
for line in html2text(page).strip().split('\n'):
    print('written:', line)
print('a link again:', '<a ' in markdown(html2text(page)))
EOP
seen=$(env/bin/python try.py)
want='written: See [the report](https://harbour.example/2019/10/12/the-harbour-authority-
written: will-keep-two-tugs-in-the-northern-basin) of it.
a link again: False'
echo "Python $(python3 -c "import platform; print(platform.python_version())"), html2text==2025.4.15 mistletoe==1.5.1"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
