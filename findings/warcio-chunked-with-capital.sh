#!/bin/sh
# warcio: a body sent as "Transfer-Encoding: Chunked" keeps its chunk sizes.
# Expected: names of transfer codings are case-insensitive (RFC 9112, section 7), so both are decoded.
# Really: only the lower-case word is; otherwise sizes and line ends stand in the page text.
# Version: 2.4.11 (the Python warcio 1.8.1 does the same). Source: RFC 9112; no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund warcio@2.4.11 >&2 || exit 2
cat > try.mjs <<'EOF'
import { createReadStream, writeFileSync } from 'node:fs';
import { WARCParser } from 'warcio';
for (const coding of ['chunked', 'Chunked']) {
  const http = `HTTP/1.1 200 OK\r\nTransfer-Encoding: ${coding}\r\n\r\n5\r\nhello\r\n0\r\n\r\n`;
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>',
    'WARC-Date: 2001-03-04T10:00:00Z',
    'WARC-Target-URI: http://invented.example/',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length}`,
  ].join('\r\n');
  writeFileSync('invented.warc', `${head}\r\n\r\n${http}\r\n\r\n`);
  for await (const record of new WARCParser(createReadStream('invented.warc')))
    console.log(`${coding}: ${JSON.stringify(await record.contentText())}`);
}
EOF
seen=$(node try.mjs)
want='chunked: "hello"
Chunked: "5\r\nhello\r\n0\r\n\r\n"'
echo "Node $(node -p process.versions.node), warcio@2.4.11"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
