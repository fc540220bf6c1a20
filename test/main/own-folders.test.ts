import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../electron/main/own-folders.ts';

const installed = { resourcesDir: '/opt/app/resources', userDataDir: '/home/a/.config/Microfiche' };

describe('where the parts of the app lie', () => {
  it('is the archive and its resources in a package', () => {
    const mainUrl = pathToFileURL('/opt/app/resources/app.asar/dist/main/main.js').href;
    expect(placesOf({ ...installed, isPackaged: true, mainUrl })).toEqual({
      rendererDir: '/opt/app/resources/app.asar/dist/renderer',
      preload: '/opt/app/resources/app.asar/dist/preload/preload.cjs',
      engineHost: '/opt/app/resources/app.asar/dist/engine-host/engine-host.js',
      sampleArchiveDir: '/opt/app/resources/sample-archive',
      settings: '/home/a/.config/Microfiche/settings.json',
      log: '/home/a/.config/Microfiche/logs/microfiche.log',
      libraryDir: '/home/a/.config/Microfiche/library',
    });
  });

  it('is the checkout for developers', () => {
    const mainUrl = pathToFileURL('/src/microfiche/dist/main/main.js').href;
    expect(placesOf({ ...installed, isPackaged: false, mainUrl }).sampleArchiveDir).toBe(
      '/src/microfiche/assets/sample-archive',
    );
  });
});
