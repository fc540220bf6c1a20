#!/bin/sh
# html-to-text: terms, definitions and captions are joined into one word.
# Expected: dt, dd, figcaption and address are blocks in every browser, so each has its own line.
# Really: tags without a formatter of their own are inline, so the words run together.
# Version: 10.0.1. Source: README, list of predefined formatters and of the tags they serve.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund html-to-text@10.0.1 >&2 || exit 2
cat > try.mjs <<'EOF'
import { convert } from 'html-to-text';
const show = (html) => console.log(JSON.stringify(convert(html, { wordwrap: false })));
show('<dl><dt>Tide</dt><dd>at noon</dd><dt>Wind</dt><dd>none</dd></dl>');
show('<figure><img alt="Lamps" src="a.jpg"><figcaption>The square</figcaption></figure>Next');
EOF
seen=$(node try.mjs)
want='"Tideat noonWindnone"
"Lamps [a.jpg]The squareNext"'
echo "Node $(node -p process.versions.node), html-to-text@10.0.1"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
