#!/bin/sh
# postal-mime on Node 20: quotation marks, dashes and the euro sign of a mail in windows-1252 become control characters.
# Expected: 0x93 and 0x94 are U+201C and U+201D, as the same library gives them in browsers.
# Really: its TextDecoder is Node's, which decodes windows-1252 and ISO 8859-1 as true Latin-1: U+0093, U+0094, U+0080. Nothing
# shows and nothing is found.
# Version: postal-mime 4.0.0 with Node 20.20.2 (from 20.18.3 on). Source: nodejs/node issue 60888.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund postal-mime@4.0.0 node@20.20.2 >&2 || exit 2
cat > try.mjs <<'EOF'
import PostalMime from 'postal-mime';
const head = 'From: a@courier.example\r\nSubject: Prices\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\n';
const body = Buffer.from([0x93, 0x31, 0x20, 0x80, 0x94]);
const { text } = await PostalMime.parse(Buffer.concat([Buffer.from(head), body]));
console.log([...text.trim()].map((sign) => sign.codePointAt(0).toString(16)).join(' '));
EOF
seen=$(node_modules/.bin/node try.mjs)
want='93 31 20 80 94'
echo "Node $(node_modules/.bin/node -p process.versions.node), postal-mime@4.0.0"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
