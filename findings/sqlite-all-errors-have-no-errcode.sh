#!/bin/sh
# @photostructure/sqlite: all() and iterate() throw errors without a result code.
# Expected: on a damaged database every way of reading or writing throws an error
# with errcode 11 (SQLITE_CORRUPT).
# Really: get(), run() and exec() do; errors of all() and iterate() carry only
# code and message, so a check for damage by errcode never fires for them.
# Version: 1.2.1. Source: observed; README and types do not name errcode, no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund @photostructure/sqlite@1.2.1 >&2 || exit 2
cat > try.mjs <<'EOF'
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
const page = 4096;
const made = new DatabaseSync('invented.sqlite');
made.exec('CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT)');
const add = made.prepare('INSERT INTO article(body) VALUES (?)');
for (let i = 0; i < 2000; i++) add.run(`invented story ${i} `.repeat(6));
made.close();
const bytes = readFileSync('invented.sqlite');
bytes.fill(0xff, 3 * page, 20 * page);
writeFileSync('invented.sqlite', bytes);

const db = new DatabaseSync('invented.sqlite');
const read = db.prepare('SELECT body FROM article');
const count = 'SELECT sum(length(body)) FROM article';
const change = "UPDATE article SET body = body || '.'";
const ways = {
  get: () => db.prepare(count).get(),
  run: () => db.prepare(change).run(),
  exec: () => db.exec(change),
  all: () => read.all(),
  iterate: () => [...read.iterate()],
};
for (const [name, way] of Object.entries(ways)) {
  try {
    way();
    console.log(name, 'no error');
  } catch (error) {
    console.log(name, error.errcode);
  }
}
EOF
seen=$(node try.mjs)
want='get 11
run 11
exec 11
all undefined
iterate undefined'
echo "Node $(node -p process.versions.node), @photostructure/sqlite@1.2.1"
printf '%s\n' "$seen"
[ "$seen" = "$want" ]
