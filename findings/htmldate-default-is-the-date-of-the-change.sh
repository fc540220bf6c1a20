#!/bin/sh
# htmldate: find_date without options gives the day of the last change of a page, not of its publication.
# Expected: "extracts the publication date" - the day in article:published_time.
# Really: original_date is off, and then article:modified_time wins over it; a corrected article moves by years.
# Version: 1.11.0. Source: htmldate's documentation of original_date ("False" looks for the most recent date).
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
python3 -m venv env && env/bin/pip install --quiet --disable-pip-version-check htmldate==1.11.0 >&2 || exit 2
cat > try.py <<'EOP'
from htmldate import find_date
page = '''<html><head><meta property="article:published_time" content="2010-01-02T10:00:00Z">
<meta property="article:modified_time" content="2021-05-06T10:00:00Z"></head><body><p>Text</p></body></html>'''
print('as it comes:', find_date(page))
print('original_date:', find_date(page, original_date=True))
EOP
seen=$(env/bin/python try.py)
want='as it comes: 2021-05-06
original_date: 2010-01-02'
echo "Python $(python3 -c "import platform; print(platform.python_version())"), htmldate==1.11.0"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
