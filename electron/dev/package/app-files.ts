import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

export type AppFile = Readonly<{ path: string; bytes: number; sha256: string }>;

/** Every file below `folder`, in the order of their paths. A link counts as what it leads to by name. */
export function appFiles(folder: string): readonly AppFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const content = lstatSync(path).isSymbolicLink() ? Buffer.from(readlinkSync(path)) : readFileSync(path);
      const sha256 = createHash('sha256').update(content).digest('hex');
      return { path: relative(folder, path).replaceAll('\\', '/'), bytes: content.length, sha256 };
    });
}

/** How two builds differ: one line a file, none when they are the same. */
export function differences(one: readonly AppFile[], other: readonly AppFile[]): readonly string[] {
  const others = new Map(other.map((file) => [file.path, file]));
  const ones = new Set(one.map(({ path }) => path));
  return [
    ...one.flatMap(({ path, sha256 }) => {
      const found = others.get(path);
      if (found === undefined) return [`${path} is in the first alone`];
      return found.sha256 === sha256 ? [] : [`${path} differs`];
    }),
    ...other.filter(({ path }) => !ones.has(path)).map(({ path }) => `${path} is in the second alone`),
  ];
}

/** Bytes that the package adds to Electron, by the folder they lie in, largest first; the app's own code is in the asar. */
export function addedSizes(
  files: readonly AppFile[],
  electron: readonly AppFile[],
): readonly (readonly [string, number])[] {
  const own = new Set(electron.map(({ path }) => path));
  const sizes = new Map<string, number>();
  for (const { path, bytes } of files) {
    // The executable goes by another name.
    if (own.has(path) || path === 'microfiche') continue;
    const folder = path.split('/').slice(0, 2).join('/');
    sizes.set(folder, (sizes.get(folder) ?? 0) + bytes);
  }
  return [...sizes].sort(([, a], [, b]) => b - a);
}
