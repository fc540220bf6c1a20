#!/bin/sh
# mammoth: extractRawText joins the words on both sides of a line break, and leaves out what a simple field shows.
# Expected: "By Mina Okoro", "Harbour Desk" and "12 May 2021" are words apart, as Word shows them: w:br is a line break, and
# the runs in w:fldSimple are the result of a field (ECMA-376, 17.3.3.1 and 17.16.19).
# Really: "By Mina OkoroHarbour Desk", and the date is gone; from convertToHtml it is gone as well, with a message.
# Version: 1.13.0. Source: ECMA-376; no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund mammoth@1.13.0 jszip@3.10.1 >&2 || exit 2
cat > try.mjs <<'EOF'
import JSZip from 'jszip';
import mammoth from 'mammoth';
const zip = new JSZip();
zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');
zip.file('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>');
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
zip.file('word/document.xml', `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${run('By Mina Okoro')}<w:r><w:br/></w:r>${run('Harbour Desk, ')}<w:fldSimple w:instr=" DATE ">${run('12 May 2021')}</w:fldSimple></w:p></w:body></w:document>`);
const buffer = await zip.generateAsync({ type: 'nodebuffer' });
console.log((await mammoth.extractRawText({ buffer })).value.trim());
console.log((await mammoth.convertToHtml({ buffer })).value);
EOF
seen=$(node try.mjs)
want='By Mina OkoroHarbour Desk,
<p>By Mina Okoro<br />Harbour Desk, </p>'
echo "Node $(node -p process.versions.node), mammoth@1.13.0"
printf '%s\n' "$seen"
[ "$seen" = "$want" ]
