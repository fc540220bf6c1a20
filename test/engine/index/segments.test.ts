import { word } from '../../../electron/words/word.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleFields } from '../../../electron/contract/article.ts';
import { articleId } from '../../../electron/contract/ids.ts';
import { indexFields } from '../../../electron/engine/index/schema/fields.ts';
import { IndexReader } from '../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../electron/engine/index/index-writer.ts';
import { tieredMergePolicy } from '../../../electron/engine/index/merging/merge-policy.ts';
import { SegmentBuilder } from '../../../electron/engine/index/building/segment-builder.ts';
import type { SegmentReader } from '../../../electron/engine/index/segment/segment-reader.ts';
import {
  paragraphStream,
  paragraphTerm,
  sentenceStream,
  sentenceTerm,
} from '../../../electron/engine/index/schema/streams.ts';
import { openDatabase, type Database } from '../../../electron/engine/sqlite.ts';
import { randomArticle, seededRandom } from '../../parity/random-corpus.ts';
import { publishedOn } from '../query/small-archive.ts';
import { article } from '../../support/article-fields.ts';

let db: Database;

beforeEach(() => {
  db = openDatabase(':memory:', { readOnly: false });
});

afterEach(() => db.close());

type Occurrence = Readonly<{ article: number; position: number; form: string; letterCase: number }>;

/** Every occurrence in live articles, by term and stream. */
function occurrencesIn(segment: SegmentReader): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const { term, forms, postings } of segment.dictionary.entries()) {
    for (const entry of postings) {
      const list: Occurrence[] = [];
      segment.cursor(entry).eachOccurrence((document, position, surface) => {
        if (!segment.isLive(document)) return;
        list.push({
          article: segment.articles[document] ?? 0,
          position,
          form: forms[surface >>> 2] ?? '',
          letterCase: surface & 3,
        });
      });
      found.set(
        `${term} in ${entry.stream}`,
        list.sort((a, b) => a.article - b.article || a.position - b.position),
      );
    }
  }
  return found;
}

/** What the columns say of each live article. */
function columnsOf(segment: SegmentReader): Map<number, unknown> {
  const columns = new Map<number, unknown>();
  segment.liveDocuments().forEach((document) => {
    const nameIn = (name: 'languages' | 'places' | 'agencies'): string | undefined => {
      const { values, names } = segment.named(name);
      return names[values[document] ?? -1];
    };
    columns.set(segment.articles[document] ?? 0, {
      day: segment.day(document),
      words: segment.column('words')[document],
      lengths: indexFields.map((_, field) => segment.lengths(field)[document]),
      names: [nameIn('languages'), nameIn('places'), nameIn('agencies')],
    });
  });
  return new Map([...columns].sort(([a], [b]) => a - b));
}

/** Each written form with its term, which has it under the number that the form's own says. */
function formsOf(segment: SegmentReader): Map<string, string> {
  const forms = segment.forms();
  const terms = segment.column('form-terms');
  const numbers = segment.column('form-numbers');
  const entries = [...segment.dictionary.entries()];
  const found = new Map<string, string>();
  for (let place = 0; place < forms.length; place += 1) {
    const { term = '', forms: ofTerm = [] } = entries[terms[place] ?? -1] ?? {};
    expect(ofTerm[numbers[place] ?? -1]).toBe(forms.word(place));
    found.set(forms.word(place), term);
  }
  expect(found.size).toBe(forms.length);
  return found;
}

function onlySegment<Value>(database: Database, look: (segment: SegmentReader) => Value): Value {
  return new IndexReader(database).snapshot(({ segments: [segment, ...others] }) => {
    if (segment === undefined || others.length > 0) throw new Error('there is not one segment');
    return look(segment);
  });
}

