#!/bin/sh
# @photostructure/sqlite: a closed connection goes on while a statement of it lives.
# Expected: close() ends the connection as node:sqlite does, whose api the package
# has: statements are finalised, and what another connection does is not locked out.
# Really: the statement keeps the connection open until it is collected as garbage.
# A file that was only looked into can't leave write-ahead mode meanwhile
# ("database is locked", though nobody holds it open), and there is no call that
# finalises a statement.
# Version: 1.2.1. Source: observed beside node:sqlite of Node 24.21.0; README says
# nothing of statements at close.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund @photostructure/sqlite@1.2.1 node@24.21.0 >&2 || exit 2
cat > try.mjs <<'EOF'
const { DatabaseSync } = await import(process.argv[2]);
for (const looks of ['opened', 'prepared', 'read']) {
  const file = `${looks}.sqlite`;
  const made = new DatabaseSync(file);
  made.exec('PRAGMA journal_mode = WAL; CREATE TABLE story (text)');
  made.close();

  const reader = new DatabaseSync(file, { readOnly: true });
  const statement = looks === 'opened' ? null : reader.prepare('SELECT * FROM story');
  if (looks === 'read') statement.all();
  reader.close();

  const writer = new DatabaseSync(file);
  try {
    writer.exec('PRAGMA journal_mode = DELETE');
    console.log(`${looks} and closed: free`);
  } catch (error) {
    console.log(`${looks} and closed: ${error.message}`);
  }
}
EOF
seen=$(node try.mjs @photostructure/sqlite)
rm -f -- *.sqlite*
own=$(node_modules/.bin/node --no-warnings try.mjs node:sqlite)
want='opened and closed: free
prepared and closed: database is locked
read and closed: database is locked'
echo "Node $(node -p process.versions.node), @photostructure/sqlite@1.2.1"
printf '%s\n' "$seen"
echo "Node $(node_modules/.bin/node -p process.versions.node), its own node:sqlite"
printf '%s\n' "$own"
[ "$seen" = "$want" ] && [ "$(printf '%s\n' "$own" | grep -c ': free$')" = 3 ]
