import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grammar, SearchPage } from '../../electron/contract/search.ts';
import { createEngine, type Engine } from '../../electron/engine/create-engine.ts';
import { threadsUrl } from '../support/bundles.ts';

const words = Array.from({ length: 5000 }, (_, nth) => `w${nth.toString(36)}`);

/** What nobody means and somebody sends; each has to have an answer or a fault, in time and in memory. */
const queries: Readonly<Record<string, string>> = {
  'a term of 10,000 characters': 'x'.repeat(10_000),
  'a wildcard in a term of 10,000 characters': `${'x'.repeat(5000)}*${'y'.repeat(4999)}`,
  stars: '*'.repeat(9999),
  'stars and letters': 'a*'.repeat(4000),
  '5,000 words': words.join(' '),
  '5,000 words or others': words.join(' OR '),
  '5,000 words that must not be': words.map((word) => `-${word}`).join(' '),
  'one word 5,000 times': 'harbour '.repeat(5000),
  'one stop word 5,000 times': 'the '.repeat(5000),
  '2,000 wildcards': words
    .slice(0, 2000)
    .map((word) => `${word}*`)
    .join(' '),
  '2,000 edit distances': words
    .slice(0, 2000)
    .map((word) => `${word}~2`)
    .join(' '),
  'a star alone': '*',
  'an edit distance alone': '~9',
  'an edit distance that is too large': 'harbour~9',
  'a stop word that must be': '+the',
  'signs alone': '+ - ~ ^ :',
  'an open quotation': '"the harbour',
  'quotation marks': '"""""',
  'NUL bytes': 'har\0bour \0',
  'lone surrogates': '\ud800harbour \udfff "\ud800 \udc00"',
  'deep brackets': `${'('.repeat(4000)}harbour${')'.repeat(4000)}`,
  'brackets that never close': '('.repeat(9000),
  'brackets that were never opened': ')'.repeat(9000),
  'not, not, not': `${'NOT '.repeat(2400)}harbour`,
  'minus signs': `${'-'.repeat(9000)}harbour`,
  'a boost without end': `harbour^${'9'.repeat(400)}`,
  'a day that is none': 'date:99999999-99-99..2',
  'combining marks': `a${'\u0301'.repeat(9000)}`,
  'marks of direction': '\u202e'.repeat(5000),
  'names of every object':
    '__proto__ constructor toString __proto__:x constructor:y __proto__* constructor~1',
  'a pattern that takes for ever': '(((a+)+)+)+$',
};

let root = '';
let engine: Engine;

async function search(query: string, grammar: Grammar, typing: boolean): Promise<SearchPage> {
  const filter = { tags: [], sources: [], untagged: false };
  return await engine.api.search({ query, grammar, sort: 'relevance', filter, offset: 0, limit: 10, typing });
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'microfiche-queries-'));
  mkdirSync(join(root, 'articles'));
  for (let nth = 0; nth < 200; nth += 1) {
    const text = `The harbour ${nth}\n\nThe harbour sold ship ${nth} and ${words[nth] ?? ''} on Monday.\n`;
    writeFileSync(join(root, 'articles', `${nth}.txt`), text);
  }
  engine = await createEngine({
    libraryDir: join(root, 'library'),
    threadsUrl,
    clock: () => performance.now(),
    log: () => undefined,
  });
  await engine.api.addSources({ paths: [join(root, 'articles')] });
  await engine.api.importFinished({});
});

afterAll(async () => {
  await engine.close();
  rmSync(root, { recursive: true });
});

describe.each([
  ['news', false],
  ['news', true],
  ['lunr', false],
] as const)('in grammar %s, while it is typed: %s', (grammar, typing) => {
  it.each(Object.entries(queries))('%s has an answer or a fault', async (_, query) => {
    const { total, hits, reading } = await search(query, grammar, typing);
    expect(total).toBeGreaterThanOrEqual(hits.length);
    expect(typeof reading).toBe('string');
    // What comes after it is answered as ever.
    expect(await search('harbour', grammar, false)).toMatchObject({ total: 200, fault: null });
  });
});

describe.each(['news', 'lunr'] as const)('names of every object, in grammar %s', (grammar) => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
    '%s finds nothing in an archive that does not have it',
    async (name) => {
      expect(await search(name, grammar, false)).toMatchObject({ total: 0, fault: null });
      expect(await search(`${name} +harbour`, grammar, false)).toMatchObject({
        total: 200,
        fault: null,
      });
      expect(await search(`harbour -${name}`, grammar, false)).toMatchObject({ total: 200, fault: null });
    },
  );
});

describe('an act on a whole answer', () => {
  it.each([
    ['news', 'harbour )'],
    ['news', '('],
    ['news', '???'],
    ['news', '""'],
    ['news', 'ـ'],
    ['news', 'headlin:harbour'],
    ['news', 'tag:nothing'],
    ['news', 'date:soon'],
    ['lunr', 'harbour~'],
    ['lunr', 'nofield:harbour'],
  ] as const)('is refused in grammar %s for %s', async (grammar, query) => {
    const { resultSet } = await search(query, grammar, false);
    const selection = { resultSet, except: [] };
    await expect(engine.api.setTags({ selection, add: ['x'], remove: [] })).rejects.toThrow(
      'nothing was done',
    );
    await expect(engine.api.removeArticles({ selection })).rejects.toThrow('nothing was done');
    await expect(engine.api.exportRecords({ selection, offset: 0, limit: 1 })).rejects.toThrow(
      'nothing was done',
    );
    expect(await engine.api.listTags({})).toEqual([]);
  });

  it('is done for a sound query, and for everything when a star asks for it', async () => {
    for (const query of ['*', 'harbour', '-nowhere', 'words:>0']) {
      const { resultSet, total } = await search(query, 'news', false);
      const selection = { resultSet, except: [] };
      expect([query, await engine.api.setTags({ selection, add: ['x'], remove: [] })]).toMatchObject([
        query,
        { changed: total },
      ]);
      await engine.api.undo({});
    }
  });
});

it('a term, a sign or a bracket too many costs no more than a fault', async () => {
  expect((await search('harbour~9', 'news', false)).fault).not.toBeNull();
  expect((await search('harbour )', 'news', false)).fault).not.toBeNull();
  expect((await search('"the harbour', 'news', false)).total).toBe(200);
});
