import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../../electron/engine/ingest/formats/byte-source.ts';
import { json } from '../../../../../electron/engine/ingest/formats/tables/json.ts';
import { byteSource, readFormat } from '../../../../support/read-format.ts';
import { bodyOf, formatNameOf, readAll } from '../../../../support/found-records.ts';

const one = {
  id: 1,
  title: 'Harbour reopens',
  text: 'The harbour opened.\n\nShips came: "at last" {they say}.',
  date: 1_627_257_600_000,
};
const two = { id: 2, title: 'Ferry grows', text: 'More trips \\ a day.', date: 1_627_344_000_000 };
const headlines = async (content: string | Buffer) =>
  (await readAll(json, content)).records.map(({ said }) => said.headline);
const both = ['Harbour reopens', 'Ferry grows'];

describe('a list in JSON', () => {
  it('gives an article an object', async () => {
    const { records } = await readAll(json, JSON.stringify([one, two], null, 2));
    expect(records).toMatchObject([
      { key: '1', said: { headline: 'Harbour reopens', published: '2021-07-26' } },
      { key: '2', said: { headline: 'Ferry grows', published: '2021-07-27' } },
    ]);
    expect(records.map(bodyOf)).toEqual([
      ['The harbour opened.', 'Ships came: "at last" {they say}.'],
      ['More trips \\ a day.'],
    ]);
  });

  it.each([
    [
      'a list in an object',
      JSON.stringify({ status: 'ok', feeds: [{ id: 3 }], response: { docs: [one, two] } }),
    ],
    ['objects a line', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
    ['objects one after the other', JSON.stringify(one, null, 1) + JSON.stringify(two, null, 1)],
    ['what a program is told', `window.list = ${JSON.stringify([one, two])};`],
    ['objects by names of their own', JSON.stringify({ a1: one, b2: two })],
    [
      'columns, as pandas writes them',
      JSON.stringify({
        title: { 0: one.title, 1: two.title },
        text: { 0: one.text, 1: two.text },
        n: { 0: 1, 1: 2 },
      }),
    ],
    ['hits of a search', JSON.stringify({ hits: { total: 2, hits: [{ _source: one }, { _source: two }] } })],
  ])('is found in %s', async (_, content) => {
    expect(await headlines(content)).toEqual(both);
  });

  it('is named by the names of its objects where they have no others', async () => {
    const { records } = await readAll(
      json,
      JSON.stringify({ a1: { title: 'One', text: 'x' }, b2: { title: 'Two' } }),
    );
    expect(records.map(({ key }) => key)).toEqual(['a1', 'b2']);
  });

  it('is one article when it is one object', async () => {
    expect(
      await headlines(JSON.stringify({ ...one, images: [{ title: 'a.jpg' }, { title: 'b.jpg' }] })),
    ).toEqual(['Harbour reopens']);
  });

  it('is read in UTF-16, and with numbers that JSON has not', async () => {
    expect(await headlines(iconv.encode(JSON.stringify([one, two]), 'utf-16le', { addBOM: true }))).toEqual(
      both,
    );
    expect(await headlines('[{"title": "One line\nand another", "score": NaN, "text": "Words."}]')).toEqual([
      'One line and another',
    ]);
  });

  it.each([
    ['a mark too few', '{"id":3,"title":"Three,"text":"Words."}'],
    ['a brace too few', '{"id":3,"title":"Three","text":"Words."'],
    ['a mark too many', '{"id":3,"title":"Thr"ee","text":"Words."}'],
  ])('loses no more than an object with %s', async (_, broken) => {
    const lines = [JSON.stringify(one), broken, JSON.stringify(two)];
    for (const content of [lines.join('\n'), `[\n${lines.join(',\n')}\n]`]) {
      const { records, failures } = await readAll(json, content);
      expect(records.map(({ said }) => said.headline)).toEqual(both);
      expect(failures).toMatchObject([{ place: 'object 2', code: 'unreadable' }]);
    }
  });

  it('says that a file ends in the middle', async () => {
    const content = JSON.stringify([one, two]);
    const inside = await readAll(json, content.slice(0, -20));
    expect(inside.records).toHaveLength(1);
    expect(inside.failures).toMatchObject([
      { place: 'object 2', reason: 'the file ends in the middle of it' },
    ]);
    const between = await readAll(json, content.slice(0, -1));
    expect(between.records).toHaveLength(2);
    expect(between.failures).toMatchObject([{ reason: 'the file ends in the middle of its list' }]);
  });

  it('is not read whole, and its objects are found wherever the windows end', async () => {
    const content = Buffer.from(JSON.stringify(Array.from({ length: 30 }, () => [one, two]).flat()));
    const whole = byteSource(content);
    const narrow: ByteSource = {
      ...whole,
      at: (start, length) => Buffer.from(whole.at(start, Math.min(length, 7))),
      whole: () => {
        throw new Error('it was read whole');
      },
    };
    let found = 0;
    const context = {
      path: 'a',
      fileTimeMs: 0,
      today: '2026-01-01',
      encoding: 'utf-8',
      begin: () => true,
      declare: () => undefined,
    };
    for await (const record of json.read(narrow, context)) if ('said' in record) found++;
    expect(found).toBe(60);
  });

  it('is refused when its objects are no articles', async () => {
    const { failures } = await readAll(json, '[{"x":1,"y":2},{"x":3,"y":4}]');
    expect(failures).toMatchObject([{ place: null, code: 'unsupported' }]);
  });

  it('is known by its beginning, not by its name alone', async () => {
    expect(await formatNameOf('[{"a":1}]', 'a.json')).toBe('json');
    expect(await formatNameOf('{"a":1}\n{"a":2}', 'a.txt')).toBe('json');
    expect(await formatNameOf('[Music] He said {nothing}.', 'a.txt')).toBe('txt');
  });
});

it('times as C prints them, and numbers of objects of MongoDB, are read', async () => {
  const { articles } = await readFormat(
    'a.json',
    JSON.stringify([
      {
        _id: { $oid: '5f0aa' },
        title: 'Ferry waits',
        text: 'It waits for June.',
        publish_date: 'Thu Mar 12 09:00:00 2015',
      },
    ]),
  );
  expect(articles).toMatchObject([{ key: '5f0aa', published: { date: '2015-03-12T09:00' } }]);
});

it('reads a table that is split into its columns and its rows, and forgives a comma too much', async () => {
  const text = 'The ferry waits for June and the islands with it.';
  const split = await readFormat(
    'a.json',
    JSON.stringify({
      columns: ['title', 'text', 'date'],
      index: [0, 1],
      data: [
        ['Ferry', text, '2015-03-12'],
        ['Dam', text, '2015-03-13'],
      ],
    }),
  );
  expect(split.articles.map(({ headline, published }) => [headline, published?.date])).toEqual([
    ['Ferry', '2015-03-12'],
    ['Dam', '2015-03-13'],
  ]);
  const loose = await readFormat(
    'a.json',
    `{"title": "Ferry, ] again",\n "text": "${text}",\n "tags": ["a", ],\n}`,
  );
  expect(loose.articles).toMatchObject([{ headline: 'Ferry, ] again', body: [text] }]);
});
