#!/bin/sh
# csv-parse: read as a stream, the good rows before a broken one are lost, as many as fit into its buffer.
# Expected: rows come until the one that fails, then the error.
# Really: the error destroys the stream with what is in its buffer (16 rows), so that of a short file no row comes at all.
# The same rows come through `on_record`.
# Version: 7.0.3. Source: Node's documentation of `readable.destroy`; csv-parse's examples read the stream with `for await`.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund csv-parse@7.0.3 >&2 || exit 2
cat > try.mjs <<'EOF'
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
const text = 'Harbour,a\nFerry,b\n"Storm,c\nTide,d\n';
const streamed = [];
const told = [];
try {
  for await (const [name] of Readable.from([text]).pipe(parse())) streamed.push(name);
} catch (error) {
  console.log(error.code);
}
await new Promise((resolve) => {
  const parser = parse({ on_record: ([name]) => void told.push(name) });
  parser.on('error', resolve).end(text);
});
console.log(`for await: ${JSON.stringify(streamed)}`);
console.log(`on_record: ${JSON.stringify(told)}`);
EOF
seen=$(node try.mjs)
want='CSV_QUOTE_NOT_CLOSED
for await: []
on_record: ["Harbour","Ferry"]'
echo "Node $(node -p process.versions.node), csv-parse@7.0.3"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
