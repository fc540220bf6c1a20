import type { Said } from '../../../../electron/words/sentence.ts';
import { word } from '../../../../electron/words/word.ts';
import { saying } from '../../../support/saying.ts';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryPaths, type LibraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { libraryIdOf } from '../../../../electron/engine/library/schema/library-id.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;
let other: TemporaryLibrary;
let paths: LibraryPaths;
let others: LibraryPaths;

/** Two libraries that have come equally far. */
beforeEach(async () => {
  library = new TemporaryLibrary();
  other = new TemporaryLibrary();
  for (const [each, name] of [
    [library, 'harbour'],
    [other, 'orchard'],
  ] as const) {
    each.write('one.txt', `A story of the ${name}\n\nThe ${name} was quiet.`);
    await each.open();
    await each.import();
    await each.tag('one.txt', name);
    await each.close();
  }
  paths = libraryPaths(library.dir);
  others = libraryPaths(other.dir);
});

afterEach(async () => {
  await library.dispose();
  await other.dispose();
});

function notices(): string {
  return library.events
    .filter(({ name }) => name === 'noticed')
    .map(({ payload }) => word((payload as { message: Said }).message))
    .join('\n');
}

function idIn(path: string): number | null {
  const db = openDatabase(path, { readOnly: true });
  try {
    return libraryIdOf(db);
  } finally {
    db.close();
  }
}

/** Of all files, as text: numbers by the million take half a minute to be compared one by one. */
function bytes(): string[] {
  return [paths.library, paths.text, paths.index].map((path) => readFileSync(path, 'latin1'));
}

async function reopen(): Promise<void> {
  library.events.length = 0;
  await library.open();
  await library.writer.importFinished({});
}

describe('the files of a library', () => {
  it('all name it, and no other library', () => {
    const ids = [paths.library, paths.text, paths.index].map(idIn);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toBeGreaterThan(0);
    expect(idIn(others.library)).not.toBe(ids[0]);
  });

  it('name it too when they were made before files named their library', async () => {
    for (const path of [paths.text, paths.index]) {
      const db = openDatabase(path, { readOnly: false });
      db.exec(`DELETE FROM meta WHERE key = 'libraryId'`);
      db.close();
    }
    await reopen();
    expect(notices()).toBe('');
    await library.close();
    expect([paths.text, paths.index].map(idIn)).toEqual([idIn(paths.library), idIn(paths.library)]);
  });
});

describe('files of another library', () => {
  it('are put aside and said when they are texts, which are read again from their files', async () => {
    copyFileSync(others.text, paths.text);
    await reopen();
    expect(notices()).toContain(`${paths.text} belonged to another library and was put aside as`);
    expect(Object.values(library.contents())).toMatchObject([
      { text: expect.stringContaining('harbour') as string, tags: ['harbour'] },
    ]);
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
    const [aside = ''] = readdirSync(library.dir).filter((name) => name.startsWith('text.sqlite.other-'));
    expect(idIn(join(library.dir, aside))).toBe(idIn(others.library));
  });

  it('are put aside when they are an index, which is built anew', async () => {
    copyFileSync(others.index, paths.index);
    await reopen();
    expect(notices()).toContain(`${paths.index} belonged to another library and was put aside as`);
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  });

  it('are refused when library.sqlite is not that of texts and index, and nothing is changed', async () => {
    copyFileSync(others.library, paths.library);
    const before = bytes();
    await expect(library.open()).rejects.toMatchObject({
      failure: {
        code: 'library-unusable',
        message: saying('belongs to another library'),
      },
    });
    expect(bytes()).toEqual(before);
  });

  it('are not looked into for texts that were lost', async () => {
    // Put aside by whoever moved it there, as if it had been damaged.
    copyFileSync(others.text, `${paths.text}.damaged-1234`);
    rmSync(paths.text);
    renameSync(library.folder, `${library.folder}-away`);
    await reopen();
    expect(Object.values(library.contents())).toMatchObject([{ text: '' }]);
    renameSync(`${library.folder}-away`, library.folder);
  });
});

describe('files of another age', () => {
  it('cost what is newer than texts that were put back, and nothing is shown as it was before', async () => {
    const old = join(library.root, 'old.sqlite');
    copyFileSync(paths.text, old);
    library.write('one.txt', 'A story of the harbour, corrected\n\nIt was loud.');
    await library.open();
    await library.import();
    await library.close();
    copyFileSync(old, paths.text);
    renameSync(library.folder, `${library.folder}-away`);
    await reopen();
    expect(Object.values(library.contents())).toMatchObject([{ text: '' }]);
    await library.close();
    renameSync(`${library.folder}-away`, library.folder);
    await reopen();
    expect(Object.values(library.contents())).toMatchObject([
      { text: expect.stringContaining('corrected') as string, tags: ['harbour'] },
    ]);
  });

  it('are deleted and built anew when they are an index of later commits', async () => {
    const old = join(library.root, 'old');
    mkdirSync(old);
    for (const name of ['library.sqlite', 'text.sqlite'])
      copyFileSync(join(library.dir, name), join(old, name));
    library.write('two.txt', 'A second story of the harbour');
    await library.open();
    await library.import();
    await library.close();
    for (const name of ['library.sqlite', 'text.sqlite'])
      copyFileSync(join(old, name), join(library.dir, name));
    rmSync(library.path('two.txt'));
    await reopen();
    expect(notices()).toContain('The search index was newer than the library and is built anew.');
    expect(library.indexed()).toEqual([1]);
    expect(statSync(paths.index).size).toBeGreaterThan(0);
  });
});