function made(random: () => number): ArticleFields {
  const sentences = [
    'The dam broke.',
    'Floods came!',
    'Mr. Barzani, of Erbil, said so.',
    'who',
    'Was it him?',
  ];
  const sentence = (): string => sentences[Math.floor(random() * sentences.length)] ?? '';
  const fields = randomArticle(random);
  return {
    ...fields,
    body: [...fields.body, `${sentence()} ${sentence()}`, sentence()],
    published: random() < 0.5 ? publishedOn(`19${40 + Math.floor(random() * 60)}-02-03`) : null,
    words: Math.floor(random() * 70_000),
    language: random() < 0.5 ? 'en' : 'ckb',
  };
}

test('segments that were merged hold what one segment of the same articles would', () => {
  const history = fc.array(
    fc.tuple(fc.constantFrom('put', 'put', 'replace', 'remove', 'commit', 'merge'), fc.nat()),
    {
      minLength: 3,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(history, fc.nat(), (acts, seed) => {
      const random = seededRandom(seed);
      const merged = openDatabase(':memory:', { readOnly: false });
      const whole = openDatabase(':memory:', { readOnly: false });
      const live = new Map<number, ArticleFields>();
      const writer = IndexWriter.open(merged, { mergePolicy: tieredMergePolicy(2, 4), mergeStepCost: 50 });
      let last = 0;
      const put = (id: number): void => {
        const fields = made(random);
        live.set(id, fields);
        writer.add(articleId(id), fields);
      };
      put((last += 1));
      for (const [act, pick] of acts) {
        const known = 1 + (pick % last);
        if (act === 'put') put((last += 1));
        else if (act === 'replace') put(known);
        else if (act === 'commit') writer.commit(writer.change + 1);
        else if (act === 'merge') writer.mergeStep();
        else if (known > 1) {
          live.delete(known);
          writer.remove(articleId(known));
        }
      }
      writer.commit(writer.change + 1);
      while (writer.optimizeStep());
      const other = IndexWriter.open(whole);
      for (const [id, fields] of live) other.add(articleId(id), fields);
      other.commit(1);

      const occurrences = onlySegment(merged, occurrencesIn);
      const columns = onlySegment(merged, columnsOf);
      const forms = onlySegment(merged, formsOf);
      const problems = writer.check();
      const expected = onlySegment(whole, occurrencesIn);
      const expectedColumns = onlySegment(whole, columnsOf);
      const expectedForms = onlySegment(whole, formsOf);
      merged.close();
      whole.close();
      expect(problems).toEqual([]);
      expect(occurrences).toEqual(expected);
      expect(columns).toEqual(expectedColumns);
      for (const [form, term] of expectedForms) expect([form, forms.get(form)]).toEqual([form, term]);
    }),
    { numRuns: 25 },
  );
});

function positionsOf(segment: SegmentReader, term: string, stream: number): number[] {
  const list = occurrencesIn(segment).get(`${term} in ${stream}`) ?? [];
  return list.map(({ position }) => position);
}

test('the ends of sentences and paragraphs of the body are the positions of their last words, before and after a merge', () => {
  const writer = IndexWriter.open(db);
  writer.add(articleId(1), article({ body: ['The dam broke. Floods came.', '', 'Mr. Barzani said so.'] }));
  writer.commit(1);
  const look = (segment: SegmentReader): number[][] => [
    positionsOf(segment, sentenceTerm, sentenceStream),
    positionsOf(segment, paragraphTerm, paragraphStream),
  ];
  // The last sentence of a paragraph ends where the paragraph does.
  expect(onlySegment(db, look)).toEqual([[2], [4, 8]]);
  writer.add(articleId(2), article({ body: ['Who? Him. Nobody else'] }));
  writer.commit(2);
  while (writer.optimizeStep());
  expect(onlySegment(db, look)).toEqual([
    [2, 0, 1],
    [4, 8, 3],
  ]);
});

test('a document that was deleted while its segment was merged is deleted in the new one', () => {
  const writer = IndexWriter.open(db, { mergePolicy: tieredMergePolicy(2, 4), mergeStepCost: 1 });
  for (let id = 1; id <= 6; id += 1) {
    writer.add(articleId(id), article({ body: [`Report ${id} of the harbour`] }));
    if (id % 3 === 0) writer.commit(id);
  }
  for (let step = 0; step < 5; step += 1) expect(writer.mergeStep()).toBe(true);
  writer.remove(articleId(2));
  writer.commit(7);
  while (writer.mergeStep());
  expect(onlySegment(db, ({ live, row }) => [live, row.articles])).toEqual([5, 6]);
  expect([...writer.articles()].sort()).toEqual([1, 3, 4, 5, 6]);
  expect(writer.check()).toEqual([]);
});

test('articles of a segment built elsewhere that are not wanted are never found', () => {
  const writer = IndexWriter.open(db);
  writer.add(articleId(7), article({ body: ['an older version'] }));
  writer.commit(1);
  const builder = new SegmentBuilder();
  for (const word of ['bridge', 'canal', 'ferry'])
    builder.add(article({ body: [`the newer version ${word}`] }));
  writer.addSegment(builder.finish(), Int32Array.of(7, -1, 9));
  writer.remove(articleId(9));
  writer.commit(2);
  expect([...writer.articles()]).toEqual([7]);
  while (writer.optimizeStep());
  expect(
    onlySegment(db, (segment) =>
      [...occurrencesIn(segment).keys()].filter((key) => /^(bridg|canal|ferri|older)/.test(key)),
    ),
  ).toEqual(['bridg in 12']);
});

test.each([
  ['columns', 1, 'days'],
  ['columns', 2, 'words'],
  ['columns', 6, 'place-names'],
  ['term_blocks', 0, 'term_blocks'],
  ['form_blocks', 0, 'form_blocks'],
  ['chunks', 0, 'chunks'],
  ['position_chunks', 0, 'position_chunks'],
])('a bit that flipped in %s %i is found by check', (table, part) => {
  const writer = IndexWriter.open(db);
  writer.add(articleId(1), article({ body: ['The dam broke.'], place: 'Erbil', words: 3 }));
  writer.commit(1);
  const { data } = db.prepare<{ data: Uint8Array }>(`SELECT data FROM ${table} WHERE part = ?`).get(part) ?? {
    data: new Uint8Array(),
  };
  data[data.length - 1] = (data.at(-1) ?? 0) ^ 1;
  db.prepare(`UPDATE ${table} SET data = ? WHERE part = ?`).run(data, part);
  expect(IndexWriter.open(db).check().map(word).join()).toContain('damaged (its checksum differs)');
});

test('a row of segments that counts its deleted articles wrong is damaged', () => {
  const writer = IndexWriter.open(db);
  writer.add(articleId(1), article({ body: ['The dam broke.'] }));
  writer.add(articleId(2), article({ body: ['The dam held.'] }));
  writer.commit(1);
  db.exec('UPDATE segments SET deleted = 1');
  expect(() => IndexWriter.open(db)).toThrow('the row is damaged');
});

test('a written form that only a removed article held leaves the dictionary with it', () => {
  const writer = IndexWriter.open(db);
  writer.add(articleId(1), article({ body: ['Kowalskis met'] }));
  writer.add(articleId(2), article({ body: ['Kowalski met'] }));
  writer.commit(1);
  writer.remove(articleId(1));
  writer.commit(2);
  while (writer.optimizeStep());
  const words = onlySegment(db, (segment) =>
    Array.from({ length: segment.forms().length }, (_, place) => segment.forms().word(place)),
  );
  expect(words).toEqual(['kowalski', 'met']);
  expect(onlySegment(db, (segment) => segment.dictionary.term('kowalski')?.forms)).toEqual(['kowalski']);
  expect(writer.check()).toEqual([]);
});

test('a segment without a single term is as sound as any', () => {
  const writer = IndexWriter.open(db);
  writer.add(articleId(1), article({ body: [] }));
  writer.commit(1);
  expect(onlySegment(db, (segment) => segment.dictionary.term('harbour'))).toBeNull();
  expect(writer.check()).toEqual([]);
});
