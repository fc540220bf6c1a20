#!/bin/sh
# officeparser: the character that RTF writes for readers without Unicode stays beside the one it stands for.
# Expected: \uN is followed by as many fallback characters as \uc says, one without it, which a reader of \uN skips
# (RTF specification 1.9.1, "Unicode RTF"): "Gespräch – heute".
# Really: every fallback is kept: "Gesprä?ch –? heute".
# Version: 7.8.0. Source: the specification; no issue found.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund officeparser@7.8.0 >&2 || exit 2
cat > try.mjs <<'EOF'
import { Buffer } from 'node:buffer';
import * as officeparser from 'officeparser';
const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Gespr\u228?ch \u8211? heute\par}`;
const parser = officeparser.OfficeParser ?? officeparser.default?.OfficeParser ?? officeparser.default;
const found = await parser.parseOffice(Buffer.from(rtf, 'latin1'), { fileType: 'rtf' });
console.log((typeof found === 'string' ? found : found.toText()).trim());
process.exit(0);
EOF
seen=$(node try.mjs)
want='Gesprä?ch –? heute'
echo "Node $(node -p process.versions.node), officeparser@7.8.0"
printf '%s\n' "$seen"
[ "$seen" = "$want" ]
