#!/bin/sh
# linkedom: a valid page that leaves out its optional tags has an empty body and no title.
# Expected: HTML lets <html>, <head> and <body> be left out; every document has them all the same.
# Really: document.body is a made-up empty element and the text stands outside of it.
# Version: 0.18.15. Source: WebReflection/linkedom issue 106 (open); HTML standard, optional tags.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund linkedom@0.18.15 parse5@8.1.1 >&2 || exit 2
cat > try.mjs <<'EOF'
import { parseHTML } from 'linkedom';
import { parse } from 'parse5';
const page = '<!doctype html><title>Post</title><p>Text';
const { document } = parseHTML(page);
console.log(`linkedom: ${JSON.stringify(document.body.textContent)} (title "${document.title}")`);
const body = parse(page).childNodes[1].childNodes[1];
const [p] = body.childNodes;
console.log(`parse5: ${body.nodeName} > ${p.nodeName} > "${p.childNodes[0].value}"`);
EOF
seen=$(node try.mjs)
want='linkedom: "" (title "")
parse5: body > p > "Text"'
echo "Node $(node -p process.versions.node), linkedom@0.18.15 parse5@8.1.1"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
