import type { ArticleFields, Published } from '../../../electron/contract/article.ts';
import { nearestOf } from '../../../electron/engine/query/grammar/edit-distance.ts';
import { articleId } from '../../../electron/contract/ids.ts';
import type { SearchRequest } from '../../../electron/contract/search.ts';
import { extendedAnalysis } from '../../../electron/engine/analysis/analysis.ts';
import { BitSet } from '../../../electron/engine/index/bytes/bit-set.ts';
import { IndexReader } from '../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../electron/engine/index/index-writer.ts';
import type { FieldsOf } from '../../../electron/engine/query/matching/written/written-words.ts';
import type { SearchSets } from '../../../electron/engine/query/filtering/search-sets.ts';
import type { Answer } from '../../../electron/engine/query/answer.ts';
import { Searcher } from '../../../electron/engine/query/searcher.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { article } from '../../support/article-fields.ts';
import { noSearchSets } from '../../support/no-search-sets.ts';

export function publishedOn(date: string): Published {
  return { date, precision: 'day', from: 'dateline', confidence: 0.9 };
}

function setOf(ids: readonly number[]): BitSet {
  return BitSet.of(Uint32Array.from(ids));
}

export type SmallArchive = Readonly<{
  answer(query: string, options?: Partial<SearchRequest>): Answer;
  found(query: string, options?: Partial<SearchRequest>): number[];
  /** Numbers of the articles of which texts were read since it was asked last, ascending. */
  textsRead(): number[];
  close(): void;
}>;

/** Articles numbered from 1 in segments of two, or as many as said, with tags, sources, folders, formats and marks by article number; some have lost their text. */
export function smallArchive(
  articles: readonly ArticleFields[],
  tags: Readonly<Record<string, readonly number[]>> = {},
  lost: readonly number[] = [],
  inSegment = 2,
  notes: readonly Readonly<{ article: number; text: string }>[] = [],
): SmallArchive {
  const db = openDatabase(':memory:', { readOnly: false });
  const writer = IndexWriter.open(db);
  for (const [at, fields] of articles.entries()) {
    writer.add(articleId(at + 1), fields);
    if ((at + 1) % inSegment === 0) writer.commit(at);
  }
  writer.commit(articles.length);
  const tagged = (): number[] =>
    Object.entries(tags).flatMap(([name, ids]) => (/^(?:source|folder|format|is) /.test(name) ? [] : ids));
  const sets: SearchSets = {
    ...noSearchSets,
    tagged: (name) => setOf(tags[name] ?? []),
    inSource: (name) => setOf(tags[`source ${name}`] ?? []),
    inFolder: (name) => setOf(tags[`folder ${name}`] ?? []),
    ofFormat: (name) => setOf(tags[`format ${name}`] ?? []),
    withTags: (ids) => setOf(ids.flatMap((nth) => Object.values(tags)[nth - 1] ?? [])),
    corrected: () => setOf(tags['is corrected'] ?? []),
    missing: () => setOf(tags['is missing'] ?? []),
    highlighted: () => setOf(tags['is highlighted'] ?? []),
    inReadingState: (state) => setOf(tags[`is ${state}`] ?? []),
    noted: () => setOf(notes.map(({ article: noted }) => noted)),
    anyTag: () => setOf(tagged()),
    values: {
      tag: (name) => ({ known: Object.hasOwn(tags, name), nearest: nearestOf(name, Object.keys(tags)) }),
      source: (name) => ({ known: Object.hasOwn(tags, `source ${name}`), nearest: null }),
      folder: (name) => ({ known: Object.hasOwn(tags, `folder ${name}`), nearest: null }),
      format: (name) => ({ known: Object.hasOwn(tags, `format ${name}`), nearest: null }),
    },
    notes: { version: () => '', all: () => notes },
  };
  const today = Date.UTC(2024, 0, 31);
  const textsRead: number[] = [];
  const fieldsOf: FieldsOf = (ids) => {
    textsRead.push(...ids);
    return new Map(
      ids.filter((id) => !lost.includes(id)).map((id) => [id, articles[id - 1] ?? article({})] as const),
    );
  };
  const searcher = new Searcher({ index: new IndexReader(db), sets, fieldsOf, clock: () => today });
  const answer = (query: string, options: Partial<SearchRequest> = {}): Answer =>
    searcher.search(
      {
        query,
        grammar: 'news',
        sort: 'relevance',
        filter: { tags: [], sources: [], untagged: false },
        typing: false,
        ...options,
      },
      1000,
    );
  return {
    answer,
    found: (query, options) => Array.from(answer(query, options).best.articles),
    textsRead: () => textsRead.splice(0).sort((one, other) => one - other),
    close: () => db.close(),
  };
}

export const analysis = extendedAnalysis;
