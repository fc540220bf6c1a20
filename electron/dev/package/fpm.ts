import { join } from 'node:path';
import { cacheDir } from '../checkout.ts';
import { explain } from '../explain.ts';
import { buildTime } from './build-time.ts';
import { makeDeb } from './deb.ts';
import { makeRpm } from './rpm.ts';
import { readPackage } from './system-package.ts';

// Stands in for fpm where there is none: electron-builder describes a package to it, and Debian's and RPM's own tools pack it.

await explain(() => {
  const described = readPackage(process.argv.slice(2));
  const work = join(cacheDir, 'package', described.kind);
  const make = described.kind === 'deb' ? makeDeb : makeRpm;
  make(described, work, buildTime());
  return Promise.resolve();
});
