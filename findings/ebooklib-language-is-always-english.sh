#!/bin/sh
# EbookLib: the language of every book that is read is English.
# Expected: book.language is the dc:language of the package, as book.title is its dc:title.
# Really: it keeps the default "en" of a new book; only get_metadata knows the language.
# Version: 0.20. Source: no documentation of it and no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
python3 -m venv env && env/bin/pip install --quiet --disable-pip-version-check EbookLib==0.20 >&2 || exit 2
cat > try.py <<'EOF'
import warnings
from zipfile import ZipFile
warnings.simplefilter("ignore")
from ebooklib import epub

opf = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:invented:1</dc:identifier>
<dc:title>Invented</dc:title><dc:language>ar</dc:language>
<meta property="dcterms:modified">2001-03-04T10:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="nav"/></spine></package>"""
nav = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Invented</title></head><body><nav epub:type="toc"><ol><li><a href="nav.xhtml">One</a></li></ol></nav>
</body></html>"""
container = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
with ZipFile("invented.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", container)
    book.writestr("p.opf", opf)
    book.writestr("nav.xhtml", nav)
book = epub.read_epub("invented.epub")
print(f"language: {book.language}, dc:language: {book.get_metadata('DC', 'language')[0][0]}")
EOF
seen=$(env/bin/python try.py)
want='language: en, dc:language: ar'
echo "Python $(python3 -c "import platform; print(platform.python_version())"), EbookLib==0.20"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
