import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Since Electron 35 its Node has node:sqlite, so that nothing native needs to ship. */
const firstElectronWithSqlite = 35;
const sqlitePackage = 'node_modules/@photostructure/sqlite';

export type PackagedFiles = Readonly<{ files: readonly string[]; asarUnpack?: readonly string[] }>;

/** True when the app, on this version of Electron, needs the package that stands in for node:sqlite. */
export function needsSqlitePackage(electronVersion: string): boolean {
  return Number.parseInt(electronVersion, 10) < firstElectronWithSqlite;
}

/** electron-builder's settings for the stand-in of node:sqlite: one platform's file (`linux-x64`), or none at all. */
export function sqliteFiles(electronVersion: string, platform: string): PackagedFiles {
  if (!needsSqlitePackage(electronVersion)) {
    return { files: [`!${sqlitePackage}/**`, '!node_modules/node-gyp-build/**'] };
  }
  return {
    files: [
      `!${sqlitePackage}/{src,scripts,binding.gyp}`,
      `!${sqlitePackage}/prebuilds/!(${platform})/**`,
      `!${sqlitePackage}/prebuilds/**/*.musl.node`,
    ],
    asarUnpack: [`${sqlitePackage}/prebuilds/${platform}/*.node`],
  };
}

/** Every native addon below `folder`, as paths relative to it. */
export function nativeFilesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.node'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
