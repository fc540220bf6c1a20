import type { ArticleView, LibraryStats, OriginalText } from '../../contract/archive-api.ts';
import { FailureError } from '../../contract/failure.ts';
import { articleId, type ArticleId, type ResultSetId } from '../../contract/ids.ts';
import type {
  Arrivals,
  Facets,
  Hit,
  RowsRequest,
  SearchPage,
  SearchRequest,
  Selection,
} from '../../contract/search.ts';
import { extendedAnalysis } from '../analysis/analysis.ts';
import { HitBuilder } from './hit-builder.ts';
import { BitSet } from '../index/bytes/bit-set.ts';
import { indexFields } from '../index/schema/fields.ts';
import { IndexReader } from '../index/index-reader.ts';
import { LibraryReader } from '../library/library-reader.ts';
import { TextReader } from '../library/texts/text-reader.ts';
import { neighboursOf, type Neighbours } from './adjacent-articles.ts';
import { articleTerms, type ArticleTerms } from '../query/ranking/article-terms.ts';
import { articleMarks } from '../query/results/article-marks.ts';
import { LibrarySets, mostFacetTags } from '../query/library-sets.ts';
import type { ScoredArticles } from '../query/ranking/score-order.ts';
import type { Overview } from '../query/results/facets.ts';
import { ResultSets, type ResultSet } from '../query/results/result-sets.ts';
import { Searcher } from '../query/searcher.ts';
import { databaseBytes, type Database } from '../sqlite.ts';

/** Read-only connections to the three databases of a library. */
export type ReadConnections = Readonly<{ library: Database; text: Database; index: Database }>;

/** Articles of an answer that are put in order at once: a person seldom looks further down. */
const ranked = 200;

const everything = { tags: [], sources: [], untagged: false } as const;

/** All that is read from an archive: answers, articles, lists and counts. */
export class ArchiveReader {
  readonly library: LibraryReader;
  readonly #texts: TextReader;
  readonly #index: IndexReader;
  readonly #indexDb: Database;
  readonly #sets: LibrarySets;
  readonly #searcher: Searcher;
  readonly #hits: HitBuilder;
  readonly #resultSets = new ResultSets();
  readonly #clock: () => number;

