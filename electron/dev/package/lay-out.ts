import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Placed } from './system-package.ts';

/** Copies everything to where it will lie below `root`. Anybody may read it, and nobody but its owner may change it. */
export function layOut(placed: readonly Placed[], root: string): void {
  mkdirSync(root, { recursive: true, mode: 0o755 });
  for (const { from, to } of placed) {
    const target = join(root, to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(from, target, { recursive: true, verbatimSymlinks: true });
  }
  settleModes(root);
}

// Whatever the umask of who built it: a folder that root alone could enter would be no good to anybody.
function settleModes(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (stat.isDirectory()) {
    chmodSync(path, 0o755);
    for (const name of readdirSync(path)) settleModes(join(path, name));
  } else {
    chmodSync(path, (stat.mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}

/** Bytes of all files below `path`. */
export function sizeOf(path: string): number {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((bytes, name) => bytes + sizeOf(join(path, name)), 0);
}
