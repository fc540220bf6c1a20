#!/bin/sh
# date-fns: a month name that a locale wrote is read back as another month.
# Expected: parse(format(date)) with one locale and one pattern is the date, or Invalid Date.
# Really: in four locales some full month names come back as a different month without any error:
# a pattern for an earlier month also fits the beginning of a later one.
# Version: 4.4.0. Source: date-fns pull request 4056 and issue 1571 report names that become
# Invalid Date; the silent exchange is our observation.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund date-fns@4.4.0 >&2 || exit 2
cat > try.mjs <<'EOF'
import { format, parse } from 'date-fns';
import * as locales from 'date-fns/locale';
const english = (date) => format(date, 'MMMM');
const pattern = 'd MMMM yyyy';
for (const [code, locale] of Object.entries(locales)) {
  const wrong = [];
  for (let month = 0; month < 12; month++) {
    const date = new Date(2001, month, 13);
    const back = parse(format(date, pattern, { locale }), pattern, new Date(0), { locale });
    if (!isNaN(back) && +back !== +date) wrong.push(`${english(date)} > ${english(back)}`);
  }
  if (wrong.length > 0) console.log(`${code}: ${wrong.join(', ')}`);
}
EOF
seen=$(node try.mjs)
want='ckb: January > December, September > December, October > December, November > December
fy: May > March
hy: June > January, July > January
kk: June > May, September > January, October > January, November > January'
echo "Node $(node -p process.versions.node), date-fns@4.4.0"
printf '%s\n' "$seen"
[ "$seen" = "$want" ]
