#!/bin/sh
# csv-parse: with `escape: '\\'` a backslash is deleted in front of any character.
# Expected: the option "only applies to quote and escape characters inside quoted fields" (its documentation), so paths and
# patterns keep their backslashes.
# Really: in a quoted field each backslash goes, whatever stands behind it; outside of quotes it stays.
# Version: 7.0.3. Source: https://csv.js.org/parse/options/escape/; no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund csv-parse@7.0.3 >&2 || exit 2
cat > try.mjs <<'EOF'
import { parse } from 'csv-parse/sync';
const rows = parse(String.raw`"say \"no\"","C:\news\port","a\\b",C:\news\port`, { escape: '\\' });
console.log(rows[0].join('\n'));
EOF
seen=$(node try.mjs)
want='say "no"
C:newsport
a\b
C:\news\port'
echo "Node $(node -p process.versions.node), csv-parse@7.0.3"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
