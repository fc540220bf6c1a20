import type { ArticleFields } from '../../../electron/contract/article.ts';
import { nearestOf } from '../../../electron/engine/query/grammar/edit-distance.ts';
import { articleId } from '../../../electron/contract/ids.ts';
import type { SearchRequest } from '../../../electron/contract/search.ts';
import { extendedAnalysis } from '../../../electron/engine/analysis/analysis.ts';
import { BitSet } from '../../../electron/engine/index/bytes/bit-set.ts';
import { IndexReader } from '../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../electron/engine/index/index-writer.ts';
import { articleTerms } from '../../../electron/engine/query/ranking/article-terms.ts';
import type { TermsOf } from '../../../electron/engine/query/ranking/rescorer.ts';
import { Searcher, type Answer, type SearchSets } from '../../../electron/engine/query/searcher.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { article } from '../../support/article-fields.ts';

export function publishedOn(date: string): ArticleFields['published'] {
  return { date, precision: 'day', from: 'dateline', confidence: 0.9 };
}

function setOf(ids: readonly number[]): BitSet {
  return BitSet.of(Uint32Array.from(ids));
}

export type SmallArchive = Readonly<{
  answer(query: string, options?: Partial<SearchRequest>): Answer;
  found(query: string, options?: Partial<SearchRequest>): number[];
  close(): void;
}>;

/** Articles numbered from 1 in segments of two, or as many as said, with tags and sources by article number; some have lost their text. */
export function smallArchive(
  articles: readonly ArticleFields[],
  tags: Readonly<Record<string, readonly number[]>> = {},
  lost: readonly number[] = [],
  inSegment = 2,
): SmallArchive {
  const db = openDatabase(':memory:', { readOnly: false });
  const writer = IndexWriter.open(db);
  for (const [at, fields] of articles.entries()) {
    writer.add(articleId(at + 1), fields);
    if ((at + 1) % inSegment === 0) writer.commit(at);
  }
  writer.commit(articles.length);
  const sets: SearchSets = {
    tagged: (name) => setOf(tags[name] ?? []),
    inSource: (name) => setOf(tags[`source ${name}`] ?? []),
    filtered: (filter) => filter.tags.map((nth) => setOf(Object.values(tags)[nth - 1] ?? [])),
    anyTag: () => setOf(Object.values(tags).flat()),
    values: {
      tag: (name) => ({ known: Object.hasOwn(tags, name), nearest: nearestOf(name, Object.keys(tags)) }),
      source: (name) => ({ known: Object.hasOwn(tags, `source ${name}`), nearest: null }),
    },
  };
  const today = Date.UTC(2024, 0, 31);
  const termsOf: TermsOf = (ids) =>
    new Map(
      ids
        .filter((id) => !lost.includes(id))
        .map((id) => [id, articleTerms(articles[id - 1] ?? article({}), analysis)]),
    );
  const searcher = new Searcher({ index: new IndexReader(db), sets, termsOf, clock: () => today });
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
    close: () => db.close(),
  };
}

export const analysis = extendedAnalysis;
