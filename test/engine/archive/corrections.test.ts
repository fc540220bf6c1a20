import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/create-engine.ts';
import type { ArticleId } from '../../../electron/contract/ids.ts';
import type { ArticleFields } from '../../../electron/contract/article.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadsUrl } from '../../support/bundles.ts';

let root = '';
let engine: Engine;

async function open(): Promise<void> {
  engine = await createEngine({
    libraryDir: join(root, 'library'),
    threadsUrl,
    clock: () => performance.now(),
    log: () => undefined,
  });
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'microfiche-corrections-'));
  mkdirSync(join(root, 'press'));
  write('crane.txt', 'Crane sold for scrap\n\nThe last steam crane was sold on Monday.');
  write('ferry.txt', 'Ferry repainted\n\nThe ferry is green now.');
  await open();
  await importAll();
});

afterEach(async () => {
  await engine.close();
  rmSync(root, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(root, 'press', name), text);
}

async function importAll(): Promise<void> {
  await engine.api.addSources({ paths: [join(root, 'press')] });
  await engine.api.importFinished({});
}

async function find(query: string): Promise<readonly ArticleId[]> {
  const { hits } = await engine.api.search({
    ...{ query, grammar: 'news', sort: 'relevance', offset: 0, limit: 10, typing: false },
    filter: { tags: [], sources: [], untagged: false },
  });
  return hits.map(({ id }) => id);
}

async function fieldsOf(id: ArticleId): Promise<ArticleFields> {
  return (await engine.api.article({ id, resultSet: null })).fields;
}

async function idOf(query: string): Promise<ArticleId> {
  const [id] = await find(query);
  if (id === undefined) throw new Error(`${query} finds nothing`);
  return id;
}

test('corrected fields are found, listed and shown, and what was read is given back by undoing', async () => {
  const id = await idOf('crane');
  const act = await engine.api.correct({
    selection: { ids: [id] },
    fields: { headline: 'Hoist of the harbour', published: '1987-02-26' },
  });
  expect(act).toEqual({
    changed: 1,
    label: 'Correct Headline “Hoist of the harbour”, Published “1987-02-26”',
  });
  expect(await find('headline:hoist')).toEqual([id]);
  expect(await find('headline:scrap')).toEqual([]);
  expect(await find('date:1987')).toEqual([id]);
  expect(await find('is:corrected')).toEqual([id]);
  expect((await engine.api.listCorrections({ offset: 0, limit: 10 })).corrections).toMatchObject([
    { article: id, field: 'headline', value: 'Hoist of the harbour', was: 'Crane sold for scrap' },
    { article: id, field: 'published', value: '1987-02-26' },
  ]);
  expect((await engine.api.check({ repair: false })).problems).toEqual([]);

  expect(await engine.api.undoCorrection({})).toEqual(act);
  expect(await engine.api.undoCorrection({})).toBeNull();
  expect(await fieldsOf(id)).toMatchObject({ headline: 'Crane sold for scrap' });
  expect(await find('headline:scrap')).toEqual([id]);
  expect(await find('is:corrected')).toEqual([]);
});

test('a correction survives an edited file, a restart, and one after the other of the same field', async () => {
  const id = await idOf('crane');
  const selection = { ids: [id] };
  await engine.api.correct({ selection, fields: { place: 'Port Esta' } });
  await engine.api.correct({ selection, fields: { place: 'Old Esta', byline: 'Mina Okoro' } });
  write('crane.txt', 'Crane sold after all\n\nThe last steam crane was sold on Tuesday, the port said.');
  await importAll();
  expect(await fieldsOf(id)).toMatchObject({
    headline: 'Crane sold after all',
    place: 'Old Esta',
    byline: 'Mina Okoro',
  });
  expect(await find('byline:okoro')).toEqual([id]);
  await engine.close();
  await open();
  expect(await fieldsOf(id)).toMatchObject({ place: 'Old Esta' });
  await engine.api.undoCorrection({});
  expect(await fieldsOf(id)).toMatchObject({ place: 'Port Esta', byline: null });
  await engine.api.uncorrect({ selection, fields: [] });
  expect(await fieldsOf(id)).toMatchObject({ place: null });
});

test('many articles are corrected in one act', async () => {
  const ids = [await idOf('crane'), await idOf('ferry')];
  await engine.api.correct({ selection: { ids }, fields: { published: '1987', outlet: 'The Esta Courier' } });
  expect((await find('date:1987')).toSorted()).toEqual(ids.toSorted());
  expect((await engine.api.undoCorrection({}))?.changed).toBe(2);
  expect(await find('is:corrected')).toEqual([]);
});

test('what is body and what is furniture is corrected by paragraph', async () => {
  const id = await idOf('crane');
  const [paragraph = ''] = (await fieldsOf(id)).body;
  await engine.api.correctBlocks({ article: id, toBody: [], toFurniture: [paragraph] });
  expect(await fieldsOf(id)).toMatchObject({ body: [], furniture: [paragraph] });
  expect(await find('furniture:steam')).toEqual([id]);
  await engine.api.correctBlocks({ article: id, toBody: [paragraph], toFurniture: [] });
  expect(await fieldsOf(id)).toMatchObject({ body: [paragraph], furniture: [] });
});

test('acts on tags and corrections are taken back and done again in the order in which they were done', async () => {
  const id = await idOf('crane');
  const selection = { ids: [id] };
  await engine.api.correct({ selection, fields: { place: 'Port Esta' } });
  await engine.api.setTags({ selection, add: ['Harbour'], remove: [] });
  await engine.api.correct({ selection, fields: { place: 'Old Esta' } });
  const seen = async () => {
    const { fields, tags } = await engine.api.article({ id, resultSet: null });
    return [fields.place, ...tags];
  };
  const places = [];
  for (let act = await engine.api.undo({}); act !== null; act = await engine.api.undo({}))
    places.push(await seen());
  expect(places).toEqual([['Port Esta', 'Harbour'], ['Port Esta'], [null]]);
  await engine.close();
  await open();
  expect(await engine.api.undoState({})).toEqual({ undo: null, redo: 'Correct Place “Port Esta”' });
  places.length = 0;
  for (let act = await engine.api.redo({}); act !== null; act = await engine.api.redo({}))
    places.push(await seen());
  expect(places).toEqual([['Port Esta'], ['Port Esta', 'Harbour'], ['Old Esta', 'Harbour']]);
  expect(await find('place:old')).toEqual([id]);
  expect((await engine.api.check({ repair: false })).problems).toEqual([]);
});

test('what was taken back can not be done again once something else was done', async () => {
  const selection = { ids: [await idOf('crane')] };
  await engine.api.correct({ selection, fields: { place: 'Port Esta' } });
  await engine.api.undo({});
  await engine.api.setTags({ selection, add: ['Harbour'], remove: [] });
  expect(await engine.api.redo({})).toBeNull();
});

test('giving back what was read counts the articles that were corrected, and none leaves nothing to undo', async () => {
  const ids = [await idOf('crane'), await idOf('ferry')];
  expect(await engine.api.uncorrect({ selection: { ids }, fields: [] })).toMatchObject({ changed: 0 });
  expect(await engine.api.undoState({})).toEqual({ undo: null, redo: null });
  await engine.api.correct({ selection: { ids: ids.slice(1) }, fields: { place: 'Port Esta' } });
  expect(await engine.api.uncorrect({ selection: { ids }, fields: ['byline'] })).toMatchObject({
    changed: 0,
  });
  expect(await engine.api.uncorrect({ selection: { ids }, fields: ['place'] })).toMatchObject({ changed: 1 });
  await engine.api.undo({});
  expect(await find('is:corrected')).toEqual(ids.slice(1));
});
