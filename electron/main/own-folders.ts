import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Places = Readonly<{
  /** The built window. */
  rendererDir: string;
  preload: string;
  engineHost: string;
  sampleArchiveDir: string;
  settings: string;
  log: string;
  /** Where the library is unless the person chose another place. */
  libraryDir: string;
}>;

type Installed = Readonly<{
  isPackaged: boolean;
  resourcesDir: string;
  userDataDir: string;
  /** Of the running bundle, `dist/main/main.js`. */
  mainUrl: string;
}>;

/** Where the parts of the app lie, in a package and in a checkout. */
export function placesOf({ isPackaged, resourcesDir, userDataDir, mainUrl }: Installed): Places {
  const built = (path: string): string => fileURLToPath(new URL(path, mainUrl));
  return {
    rendererDir: built('../renderer'),
    preload: built('../preload/preload.cjs'),
    engineHost: built('../engine-host/engine-host.js'),
    sampleArchiveDir: isPackaged
      ? join(resourcesDir, 'sample-archive')
      : built('../../assets/sample-archive'),
    settings: join(userDataDir, 'settings.json'),
    log: join(userDataDir, 'logs', 'microfiche.log'),
    libraryDir: join(userDataDir, 'library'),
  };
}
