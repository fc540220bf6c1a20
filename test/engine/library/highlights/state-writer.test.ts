import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleId } from '../../../../electron/contract/ids.ts';
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
