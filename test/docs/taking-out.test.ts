import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportFormatNames, exportFormatRow } from '../../electron/contract/export-api.ts';
import { checkout } from '../../electron/dev/checkout.ts';

test('docs/taking-out.md lists the formats that there are', () => {
  const page = readFileSync(join(checkout, 'docs/taking-out.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([\w-]+)`\s*\| `([\w.]+)`/gmu)].map(([, name, ending]) => [
    name,
    ending,
  ]);
  expect(rows).toEqual(exportFormatNames.map((name) => [name, exportFormatRow(name).ending]));
});
