import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.ts';

type PackageLock = Readonly<{
  packages: Readonly<Record<string, Readonly<{ dev?: boolean; devOptional?: boolean }>>>;
}>;

/** pdf.js would draw with it, and is only asked for words. The builder leaves it out as well. */
const leftOut = 'node_modules/@napi-rs/';

/** The folders below node_modules that the running app reads, after package-lock.json. */
export function shippedPackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as PackageLock;
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path]) => path)
    .filter((path) => !path.startsWith(leftOut));
}
