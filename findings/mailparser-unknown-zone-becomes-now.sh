#!/bin/sh
# mailparser: a Date header with a zone name that it does not know is dated today.
# Expected: RFC 5322 (4.3) lets unknown zone names stand for -0000, so 10:00 UTC; or no date at all.
# Really: the message gets the moment of parsing as its date, and nothing tells that it was made up.
# Version: 3.14.2. Source: nodemailer/mailparser issue 305, where the maintainer names that fallback.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund mailparser@3.14.2 >&2 || exit 2
cat > try.mjs <<'EOF'
import { simpleParser } from 'mailparser';
for (const zone of ['EDT', 'CEST', 'BST', 'MSK']) {
  const started = Date.now();
  const mail = await simpleParser(
    `From: desk@invented.example\r\nDate: Wed, 4 Jul 2001 10:00:00 ${zone}\r\n\r\nText\r\n`,
  );
  const made = mail.date.getTime() >= started;
  console.log(`${zone}: ${made ? 'the time of parsing' : mail.date.toISOString()}`);
}
EOF
seen=$(node try.mjs)
want='EDT: 2001-07-04T14:00:00.000Z
CEST: the time of parsing
BST: the time of parsing
MSK: the time of parsing'
echo "Node $(node -p process.versions.node), mailparser@3.14.2"
printf '%s\n' "$seen"
[ "$seen" = "$want" ]
