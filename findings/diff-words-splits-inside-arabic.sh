#!/bin/sh
# diff: diffWords compares Arabic letter by letter.
# Expected: words are tokens in every script, as the name says: one word out, one word in.
# Really: letters outside of an extended Latin range are tokens of their own, so a changed word
# is shown as scattered letters, which also breaks the joining of the script.
# Version: 9.0.0. Source: README of the package, option intlSegmenter (off unless given).
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund diff@9.0.0 >&2 || exit 2
cat > try.mjs <<'EOF'
import { diffWords } from 'diff';
const show = (a, b) =>
  diffWords(a, b)
    .map((part) => (part.added ? '+' : part.removed ? '-' : '=') + part.value)
    .join('|');
console.log('English:', show('the reporter wrote', 'the editor wrote'));
console.log('Arabic:', show('كتب الصحفي مقالا', 'كتب المحرر مقالا'));
EOF
seen=$(node try.mjs)
want='English: =the |-reporter|+editor|= wrote
Arabic: =كتب ال|-ص|+م|=ح|-في|+رر|= مقالا'
echo "Node $(node -p process.versions.node), diff@9.0.0"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
