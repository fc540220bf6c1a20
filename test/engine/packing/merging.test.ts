import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MergeReport } from '../../../electron/contract/packing-api.ts';
import { sentence } from '../../../electron/words/sentence.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';
import { dam, pack, strike, unpack } from './packed-libraries.ts';

let ours: TemporaryLibrary;
let theirs: TemporaryLibrary;

async function mark(library: TemporaryLibrary, name: string, note: string): Promise<void> {
  await library.writer.addHighlight({
    article: library.idAt(name),
    passage: { start: 0, end: 3, exact: 'Dam' },
    colour: 'green',
    note,
  });
}

async function save(library: TemporaryLibrary, name: string, query: string): Promise<void> {
  const filter = { tags: [], sources: [], untagged: false };
  await library.writer.saveSearch({
    name,
    question: { query, grammar: 'news', sort: 'newest', filter },
    seenUpTo: 1,
  });
}

beforeEach(async () => {
  ours = new TemporaryLibrary();
  theirs = new TemporaryLibrary();
  // Ids and names differ, contents don't.
  ours.write('a.txt', strike);
  ours.write('b.txt', dam);
  theirs.write('dam.txt', dam);
  theirs.write('strike.txt', strike);
  theirs.write('other.txt', strike.replace('second', 'third'));
  for (const library of [ours, theirs]) {
    await library.open();
    await library.import();
  }
  theirs.nowMs += 1000;
  await theirs.tag('strike.txt', 'Labour', 'Ports');
  await theirs.tag('other.txt', 'Nowhere here');
  await theirs.writer.addNote({ article: theirs.idAt('strike.txt'), text: 'Call the union.' });
  await mark(theirs, 'dam.txt', 'a source');
  await save(theirs, 'Water', 'dam OR flood');
});

afterEach(async () => {
  await ours.dispose();
  await theirs.dispose();
});

async function merge(dryRun = false): Promise<MergeReport> {
  const { path } = await pack(theirs, 'work');
  return await ours.writer.mergeLibrary({ path, dryRun });
}

const brought = {
  marked: 3,
  matched: 2,
  tags: 2,
  tagged: 2,
  notes: 1,
  highlights: 1,
  searches: 1,
  known: 0,
  damaged: 0,
  conflicts: [],
  conflicting: 0,
};

describe("a colleague's work", () => {
  it('is taken over by content, taken back at once and done again', async () => {
    const before = ours.contents();
    expect(await merge(true)).toEqual(brought);
    expect(ours.contents()).toEqual(before);
    expect(await merge()).toEqual(brought);
    const after = ours.contents();
    expect(after[ours.idAt('a.txt')]).toMatchObject({
      tags: ['Labour', 'Ports'],
      notes: ['Call the union.'],
    });
    expect(after[ours.idAt('b.txt')]).toMatchObject({ highlights: ['Dam (a source)'], tags: [] });
    expect(await ours.writer.undo({})).toMatchObject({ changed: 2, label: { say: 'deed.merge-file' } });
    expect(ours.contents()).toEqual(before);
    const left = ours.read((_reader, _texts, library) =>
      ['tags', 'notes', 'highlights', 'saved_searches'].map((table) =>
        library.prepare(`SELECT * FROM ${table}`).all(),
      ),
    );
    expect(left).toEqual([[], [], [], []]);
    await ours.writer.redo({});
    expect(ours.contents()).toEqual(after);
    expect((await ours.writer.check({ repair: false })).problems).toEqual([]);
  });

  it('brings nothing when it is merged once more, and leaves no act', async () => {
    await merge();
    const again = await merge();
    expect(again).toMatchObject({ tags: 0, tagged: 0, notes: 0, highlights: 0, searches: 0, known: 5 });
    await ours.writer.undo({});
    expect((await ours.writer.undoState({})).undo).toBeNull();
  });

  it('says what both have otherwise, and loses neither', async () => {
    await mark(ours, 'b.txt', 'mine');
    await ours.tag('a.txt', 'Ports');
    await save(ours, 'Water', 'dam');
    const report = await merge();
    expect(report.conflicts).toEqual([
      sentence('pack.tag-colour', { name: 'Ports' }),
      sentence('pack.mark-noted-otherwise', { file: 'b.txt', text: 'Dam' }),
      sentence('pack.search-otherwise', { name: 'Water', other: 'Water (2)' }),
    ]);
    expect(report).toMatchObject({ tagged: 1, highlights: 1, searches: 1, conflicting: 3 });
    expect(ours.contents()[ours.idAt('b.txt')]?.highlights).toEqual(['Dam (mine)', 'Dam (a source)']);
  });

  it('is left out where it is not as it was written', async () => {
    await theirs.close();
    theirs.change('library', `UPDATE notes SET text = 'Call nobody.'`);
    theirs.change('library', `UPDATE highlights SET colour = 'infrared'`);
    const report = await merge();
    expect(report).toMatchObject({ notes: 0, highlights: 0, tagged: 2, damaged: 2 });
  });

  it('can be merged out of a whole library, and is refused to be opened without articles', async () => {
    const whole = await pack(theirs);
    expect(await ours.writer.mergeLibrary({ path: whole.path, dryRun: true })).toMatchObject({
      notes: 1,
      tagged: 2,
    });
    const work = await pack(theirs, 'work');
    expect(work.articles).toBe(3);
    const third = new TemporaryLibrary();
    try {
      await expect(unpack(work.path, third)).rejects.toMatchObject({
        failure: { code: 'bad-request', message: { say: 'pack.only-work' } },
      });
    } finally {
      await third.dispose();
    }
  });
});
