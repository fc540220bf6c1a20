import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.ts';
import { runScript } from './run-command.ts';

const sources = ['electron', 'renderer', '.config', 'package-lock.json'];

/** Builds dist/ unless it is younger than every source. */
export async function buildIfStale(): Promise<void> {
  const stamp = join(checkout, 'dist/.built');
  const builtMs = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (sources.every((path) => newestMs(join(checkout, path)) < builtMs)) return;
  console.log('building');
  const { status } = await runScript('.config/build.mjs');
  if (status !== 0) throw new Error('the build failed: see the lines above');
}

function newestMs(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