  /** `clock` gives milliseconds since 1970. */
  constructor({ library, text, index }: ReadConnections, clock: () => number) {
    this.library = new LibraryReader(library);
    this.#texts = new TextReader(text);
    this.#index = new IndexReader(index);
    this.#indexDb = index;
    this.#sets = new LibrarySets(this.library);
    this.#searcher = new Searcher({
      index: this.#index,
      sets: this.#sets,
      termsOf: (ids) => this.#termsOf(ids),
      clock,
    });
    this.#hits = new HitBuilder(this.library, this.#texts);
    this.#clock = clock;
  }

  /** Reads ahead for the first queries, a little a step; false when there is nothing more to read. */
  warmStep(): boolean {
    return this.#sets.warmStep() || this.#index.warmStep();
  }

  /** `checkpoint` is called every now and then, and throws to end the search. */
  search(request: SearchRequest, checkpoint?: () => void): SearchPage {
    const startedMs = this.#clock();
    const { best, found, total, facets, highlighter, ...answer } = this.#searcher.search(
      request,
      Math.max(ranked, request.offset + request.limit),
      checkpoint,
    );
    const refusal = refusalOf(request.query, answer);
    const set = this.#resultSets.add({ request, found, total, ranked: best, highlighter, refusal });
    return {
      ...answer,
      resultSet: set.id,
      query: request.query,
      total,
      hits: this.#rowsOf(set, request.offset, request.limit),
      facets: this.#facetsOf(found, facets),
      milliseconds: this.#clock() - startedMs,
    };
  }

  rows({ resultSet, offset, limit }: RowsRequest): Hit[] {
    return this.#rowsOf(this.#resultSets.get(resultSet), offset, limit);
  }

  arrivals(resultSet: ResultSetId): Arrivals {
    const { request, found } = this.#resultSets.get(resultSet);
    const { articles, notices } = this.#searcher.find(request);
    return { articles: articles.countWithout(found), notices };
  }

  facets(resultSet: ResultSetId): Facets {
    const { found } = this.#resultSets.get(resultSet);
    return this.#facetsOf(found, this.#searcher.facets(found));
  }

  #facetsOf(found: BitSet, counted: Overview['facets']): Facets {
    return {
      ...counted,
      tags: this.#sets.tagCounts(found, mostFacetTags),
      sources: this.#sets.sourceCounts(found),
    };
  }

  article(id: ArticleId, resultSet: ResultSetId | null): ArticleView {
    const card = this.library.cards([id]).get(id);
    const read = this.#texts.read([id]).get(id);
    if (card === undefined || read === undefined) throw missing(id);
    const highlighter = resultSet === null ? null : this.#resultSets.get(resultSet).highlighter;
    return {
      id,
      fields: read.fields,
      tags: card.tags,
      notes: this.library.notes(id),
      locations: this.library.locations(id),
      missing: card.missing,
      encoding: card.encoding,
      sha256: card.sha256,
      marks: articleMarks(read.fields, highlighter),
      neighbours: this.#neighbours(id, read.fields),
    };
  }

  original(id: ArticleId): OriginalText {
    const card = this.library.cards([id]).get(id);
    const read = this.#texts.read([id]).get(id);
    if (card === undefined || read === undefined) throw missing(id);
    return { text: read.text, encoding: card.encoding, path: card.path };
  }

  /** The ids of a selection that is to be changed, ascending; refuses an answer that nobody can have meant as a whole. */
  idsToChange(selection: Selection): Uint32Array {
    this.#refuseUnmeant(selection);
    return this.#idsOf(selection);
  }

  #refuseUnmeant(selection: Selection): void {
    if ('ids' in selection) return;
    const { refusal } = this.#resultSets.get(selection.resultSet);
    if (refusal !== null) throw new FailureError({ code: 'bad-request', message: refusal });
  }

  #idsOf(selection: Selection): Uint32Array {
    if ('ids' in selection) return Uint32Array.from(selection.ids).sort();
    const left = this.#resultSets.get(selection.resultSet).found.copy();
    for (const id of selection.except) left.delete(id);
    return left.toArray();
  }

  tagsOf(selection: Selection): {
    articles: number;
    tags: Readonly<{ name: string; articles: number }>[];
  } {
    const ids = this.#idsOf(selection);
    const tags = this.#sets.tagCounts(BitSet.of(ids)).map(({ key, articles }) => ({ name: key, articles }));
    return { articles: ids.length, tags };
  }

  /** One JSON document for each article, with everything that `article` tells. */
  exportRecords(selection: Selection, offset: number, limit: number): string[] {
    this.#refuseUnmeant(selection);
    const ids =
      'ids' in selection
        ? selection.ids.slice(offset, offset + limit)
        : this.#ordered(selection.resultSet, selection.except, offset, limit);
    return ids.map((id) => {
      const { marks: _marks, neighbours: _neighbours, fields, ...rest } = this.article(id, null);
      return JSON.stringify({ ...rest, path: rest.locations[0]?.path ?? null, ...fields });
    });
  }

  stats(): LibraryStats {
    const { articles, sources, failed } = this.library.counts();
    return this.#index.read(({ segments }) => {
      let words = 0;
      const languages = new Map<string, number>();
      for (const segment of segments) {
        const counts = segment.column('words');
        const { values, names } = segment.named('languages');
        segment.liveDocuments().forEach((document) => {
          words += counts[document] ?? 0;
          const language = names[values[document] ?? 0] ?? 'und';
          languages.set(language, (languages.get(language) ?? 0) + 1);
        });
      }
      return {
        articles,
        words,
        sources,
        languages: [...languages]
          .map(([language, count]) => ({ language, articles: count }))
          .sort((a, b) => b.articles - a.articles || (a.language < b.language ? -1 : 1)),
        fields: indexFields.map(({ name, boost }) => ({ name, boost })),
        segments: segments.length,
        indexBytes: databaseBytes(this.#indexDb),
        textBytes: this.#texts.bytes(),
        failed,
      };
    });
  }

  #ordered(resultSet: ResultSetId, except: readonly ArticleId[], offset: number, limit: number): ArticleId[] {
    const left = new Set<number>(except);
    const set = this.#resultSets.get(resultSet);
    const { articles } = this.#page(set, 0, set.total);
    const kept: ArticleId[] = [];
    let passed = 0;
    for (let at = 0; at < articles.length && kept.length < limit; at += 1) {
      const id = articles[at] as number;
      if (!left.has(id) && (passed += 1) > offset) kept.push(articleId(id));
    }
    return kept;
  }

  #rowsOf(set: ResultSet, offset: number, limit: number): Hit[] {
    const { articles, scores } = this.#page(set, offset, limit);
    const found = Array.from(articles, (id, place) => ({ id: articleId(id), score: scores[place] ?? 0 }));
    return this.#hits.hits(found, set.highlighter);
  }

  #page(set: ResultSet, offset: number, limit: number): ScoredArticles {
    return this.#resultSets.page(set, offset, limit, () => this.#searcher.rankAll(set.request));
  }

  #termsOf(ids: readonly number[]): Map<ArticleId, ArticleTerms> {
    const articles = this.#texts.readUndamaged(ids.map(articleId));
    return new Map([...articles].map(([id, { fields }]) => [id, articleTerms(fields, extendedAnalysis)]));
  }

  #neighbours(id: ArticleId, fields: ArticleView['fields']): Neighbours {
    return neighboursOf(fields, (headline) => {
      const query = `headline:"${headline.replace(/["“”„«»]/gu, ' ')}"`;
      const { best } = this.#searcher.search(
        { query, grammar: 'news', sort: 'relevance', filter: everything, typing: false },
        5,
      );
      const candidates = Array.from(best.articles, articleId).filter((other) => other !== id);
      const texts = this.#texts.read(candidates);
      return candidates.find((other) => sameHeadline(texts.get(other)?.fields.headline, headline)) ?? null;
    });
  }
}

/** Why nothing may be done to all of an answer: what is left of a broken query can be everything there is. */
function refusalOf(query: string, { fault, narrows }: Pick<SearchPage, 'fault' | 'narrows'>): string | null {
  if (fault !== null) return `at ${String(fault.at + 1)} of the query: ${fault.message}; nothing was done`;
  const isAsked = narrows || /^[\s*]*$/u.test(query);
  return isAsked ? null : 'the query leaves nothing out, so nothing was done; * asks for every article';
}

function sameHeadline(a: string | undefined, b: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return a !== undefined && plain(a) === plain(b);
}

function missing(id: ArticleId): FailureError {
  return new FailureError({
    code: 'article-missing',
    message: `article ${String(id)} is not in the library`,
    id,
  });
}
