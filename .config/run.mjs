// Runs a TypeScript tool of this checkout: node .config/run.mjs <file.ts> [arguments]
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { bundleModules, root } from './bundle.mjs';

const [source, ...rest] = process.argv.slice(2);
if (source === undefined || !existsSync(join(root, source))) {
  console.error(`usage: node .config/run.mjs <file.ts> [arguments] (no file ${source ?? 'was named'})`);
  process.exit(2);
}
const target = `.cache/run/${source.replace(/\.ts$/, '.mjs')}`;
await bundleModules({ [source]: target });
process.argv = [process.argv[0], join(root, target), ...rest];
await import(pathToFileURL(join(root, target)).href);
