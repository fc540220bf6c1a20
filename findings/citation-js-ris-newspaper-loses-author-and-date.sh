#!/bin/sh
# citation-js: a newspaper article written as RIS has no author, no day and no month.
# Expected: TY - NEWS with AU for each author and DA for the date, as for a journal article.
# Really: neither tag is written; of the date only the year stays. No warning.
# Version: 0.8.2. Source: the README of the plugin names no such limit; no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 >&2 || exit 2
cat > try.mjs <<'EOF'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
const article = {
  type: 'article-newspaper',
  title: 'The lamps of the square',
  'container-title': 'The Invented Post',
  author: [{ family: 'Sample', given: 'Ada' }],
  issued: { 'date-parts': [[2001, 3, 4]] },
  page: '3',
  URL: 'http://invented.example/',
};
const ris = new Cite(article).format('ris');
for (const tag of ['AU', 'DA', 'UR', 'TI', 'SP', 'PY'])
  console.log(`${tag}  - ${ris.includes(`\n${tag}  - `) ? 'kept' : 'missing'}`);
EOF
seen=$(node try.mjs)
want='AU  - missing
DA  - missing
UR  - kept
TI  - kept
SP  - kept
PY  - kept'
echo "Node $(node -p process.versions.node), @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
