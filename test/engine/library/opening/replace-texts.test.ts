import type { Said } from '../../../../electron/words/sentence.ts';
import { word } from '../../../../electron/words/word.ts';
import { saying } from '../../../support/saying.ts';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryPaths, type LibraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { TemporaryLibrary, type SeenArticle } from '../../../support/temporary-library.ts';

const articles = 150;
let library: TemporaryLibrary;
let paths: LibraryPaths;
let before: Record<number, SeenArticle>;

/** A library whose sources are away, so that a text which is lost stays lost. */
beforeEach(async () => {
  library = new TemporaryLibrary();
  paths = libraryPaths(library.dir);
  for (let nth = 0; nth < articles; nth += 1) {
    // Some run over many pages.
    const more = 'The tide came in over the wall of the harbour. '.repeat(nth % 50 === 0 ? 900 : nth % 7);
    library.write(`${String(nth)}.txt`, `Story ${String(nth)} of the harbour and its wall\n\n${more}`);
  }
  await library.open();
  await library.import();
  await library.close();
  before = library.contents();
  renameSync(library.folder, `${library.folder}-away`);
});

afterEach(() => library.dispose());

function overwritePage(path: string, page: number, bytes = 16_384): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0x55), 0, bytes, (page - 1) * 16_384);
  closeSync(file);
}

function rootOf(table: string): number {
  const db = openDatabase(paths.text, { readOnly: true });
  try {
    return db.prepare<{ rootpage: number }>('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)
      ?.rootpage as number;
  } finally {
    db.close();
  }
}

function asides(): string[] {
  return readdirSync(library.dir).filter((name) => /^text\.sqlite\.damaged-\d+$/.test(name));
}

async function repair(): Promise<void> {
  await library.open();
  await library.writer.check({ repair: true });
  await library.writer.importFinished({});
  await library.close();
}

function notices(): string[] {
  return library.events
    .filter(({ name }) => name === 'noticed')
    .map(({ payload }) => word((payload as { message: Said }).message));
}

/** The texts, whatever is known of their sources. */
function texts(seen: Record<number, SeenArticle>): string[] {
  return Object.values(seen).map(({ text }) => text);
}

describe('texts of which the sources are away', () => {
  it.each(['texts', 'word_lists', 'meta', 'journal'])(
    'are all kept when the root page of %s is gone',
    async (table) => {
      overwritePage(paths.text, rootOf(table));
      await repair();
      expect(texts(library.contents())).toEqual(texts(before));
      expect(asides()).toHaveLength(1);
    },
  );

  it('are all kept when the first page is gone, and when the file has no header', async () => {
    overwritePage(paths.text, 1);
    await repair();
    expect(texts(library.contents())).toEqual(texts(before));
    overwritePage(paths.text, 1, 64);
    await repair();
    expect(texts(library.contents())).toEqual(texts(before));
    expect(notices().join('\n')).toContain(`The texts of ${articles} of ${articles} articles could be kept.`);
  });

  it('are all kept when the first page is gone and the newest are in the log only', async () => {
    const copy = join(library.root, 'copy.sqlite');
    copyFileSync(paths.text, copy);
    const db = openDatabase(copy, { readOnly: false });
    db.exec('PRAGMA wal_autocheckpoint = 0; VACUUM; UPDATE texts SET crc = crc');
    copyFileSync(`${copy}-wal`, `${paths.text}-wal`);
    db.close();
    expect(statSync(`${paths.text}-wal`).size).toBeGreaterThan(100_000);
    writeFileSync(paths.text, Buffer.alloc(16_384 * 4, 0x55));
    await repair();
    expect(texts(library.contents())).toEqual(texts(before));
  });

  it('costs a damaged page what lies on it and no more, and says how much', async () => {
    const page = rootOf('texts') + 3;
    overwritePage(paths.text, page);
    await repair();
    const kept = texts(library.contents()).filter((text) => text !== '').length;
    expect(kept).toBeGreaterThan(articles / 3);
    expect(kept).toBeLessThan(articles);
    expect(notices().join('\n')).toContain(
      `The texts of ${kept} of ${articles} articles could be kept. The others`,
    );
    // The next opening knows what is lost.
    await library.open();
    const { problems } = await library.writer.check({ repair: false });
    expect(problems).toContainEqual(`text.sqlite: ${articles - kept} articles have no readable text`);
  });
});

describe('a repair that was cut off', () => {
  it('while the new file was written is made again', async () => {
    overwritePage(paths.text, rootOf('texts'));
    writeFileSync(`${paths.text}.salvage`, 'half of it');
    writeFileSync(`${paths.text}.salvage-wal`, 'half of it');
    await repair();
    expect(texts(library.contents())).toEqual(texts(before));
    expect(readdirSync(library.dir).filter((name) => name.includes('.salvage'))).toEqual([]);
  });

  it('before the old file was put aside is made again', async () => {
    copyFileSync(paths.text, `${paths.text}.salvaged`);
    overwritePage(paths.text, rootOf('texts'));
    await repair();
    expect(texts(library.contents())).toEqual(texts(before));
    expect(existsSync(`${paths.text}.salvaged`)).toBe(false);
  });

  it('before the new file had its name is finished, and the old file is named', async () => {
    copyFileSync(paths.text, `${paths.text}.salvaged`);
    overwritePage(paths.text, rootOf('texts'));
    const aside = `${paths.text}.damaged-1234`;
    renameSync(paths.text, aside);
    writeFileSync(`${paths.text}-wal`, 'a log of the old file');
    await library.open();
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
    await library.close();
    expect(texts(library.contents())).toEqual(texts(before));
    expect(notices()).toEqual([saying(aside)]);
    // Once is enough.
    library.events.length = 0;
    await library.open();
    expect(notices()).toEqual([]);
  });

  it('after the old file was put aside and an empty one begun takes the texts out of the old one', async () => {
    const aside = `${paths.text}.damaged-1234`;
    overwritePage(paths.text, rootOf('texts'));
    renameSync(paths.text, aside);
    await library.open();
    expect(notices().join('\n')).toContain(`The texts of ${articles} articles were found in ${aside}`);
    await library.close();
    expect(texts(library.contents())).toEqual(texts(before));
  });

  it('takes no text out of a file that is older than the article', async () => {
    const aside = `${paths.text}.damaged-1234`;
    copyFileSync(paths.text, aside);
    renameSync(`${library.folder}-away`, library.folder);
    library.write('7.txt', 'Story 7 as it was told later');
    await library.open();
    await library.import();
    await library.close();
    renameSync(library.folder, `${library.folder}-away`);
    renameSync(paths.text, `${paths.text}.elsewhere`);
    await library.open();
    await library.close();
    const now = texts(library.contents());
    expect(now.filter((text) => text === '')).toHaveLength(1);
    expect(now.filter((text) => text !== '')).toHaveLength(articles - 1);
  });
});
