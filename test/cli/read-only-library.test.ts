import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canRead } from '../../electron/dev/staging.ts';
import { libraryPaths } from '../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import { commandLineUrl } from '../support/bundles.ts';
import { TemporaryLibrary } from '../support/temporary-library.ts';

const cli = fileURLToPath(commandLineUrl);
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
// Permissions mean nothing to root, who runs the command as somebody else, and little on Windows.
const canLoseRights = process.platform !== 'win32' && (!isRoot || canRead(nobody, [process.execPath, cli]));

type Ended = Readonly<{ status: number; answer: unknown; stderr: string }>;

function microfiche(dir: string, ...args: string[]): Promise<Ended> {
  const all = [cli, '--library', dir, '--json', ...args];
  const who = isRoot ? { uid: nobody, gid: nobody } : {};
  return new Promise((resolve) => {
    execFile(process.execPath, all, { encoding: 'utf8', cwd: '/', ...who }, (error, stdout, stderr) => {
      const status = typeof error?.code === 'number' ? error.code : 0;
      resolve({ status, answer: stdout === '' ? null : (JSON.parse(stdout) as unknown), stderr });
    });
  });
}

/** What a command says that failed. */
function refusal(message: string): object {
  return {
    status: 1,
    answer: { error: { code: 'library-unusable', message: expect.stringContaining(message) as string } },
  };
}

function fix(dir: string): void {
  for (const name of readdirSync(dir)) {
    chmodSync(join(dir, name), statSync(join(dir, name)).isDirectory() ? 0o555 : 0o444);
  }
  chmodSync(dir, 0o555);
}

/** A copy of some files of the library while it is open, as a crash leaves them. */
function copyOpen(names: readonly string[]): string {
  const copy = join(library.root, 'copy');
  mkdirSync(copy);
  for (const name of names) copyFileSync(join(library.dir, name), join(copy, name));
  return copy;
}

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  chmodSync(library.root, 0o755);
  library.write('one.txt', 'Ferry sold\n\nThe harbour sold a ferry on Monday.\n');
  library.write('two.txt', 'Crane bought\n\nThe harbour bought a crane on Tuesday.\n');
  await library.open();
  await library.import();
  await library.tag('one.txt', 'ships');
});

afterEach(async () => {
  for (const name of readdirSync(library.root)) chmodSync(join(library.root, name), 0o755);
  await library.dispose();
});

describe.runIf(canLoseRights)('the microfiche command on a library that can not be written to', () => {
  it('searches it, says why it can not be changed, and leaves it as it is', async () => {
    await library.close();
    // The logs of this process go once its statements are collected: a copy without them does not change by itself.
    const dir = copyOpen(readdirSync(library.dir).filter((name) => !/-(?:wal|shm)$/.test(name)));
    fix(dir);
    const before = readdirSync(dir);
    const found = await microfiche(dir, 'search', 'tag:ships harbour');
    expect(found).toMatchObject({ status: 0, answer: { total: 1, hits: [{ headline: 'Ferry sold' }] } });
    expect(found.stderr).toContain(`${dir} can't be written to`);
    expect(await microfiche(dir, 'tag', 'crane', '--add', 'more')).toMatchObject(
      refusal(`${dir} can't be written to`),
    );
    expect(await microfiche(dir, 'import', '/')).toMatchObject(refusal("can't be written to"));
    expect(await microfiche(dir, 'check')).toMatchObject(refusal("can't be written to"));
    expect(readdirSync(dir)).toEqual(before);
  });

  it('reads what a crash left in the logs', async () => {
    const copy = copyOpen(readdirSync(library.dir).filter((name) => name !== 'lock.sqlite'));
    expect(existsSync(`${libraryPaths(copy).library}-wal`)).toBe(true);
    fix(copy);
    const found = await microfiche(copy, 'search', 'harbour');
    expect(found).toMatchObject({ status: 0, answer: { total: 2 } });
    expect(await microfiche(copy, 'tags')).toMatchObject({ answer: [{ tag: 'ships', articles: 1 }] });
  });

  it('names a log that can not be read, and says what to do', async () => {
    const logged = ['library', 'text', 'index'].flatMap((name) => [`${name}.sqlite`, `${name}.sqlite-wal`]);
    const copy = copyOpen(logged);
    fix(copy);
    const { library: file } = libraryPaths(copy);
    expect(await microfiche(copy, 'search', 'harbour')).toMatchObject(
      refusal(`${file} was not closed: a part of it is still in ${file}-wal`),
    );
  });

  it('refuses an older layout, which has to be brought up to date', async () => {
    await library.close();
    const db = openDatabase(libraryPaths(library.dir).library, { readOnly: false, journal: 'delete' });
    db.exec('PRAGMA user_version = 0');
    db.close();
    fix(library.dir);
    expect(await microfiche(library.dir, 'tags')).toMatchObject(
      refusal('was written by an older Microfiche'),
    );
  });

  it('names the file that is not there', async () => {
    await library.close();
    rmSync(libraryPaths(library.dir).index);
    fix(library.dir);
    expect(await microfiche(library.dir, 'search', 'harbour')).toMatchObject(
      refusal(libraryPaths(library.dir).index),
    );
  });

  it('names a folder that can not hold a library', async () => {
    const dir = join(library.root, 'empty');
    mkdirSync(dir, { mode: 0o555 });
    expect(await microfiche(dir, 'import', dir)).toMatchObject(
      refusal(`The folder ${dir} can't be written to`),
    );
  });
});
