#!/bin/sh
# citation-js: Arabic text is deleted from biblatex output.
# Expected: biblatex (with biber) reads UTF-8, so Arabic letters stay as they are.
# Really: every letter is deleted while the fields stay, an entry of commas and spaces.
# Version: 0.8.2. Source: citation-js/citation-js issue 177 (open; Cyrillic in BibTeX).
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 >&2 || exit 2
cat > try.mjs <<'EOF'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
const bib = new Cite({
  id: 'a',
  type: 'article-newspaper',
  title: 'صحيفة البلد',
  'container-title': 'جريدة',
  author: [{ family: 'كاتب', given: 'منى' }],
  issued: { 'date-parts': [[2001, 3, 4]] },
}).format('biblatex');
for (const field of ['author', 'journaltitle', 'title'])
  console.log(`${field}: ${JSON.stringify(new RegExp(`\\b${field} = \\{(.*)\\}`).exec(bib)[1])}`);
EOF
seen=$(node try.mjs)
want='author: ", "
journaltitle: ""
title: " "'
echo "Node $(node -p process.versions.node), @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
