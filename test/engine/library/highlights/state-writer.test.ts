import { afterEach, beforeEach, expect, test } from 'vitest';
import { word } from '../../../../electron/words/word.ts';
import { articleId, type ArticleId } from '../../../../electron/contract/ids.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;
let ids: ArticleId[];

beforeEach(async () => {
  library = new TemporaryLibrary();
  for (const name of ['a', 'b', 'c']) library.write(`${name}.txt`, `Story ${name}\n\nIt is told here.`);
  await library.open();
  await library.import();
  ids = library.ids();
});

afterEach(() => library.dispose());

function states(): (readonly string[] | undefined)[] {
  return library.read((reader) => ids.map((id) => reader.cards([id]).get(id)?.states));
}

const queue = (): ArticleId[] => library.read((reader) => reader.annotations.queue());

test('articles are read, put away and queued in one act each, which is taken back and done again', async () => {
  const { writer } = library;
  const all = Uint32Array.from(ids);
  const [a] = ids;
  await writer.noteRead({ article: a as ArticleId });
  expect(await writer.setReadingState({ ids: all, state: 'read', on: true })).toMatchObject({ changed: 2 });
  await writer.setReadingState({ ids: Uint32Array.of(ids[1] as number), state: 'excluded', on: true });
  expect(states()).toEqual([['read'], ['read', 'excluded'], ['read']]);
  await writer.undo({});
  await writer.undo({});
  expect(states()).toEqual([['read'], [], []]);
  await writer.redo({});
  await writer.redo({});
  expect(states()).toEqual([['read'], ['read', 'excluded'], ['read']]);
  expect(await writer.setReadingState({ ids: all, state: 'read', on: true })).toMatchObject({ changed: 0 });
});

test('a place in an article is kept until its head is in sight again', async () => {
  const { writer } = library;
  const [a] = ids as [ArticleId];
  const place = () => library.read((reader) => reader.annotations.place(a));
  expect(place()).toBe(null);
  await writer.keepPlace({ article: a, place: { block: 3, share: 0.5 } });
  await library.close();
  await library.open();
  expect(place()).toEqual({ block: 3, share: 0.5 });
  await library.writer.keepPlace({ article: a, place: null });
  expect(place()).toBe(null);
  await library.writer.keepPlace({ article: articleId(999), place: { block: 3, share: 0.5 } });
});

test('notes are written, changed and deleted in acts that are taken back and done again, also after a restart', async () => {
  const { writer } = library;
  const [a] = ids as [ArticleId];
  const texts = () => library.read((reader) => reader.notes(a).map(({ text }) => text));
  const note = await writer.addNote({ article: a, text: 'Ask the pilot' });
  await writer.editNote({ note: note.id, text: 'Asked the pilot' });
  await writer.deleteNote({ note: note.id });
  expect(texts()).toEqual([]);
  await library.close();
  await library.open();
  const undone = [
    await library.writer.undo({}),
    await library.writer.undo({}),
    await library.writer.undo({}),
  ];
  expect(undone.map((act) => act && word(act.label))).toEqual([
    'Delete the note “Asked the pilot”',
    'Edit the note “Asked the pilot”',
    'Note “Ask the pilot”',
  ]);
  expect(texts()).toEqual([]);
  await library.writer.redo({});
  expect(texts()).toEqual(['Ask the pilot']);
  await library.writer.redo({});
  expect(texts()).toEqual(['Asked the pilot']);
  await library.close();
  await library.open();
  expect(await library.writer.check({ repair: false })).toMatchObject({ ok: true });
});

test('windows are told what kind of change it was', async () => {
  const { writer } = library;
  const one = Uint32Array.of(ids[0] as number);
  await writer.noteRead({ article: ids[0] as ArticleId });
  await writer.setReadingState({ ids: one, state: 'queued', on: true });
  await writer.setReadingState({ ids: one, state: 'excluded', on: true });
  await writer.undo({});
  await writer.undo({});
  const told = library.events.filter(({ name }) => name === 'annotationsChanged');
  expect(told.map(({ payload }) => (payload as { change: string }).change)).toEqual([
    'read',
    'annotated',
    'excluded',
    'excluded',
    'annotated',
  ]);
});

test('the queue has an order that people change', async () => {
  const { writer } = library;
  const [a, b, c] = ids as [ArticleId, ArticleId, ArticleId];
  await writer.setReadingState({ ids: Uint32Array.from(ids), state: 'queued', on: true });
  expect(queue()).toEqual([a, b, c]);
  await writer.moveInQueue({ article: c, before: a });
  expect(queue()).toEqual([c, a, b]);
  await writer.moveInQueue({ article: c, before: b });
  expect(queue()).toEqual([a, c, b]);
  await writer.moveInQueue({ article: a, before: null });
  expect(queue()).toEqual([c, b, a]);
  await writer.setReadingState({ ids: Uint32Array.of(b), state: 'queued', on: false });
  expect(queue()).toEqual([c, a]);
  await writer.undo({});
  expect(queue()).toEqual([c, b, a]);
});
