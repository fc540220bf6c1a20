import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleAt, type Corpus } from '../corpus.ts';
import type { LoggedQuery, Match, Narrowing } from '../query-log/logged-query.ts';
import { Fts5 } from './fts5.ts';
import type { MemorySystem } from './memory-system.ts';
import { MiniSearchSystem } from './mini-search.ts';
import { StockLunr } from './stock-lunr.ts';

const texts = [
  'Dam opens\n\nPublished 3 May 2010\n\nNORTHPORT (Northwire) - The old dam on the river was opened by the minister.',
  'River floods\n\nPublished 9 June 2011\n\nHARBOUR (Northwire) - The flooded river reached the old town and its harbour.',
  'Minister leaves\n\nPublished 1 June 2011\n\nNORTHPORT (Meridian Press) - The minister said that the town has no dam.',
];
const corpus: Corpus = {
  articles: texts.length,
  nameAt: (number) => `${String(number)}.txt`,
  textAt: (number) => texts[number] ?? '',
};

function query(match: Match | null, narrowing: Narrowing | null = null): LoggedQuery {
  return { kind: 'term', text: '', grammar: 'news', typing: false, match, narrowing };
}

const all = (...words: string[]): Match => ({ op: 'all', words, field: null });
const june = { by: 'days', from: '2011-06-01', to: '2011-06-31' } as const;

/** What a query finds by each system, in the order FTS5, Lunr, MiniSearch; null where it can't be asked. */
const questions: readonly (readonly [string, LoggedQuery, readonly (number | null)[]])[] = [
  ['a word', query(all('dam')), [2, 2, 2]],
  ['all words', query(all('dam', 'river')), [1, 1, 1]],
  ['any word', query({ op: 'any', words: ['dam', 'river'], field: null }), [3, 3, 3]],
  ['a phrase', query({ op: 'phrase', words: ['old', 'town'], field: null }), [1, null, null]],
  ['a word in a field', query({ op: 'phrase', words: ['minister'], field: 'headline' }), [1, 1, 1]],
  ['words near to each other', query({ op: 'near', words: ['town', 'river'], within: 4 }), [1, null, null]],
  [
    'words too far from each other',
    query({ op: 'near', words: ['dam', 'minister'], within: 3 }),
    [0, null, null],
  ],
  ['the beginning of a word', query({ op: 'wildcard', pattern: 'har*' }), [1, 1, 1]],
  ['the end of a word', query({ op: 'wildcard', pattern: '*bour' }), [null, 1, null]],
  ['a mistyped word', query({ op: 'fuzzy', word: 'rver', distance: 1 }), [null, 2, 2]],
  ['a word and the beginning of another', query({ op: 'begun', words: ['river'], prefix: 'har' }), [1, 1, 1]],
  [
    'words that must and must not be there',
    query({ op: 'signed', required: ['river'], optional: [], barred: ['dam'] }),
    [1, 1, 1],
  ],
  ['a word in a month', query(all('town'), june), [2, null, 2]],
  ['a month', query(null, june), [2, null, 2]],
  ['a tag', query(all('town'), { by: 'tag', name: 'Checked' }), [null, null, null]],
  ['nothing that can be said otherwise', query(null), [null, null, null]],
];

describe('the peers', () => {
  let dir = '';
  let systems: readonly MemorySystem[] = [];

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'microfiche-peers-'));
    systems = [new Fts5(dir), new StockLunr(), new MiniSearchSystem()];
    for (const system of systems) {
      await system.add(texts.map((_, number) => articleAt(corpus, number)));
      await system.finish();
    }
  });

  afterAll(() => {
    for (const system of systems) system.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it.each(questions)('are asked for %s', (_, asked, found) => {
    expect(systems.map((system) => system.find(asked))).toEqual(found);
  });

  it('say how large they are', () => {
    for (const system of systems) expect(system.size().indexBytes).toBeGreaterThan(100);
  });
});
