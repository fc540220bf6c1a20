import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.ts';

type Lock = Readonly<{
  packages: Readonly<Record<string, Readonly<{ dev?: boolean; devOptional?: boolean }>>>;
}>;

/** The folders below node_modules that the running app reads, after package-lock.json. */
export function shippedPackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as Lock;
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path]) => path);
}
