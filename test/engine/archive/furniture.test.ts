import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../electron/engine/create-engine.ts';
import type { ArticleId } from '../../../electron/contract/ids.ts';
import { PressFolder } from '../../support/press-folder.ts';

let press: PressFolder;
let engine: Engine;
const appeal = 'Our reporting is paid for by readers such as you, and by nobody else in this country.';
const towns = ['Esta', 'Adeen', 'Calder', 'Zirin', 'Halm', 'Nour'];

beforeEach(async () => {
  press = new PressFolder();
  for (const town of towns)
    write(town, `The ferry of ${town} is green now, the ministry announced on Monday.`);
  engine = await press.read();
});

afterEach(async () => {
  await press.close();
});

function write(town: string, paragraph: string): void {
  const text = [`Ferry of ${town} repainted`, paragraph, appeal, `People of ${town} will get used to it.`];
  writeFileSync(join(press.root, 'press', `${town}.txt`), text.join('\n\n'));
}

const source = () => press.source();

const find = (query: string) => press.find(query);

async function hide(lines: readonly string[]): Promise<number> {
  const { files } = await engine.api.hideLines({ source: await source(), lines });
  await engine.api.importFinished({});
  return files;
}

test('a line that recurs in a source is hidden in all its articles, found as furniture, and back at once', async () => {
  const of = { source: await source() };
  expect(await engine.api.recurringLines(of)).toEqual({
    lines: [{ text: appeal, articles: 6, isHidden: false }],
    lookedAt: 6,
    articles: 6,
  });
  expect(await hide([appeal])).toBe(6);
  expect([(await find('"paid for by readers"')).length, (await find('furniture:readers')).length]).toEqual([
    0, 6,
  ]);
  expect((await engine.api.recurringLines(of)).lines).toEqual([
    { text: appeal, articles: 6, isHidden: true },
  ]);
  await hide([]);
  expect([(await find('"paid for by readers"')).length, (await find('furniture:readers')).length]).toEqual([
    6, 0,
  ]);
  expect((await engine.api.check({ repair: false })).problems).toEqual([]);
});

test('files that come later are read so too, and no tag, note or correction moves', async () => {
  const [id = 0 as ArticleId] = await find('headline:calder');
  await engine.api.setTags({ selection: { ids: [id] }, add: ['Harbour'], remove: [] });
  await engine.api.addNote({ article: id, text: 'Ask the pilot' });
  await engine.api.correct({ selection: { ids: [id] }, fields: { place: 'Fort Calder' } });
  await engine.api.correctBlocks({
    article: id,
    toBody: [],
    toFurniture: ['People of Calder will get used to it.'],
  });
  await hide([appeal]);
  write('Later', 'The ferry of Later is green now, the ministry announced on Monday.');
  await engine.api.rescan({ sources: [] });
  await engine.api.importFinished({});
  const { fields, tags, notes } = await engine.api.article({ id, resultSet: null });
  expect([fields.place, tags, notes.map(({ text }) => text)]).toEqual([
    'Fort Calder',
    ['Harbour'],
    ['Ask the pilot'],
  ]);
  expect(fields.furniture).toEqual([appeal, 'People of Calder will get used to it.']);
  const [later = id] = await find('headline:later');
  expect((await engine.api.article({ id: later, resultSet: null })).fields.furniture).toEqual([appeal]);
});

test('a line that a person put into the text of one article stays there', async () => {
  const [id = 0 as ArticleId] = await find('headline:calder');
  await hide([appeal]);
  await engine.api.correctBlocks({ article: id, toBody: [appeal], toFurniture: [] });
  await engine.api.rescan({ sources: [] });
  await engine.api.importFinished({});
  expect(await find('"paid for by readers"')).toEqual([id]);
});
