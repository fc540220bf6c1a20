import type nodePath from 'node:path';
import { describe, expect, it, vi } from 'vitest';

// The same code as everywhere, under the rules that Windows has for paths.
vi.mock('node:path', async (importOriginal) => {
  const { win32 } = await importOriginal<typeof nodePath>();
  return { ...win32, default: win32 };
});

const { isUnder } = await import('../../electron/engine/library/sources/source-paths.ts');
const { libraryPaths } = await import('../../electron/engine/library/files/library-paths.ts');
const { isInside } = await import('../../electron/main/protocols/contained-file.ts');
const { placesOf } = await import('../../electron/main/own-folders.ts');
const { libraryAt, readCommandLine } = await import('../../electron/main/launch-arguments.ts');
const { pathName } = await import('../../renderer/text/path-name.ts');

/** Longer than the 260 characters that Windows once allowed, and in four scripts. */
const long = `C:\\Users\\Leyla\\${'مصاحبه ها 新聞 Хроника '.repeat(14).trim()}`;

describe('on Windows', () => {
  it('a file is in its folder, on a drive, a share and a long path, and not in one whose name begins alike', () => {
    expect(isUnder(`${long}\\1999\\a.txt`, long)).toBe(true);
    expect(isUnder('C:\\press archive\\a.txt', 'C:\\press')).toBe(false);
    expect(isUnder('D:\\a.txt', 'D:\\')).toBe(true);
    expect(isUnder('\\\\nas\\press\\2001\\a.txt', '\\\\nas\\press')).toBe(true);
  });

  it('the page has no way out of its folder, to another drive or to a share', () => {
    const folder = 'C:\\Program Files\\Microfiche\\renderer';
    expect(isInside(folder, `${folder}\\assets\\index.js`)).toBe(true);
    for (const path of ['C:\\Program Files\\Microfiche', 'D:\\renderer\\x', '\\\\nas\\x', `${folder}2\\x`]) {
      expect(isInside(folder, path)).toBe(false);
    }
  });

  it('the parts of a library lie in its folder, however long', () => {
    expect(libraryPaths(long).text).toBe(`${long}\\text.sqlite`);
  });

  it('a library that was opened on the desktop is opened, and its switches are no paths', () => {
    expect(libraryAt('C:\\Users\\Leyla\\Presse.microfiche')).toBe('C:\\Users\\Leyla\\Presse.microfiche');
    expect(libraryAt('C:\\Users\\Leyla\\Presse\\library.sqlite')).toBe('C:\\Users\\Leyla\\Presse');
    const started = { workingDir: 'C:\\Users\\Leyla', env: {}, appDir: 'C:\\app' };
    expect(readCommandLine({ ...started, args: ['--library', 'Presse 新聞'] }).libraryDir).toBe(
      'C:\\Users\\Leyla\\Presse 新聞',
    );
  });

  it('settings and the library are in the profile of the person', () => {
    const userDataDir = 'C:\\Users\\Leyla\\AppData\\Roaming\\Microfiche';
    const mainUrl = import.meta.url;
    const places = placesOf({ isPackaged: true, resourcesDir: 'C:\\app\\resources', userDataDir, mainUrl });
    expect([places.libraryDir, places.settings, places.sampleArchiveDir]).toEqual([
      `${userDataDir}\\library`,
      `${userDataDir}\\settings.json`,
      'C:\\app\\resources\\sample-archive',
    ]);
  });

  it('the window shows the last part of a path', () => {
    expect(['C:\\press\\2001\\', 'C:\\press\\a.txt', long].map(pathName)).toEqual([
      '2001',
      'a.txt',
      long.slice('C:\\Users\\Leyla\\'.length),
    ]);
  });
});
