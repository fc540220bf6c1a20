import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as buildWindow } from 'vite';
import {
  bundleModules,
  bundlePreload,
  dropOldChunks,
  moduleEntries,
  preloadEntries,
  root,
  threadEntries,
} from './bundle.mjs';

try {
  dropOldChunks(await bundleModules({ ...moduleEntries, ...threadEntries }));
  await bundlePreload(preloadEntries);
  if (existsSync(join(root, 'renderer/index.html'))) {
    await buildWindow({ configFile: join(root, '.config/vite.config.ts'), logLevel: 'warn' });
  }
  // Its time says how old the build is; `npm start` builds again when a source is younger.
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/.built'), '');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
