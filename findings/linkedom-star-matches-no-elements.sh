#!/bin/sh
# linkedom: getElementsByTagName('*') of an element answers nothing.
# Expected: '*' stands for every element inside, as it does for the document (DOM standard, 4.9).
# Really: an element compares the names of elements with the star; only the document knows what it means.
# Version: 0.18.15. Source: linkedom's esm/mixin/parent-node.js; DOM standard, getElementsByTagName.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund linkedom@0.18.15 >&2 || exit 2
cat > try.mjs <<'EOT'
import { parseHTML } from 'linkedom';
const { document } = parseHTML('<html><body><main><p>One</p><p>Two</p></main></body></html>');
const main = document.querySelector('main');
console.log(`getElementsByTagName: ${main.getElementsByTagName('*').length}`);
console.log(`querySelectorAll: ${main.querySelectorAll('*').length}`);
EOT
seen=$(node try.mjs)
want='getElementsByTagName: 0
querySelectorAll: 2'
echo "Node $(node -p process.versions.node), linkedom@0.18.15"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
