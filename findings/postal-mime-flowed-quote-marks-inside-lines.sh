#!/bin/sh
# postal-mime: joining format=flowed lines leaves the quote marks of the later lines inside the text.
# Expected: "> The harbour was closed." as RFC 3676 (4.5) has it: take the quote marks off each line,
# then join the lines of equal depth.
# Really: lines are joined with their marks, so "> " stands in the middle of sentences.
# Version: 4.0.0. Source: RFC 3676; no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund postal-mime@4.0.0 >&2 || exit 2
cat > try.mjs <<'EOF'
import PostalMime from 'postal-mime';
const mail = [
  'From: desk@invented.example',
  'Content-Type: text/plain; format=flowed',
  '',
  '> The harbour ',
  '> was closed.',
  '>> Since ',
  '>> when?',
  '',
].join('\r\n');
console.log(JSON.stringify((await PostalMime.parse(mail)).text.trim()));
EOF
seen=$(node try.mjs)
want='"> The harbour > was closed.\n>> Since >> when?"'
echo "Node $(node -p process.versions.node), postal-mime@4.0.0"
printf '%s\n' "$seen"
[ "$seen" = "$want" ]
