import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout, found from where the running file lies: a tool runs from its bundle in .cache. */
export const checkout = findCheckout(dirname(fileURLToPath(import.meta.url)));

/** Where tools keep what can be fetched or built again. */
export const cacheDir = join(checkout, '.cache');

function findCheckout(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "microfiche"'))
      return folder;
    if (folder === dirname(folder)) throw new Error(`no checkout of Microfiche at or above ${from}`);
  }
}
