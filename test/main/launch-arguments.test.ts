import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryAt, readCommandLine, toolArguments } from '../../electron/main/launch-arguments.ts';

const here = tmpdir();

const read = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  readCommandLine({ args, env, workingDir: here, appDir: join(here, '.') });

describe('the command line', () => {
  it('names the library, which is found from where the person stands', () => {
    expect(read(['--library', 'press']).libraryDir).toBe(join(here, 'press'));
    expect(read(['--library=/srv/press']).libraryDir).toBe('/srv/press');
  });

  it('goes before the environment', () => {
    const env = { MICROFICHE_LIBRARY: '/srv/env' };
    expect(read([], env).libraryDir).toBe('/srv/env');
    expect(read(['--library', '/srv/press'], env).libraryDir).toBe('/srv/press');
    expect(read(['--library'], {}).libraryDir).toBeNull();
  });

  it('takes what exists as paths to import, but not the folder of the app', () => {
    const { paths } = read([
      here,
      '--flag',
      `../${basename(here)}/..`,
      'no-such-thing',
      '--library',
      dirname(here),
    ]);
    expect(paths).toEqual([dirname(here)]);
  });

  it('takes a library that was opened on the desktop', () => {
    const folder = mkdtempSync(join(here, 'microfiche-'));
    const library = join(folder, 'press.microfiche');
    mkdirSync(library);
    expect(read([library, folder])).toEqual({
      libraryDir: library,
      paths: [folder],
      selfCheck: false,
      language: null,
    });
    rmSync(folder, { recursive: true });
  });

  it('knows a library by its ending, by what is in the folder, and by the file that stands for it', () => {
    const folder = mkdtempSync(join(here, 'microfiche-'));
    expect(libraryAt(folder)).toBeNull();
    expect(libraryAt(join(folder, 'press.microfiche'))).toBe(join(folder, 'press.microfiche'));
    writeFileSync(join(folder, 'library.sqlite'), '');
    expect([libraryAt(folder), libraryAt(join(folder, 'library.sqlite'))]).toEqual([folder, folder]);
    rmSync(folder, { recursive: true });
  });

  it('is that of the tool when the app was started so, whatever the words after it look like', () => {
    expect(toolArguments(['--disable-gpu', '--command-line', '--', 'search', '--', '--self-check'])).toEqual([
      'search',
      '--',
      '--self-check',
    ]);
    expect([toolArguments(['--command-line']), toolArguments(['--', '--command-line'])]).toEqual([
      null,
      null,
    ]);
  });

  it('takes a language that there is, and leaves others to Chromium', () => {
    const languages = ['--language=ar', '--language=en-XA', '--language=tlh', '--language'].map(
      (arg) => read([arg]).language,
    );
    expect(languages).toEqual(['ar', 'en-XA', null, null]);
  });

  it('asks for the self-check', () => {
    expect([read(['--self-check']).selfCheck, read(['self-check']).selfCheck]).toEqual([true, false]);
  });
});
