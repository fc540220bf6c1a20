#!/bin/sh
# citation-js: "and others" at the end of a BibTeX name list becomes an author called others.
# Expected: the reserved words of BibTeX end the list (et al.); no person by that name.
# Really: a second author with the family name "others", which every citation style then prints.
# Version: 0.8.2. Source: the TeX FAQ on lists of names in BibTeX; no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 >&2 || exit 2
cat > try.mjs <<'EOF'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
const text = '@article{a, title={T}, author={Sample, Ada and others}, journal={J}, year=2001}';
console.log(JSON.stringify(new Cite(text).data[0].author));
EOF
seen=$(node try.mjs)
want='[{"given":"Ada","family":"Sample"},{"family":"others"}]'
echo "Node $(node -p process.versions.node), @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
