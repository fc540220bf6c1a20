#!/bin/sh
# epub2: a book of EPUB 3 has no table of contents.
# Expected: "toc" holds the entries of the navigation document, which every EPUB 3 has to have (EPUB 3.3, 7.4.2); the NCX
# is of EPUB 2, and need not be there.
# Really: only an NCX is read; without one "toc" is empty, and nothing is said.
# Version: 3.0.2. Source: EPUB 3.3; no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund epub2@3.0.2 jszip@3.10.1 >&2 || exit 2
cat > try.mjs <<'EOF'
import { writeFileSync } from 'node:fs';
import JSZip from 'jszip';
import epub2 from 'epub2';
const page = (body) => `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Invented</title></head><body>${body}</body></html>`;
const zip = new JSZip();
zip.file('mimetype', 'application/epub+zip', { compression: 'STORE' });
zip.file('META-INF/container.xml', '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>');
zip.file('book.opf', '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:invented</dc:identifier><dc:title>Invented</dc:title><dc:language>en</dc:language><meta property="dcterms:modified">2021-05-12T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>');
zip.file('nav.xhtml', page('<nav epub:type="toc"><ol><li><a href="a.xhtml">The ferry</a></li></ol></nav>'));
zip.file('a.xhtml', page('<p>The ferry stopped.</p>'));
writeFileSync('invented.epub', await zip.generateAsync({ type: 'nodebuffer' }));
const EPub = epub2.EPub ?? epub2.default ?? epub2;
const book = await EPub.createAsync('invented.epub');
console.log(`spine ${book.flow.length}, contents ${book.toc.length}`);
EOF
seen=$(node try.mjs)
want='spine 1, contents 0'
echo "Node $(node -p process.versions.node), epub2@3.0.2"
printf '%s\n' "$seen"
[ "$seen" = "$want" ]
