import { saying } from '../support/saying.ts';
import { chmodSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tightenLibrary } from '../../electron/engine/owner-only.ts';
import { TemporaryLibrary } from '../support/temporary-library.ts';

let library: TemporaryLibrary;
beforeEach(() => {
  library = new TemporaryLibrary();
});
afterEach(() => library.dispose());

/** Rights of a folder and all that is in it, by path. */
function rightsIn(dir: string): Map<string, number> {
  const rights = new Map([[dir, lstatSync(dir).mode & 0o777]]);
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    rights.set(name, lstatSync(join(dir, name)).mode & 0o777);
  }
  return rights;
}

function readableByOthers(dir: string): string[] {
  return [...rightsIn(dir)].filter(([, mode]) => (mode & 0o077) !== 0).map(([name]) => name);
}

describe.skipIf(process.platform === 'win32')('what others on the machine can read of a library', () => {
  it('is nothing, from the first file on, while it is open and after', async () => {
    library.write('a.txt', 'A story that is told');
    const writer = await library.open();
    await library.import();
    expect(readableByOthers(library.dir)).toEqual([]);
    await writer.close({});
    expect(readableByOthers(library.dir)).toEqual([]);
    expect(readdirSync(library.dir)).toContain('library.sqlite');
  });

  it('is taken away when a library of before is opened, and said once', async () => {
    await library.open();
    await library.writer.close({});
    mkdirSync(join(library.dir, 'backups'), { recursive: true });
    writeFileSync(join(library.dir, 'backups', 'library-2021.sqlite'), '');
    for (const name of rightsIn(library.dir).keys()) {
      const path = name === library.dir ? name : join(library.dir, name);
      chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644);
    }
    await library.open();
    const { notices } = await library.writer.writerStatus({});
    expect(notices).toEqual([saying('Now only you can')]);
    expect(readableByOthers(library.dir)).toEqual([]);
    await library.writer.close({});
    await library.open();
    expect((await library.writer.writerStatus({})).notices).toEqual([]);
  });

  it('leaves what is not of the library, and what links lead to, as it is', () => {
    mkdirSync(library.dir);
    const other = join(library.root, 'mine.txt');
    writeFileSync(other, '');
    chmodSync(other, 0o644);
    symlinkSync(other, join(library.dir, 'library.sqlite'));
    writeFileSync(join(library.dir, 'letter.txt'), '');
    chmodSync(join(library.dir, 'letter.txt'), 0o644);
    chmodSync(library.dir, 0o700);
    expect(tightenLibrary(library.dir, join(library.dir, 'backups'))).toBe(false);
    expect([other, join(library.dir, 'letter.txt')].map((path) => lstatSync(path).mode & 0o777)).toEqual([
      0o644, 0o644,
    ]);
  });
});
