#!/bin/sh
# Readability: an element that is alone in another comes out under the name of the other.
# Expected: of two elements, one inside the other, that become one, the one that stays keeps its own class and id.
# Really: all attributes of the outer element are written over those of the inner one, also with keepClasses: whoever
# marks elements in order to find them again in the article finds the wrong one.
# Version: 0.6.0, with jsdom 26.1.0. Source: Readability's _simplifyNestedElements.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@26.1.0 >&2 || exit 2
cat > try.mjs <<'EOT'
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
const text = 'The keeper went home, the lamp is off, and nobody tends the light. '.repeat(6);
const page = `<body><article><p>${text}</p><section id="outer"><section id="inner"><p>${text}</p><p>${text}</p></section></section></article></body>`;
const { document } = new JSDOM(page).window;
const { content } = new Readability(document, { keepClasses: true }).parse();
console.log(`ids: ${[...content.matchAll(/<section[^>]*id="(\w+)"/g)].map(([, id]) => id).join(', ')}`);
EOT
seen=$(node try.mjs)
want='ids: outer'
echo "Node $(node -p process.versions.node), @mozilla/readability@0.6.0 jsdom@26.1.0"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
