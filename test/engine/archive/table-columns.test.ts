import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../electron/engine/create-engine.ts';
import type { ArticleId } from '../../../electron/contract/ids.ts';
import { PressFolder } from '../../support/press-folder.ts';

let press: PressFolder;
let engine: Engine;
const columns = ['head', 'short', 'long', 'when'];

beforeEach(async () => {
  press = new PressFolder();
  write('list.csv', `${columns.join(',')}\n${rowOf('Ferry')}${rowOf('Water')}`);
  engine = await press.read();
});

afterEach(async () => {
  await press.close();
});

function write(name: string, content: string): void {
  writeFileSync(join(press.root, 'press', name), content);
}

function rowOf(subject: string): string {
  return `${subject} news,Short words on ${subject},${`Long words on ${subject}. `.repeat(12)},2021-08-03\n`;
}

const source = () => press.source();

const find = (query: string) => press.find(query);

test('columns are guessed and shown with their rows; what a person corrects holds for all such tables of the source, and can be left again', async () => {
  const path = join(press.root, 'press', 'list.csv');
  const [before = 0 as ArticleId] = await find('ferry');
  await engine.api.setTags({ selection: { ids: [before] }, add: ['Harbour'], remove: [] });
  const table = await engine.api.readTable({ path });
  expect(table.columns.map(({ name, role, by }) => [name, role, by])).toEqual([
    ['head', 'headline', 'name'],
    ['short', null, null],
    ['long', 'body', 'content'],
    ['when', 'published', 'content'],
  ]);
  expect(table.rows.map(({ head }) => head)).toEqual(['Ferry news', 'Water news']);

  const roles = { short: 'headline', long: 'body' } as const;
  expect(await engine.api.chooseColumns({ source: await source(), columns, roles })).toEqual({ files: 1 });
  write('later.csv', `${columns.join(',')}\n${rowOf('Bridge')}`);
  await engine.api.rescan({ sources: [] });
  await engine.api.importFinished({});
  const [ferry = before] = await find('"long words on ferry"');
  const [bridge = before] = await find('bridge');
  const read = await engine.api.article({ id: ferry, resultSet: null });
  expect([read.fields.headline, read.fields.published?.from, read.tags]).toEqual([
    'Short words on Ferry',
    'file-time',
    ['Harbour'],
  ]);
  expect((await engine.api.article({ id: bridge, resultSet: null })).fields.headline).toBe(
    'Short words on Bridge',
  );
  expect((await engine.api.readTable({ path })).columns[1]).toEqual({
    name: 'short',
    role: 'headline',
    by: 'choice',
  });

  await engine.api.chooseColumns({ source: await source(), columns, roles: null });
  await engine.api.importFinished({});
  const [again = before] = await find('ferry');
  const back = await engine.api.article({ id: again, resultSet: null });
  expect([back.fields.headline, back.fields.published?.date, back.tags]).toEqual([
    'Ferry news',
    '2021-08-03',
    ['Harbour'],
  ]);
  expect((await find('*')).length).toBe(3);
  expect((await engine.api.check({ repair: false })).problems).toEqual([]);
});

test('a table in which no article was seen is read once columns are chosen by which there are some', async () => {
  write('codes.csv', 'x,y\na1,17\nb2,18\n');
  await engine.api.rescan({ sources: [] });
  expect((await engine.api.importFinished({})).failed).toBe(1);
  const of = { source: await source() };
  expect((await engine.api.sourceReport(of)).tables.map(({ articles }) => articles)).toEqual([0, 2]);
  await engine.api.chooseColumns({ ...of, columns: ['x', 'y'], roles: { x: 'headline' } });
  await engine.api.importFinished({});
  expect((await engine.api.listFailures({ offset: 0, limit: 10 })).total).toBe(0);
  expect((await find('headline:a1')).length).toBe(1);
  await expect(engine.api.chooseColumns({ ...of, columns, roles: { when: 'published' } })).rejects.toThrow(
    'no row would be an article',
  );
  const elsewhere = join(press.root, 'other.csv');
  writeFileSync(elsewhere, 'title,text\nOne,two\n');
  await expect(engine.api.readTable({ path: elsewhere })).rejects.toThrow('no table of the library');
});
