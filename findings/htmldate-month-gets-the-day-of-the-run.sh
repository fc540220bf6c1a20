#!/bin/sh
# htmldate: a month without a day is given the day on which the program happens to run.
# Expected: the first of the month, or no date; in any case the same answer every day.
# Really: <time datetime="2001-03"> is dated 2001-03-30 when it is read on a 30th.
# Version: 1.11.0. Source: dateutil issues 325 and 834 (its parser fills up with parts of today).
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
python3 -m venv env && env/bin/pip install --quiet --disable-pip-version-check htmldate==1.11.0 >&2 || exit 2
cat > try.py <<'EOF'
from datetime import date
from htmldate import find_date
page = '<html><body><article><time datetime="2001-03">in spring</time></article></body></html>'
found = find_date(page, original_date=True)
today = f"2001-03-{date.today().day:02d}"
print("a page of 2001-03 is dated", "2001-03 and the day of the run" if found == today else found)
EOF
seen=$(env/bin/python try.py)
want='a page of 2001-03 is dated 2001-03 and the day of the run'
echo "Python $(python3 -c "import platform; print(platform.python_version())"), htmldate==1.11.0"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
