#!/bin/sh
# A bill of materials of a package that is called "field-archive", made by `npm sbom` in a checkout whose folder is called otherwise.
# Expected: metadata.component.name is the name in package.json, as its purl and its bom-ref have it.
# What happens: metadata.component.name is the name of the folder, while purl and bom-ref have the package's; two checkouts of one
#   commit give different bills, and a checker that goes by name finds a product that nobody published.
# Version: npm 11.19.1 (`npm sbom`, CycloneDX 1.5). Source: seen while two builds of one commit were compared.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null 2>&1
npm install --silent --no-audit --no-fund npm@11.19.1
npm=$folder/node_modules/.bin/npm
echo "npm $($npm --version)"
mkdir some-checkout
cd some-checkout
printf '{"name":"field-archive","version":"1.0.0"}\n' >package.json
printf '{"name":"field-archive","version":"1.0.0","lockfileVersion":3,"requires":true,"packages":{"":{"name":"field-archive","version":"1.0.0"}}}\n' >package-lock.json
"$npm" sbom --sbom-format cyclonedx --package-lock-only >bom.json
seen=$(node -p "const { name, purl, 'bom-ref': ref } = require('./bom.json').metadata.component; [name, purl, ref].join(' | ')")
echo "$seen"
[ "$seen" = 'some-checkout | pkg:npm/field-archive@1.0.0 | field-archive@1.0.0' ]
