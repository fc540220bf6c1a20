import type { ExtractedArticle } from '../../contract/article.ts';
import type { LibraryStats } from '../../contract/library-stats.ts';
import type { ArticleView, RemovalImpact } from '../../contract/archive-api.ts';
import { FailureError } from '../../contract/failure.ts';
import type { AllFacets, FacetValues, FacetValuesRequest } from '../../contract/facet-values.ts';
import { articleId, type ArticleId, type ResultSetId } from '../../contract/ids.ts';
import type {
  NewMatches,
  Hit,
  RowsRequest,
  SearchPage,
  SearchRequest,
  ArticleSelection,
} from '../../contract/search.ts';
import { ConcordanceReader } from './concordance-reader.ts';
import { HitBuilder } from './hit-builder.ts';
import { BitSet } from '../index/bytes/bit-set.ts';
import { indexFields } from '../index/schema/fields.ts';
import { IndexReader } from '../index/index-reader.ts';
import { AnnotationLister } from '../library/annotation-lister.ts';
import { evidenceOf } from '../library/corrections/evidence-of.ts';
import { LibraryReader } from '../library/library-reader.ts';
import { RecordReader } from '../library/records/record-reader.ts';
import { TextReader } from '../library/texts/text-reader.ts';
import { articleMissing } from './article-missing.ts';
import { FurnitureReader } from './furniture-reader.ts';
import { refusalOf } from '../query/results/refusal-of.ts';
import { QueryHelper } from '../query/completion/query-helper.ts';
import { OriginalReader } from './original-reader.ts';
import { SourceReporter } from './source-reporter.ts';
import { neighboursOf, sameHeadline, type Neighbours } from './adjacent-articles.ts';
import { articleMarks } from '../query/results/article-marks.ts';
import { FacetCounter } from '../query/facets/facet-counter.ts';
import { keptValues } from '../query/facets/kept-values.ts';
import { LibraryFacets } from '../query/facets/library-facets.ts';
import { LibrarySets } from '../query/library-sets.ts';
import type { ScoredArticles } from '../query/ranking/score-order.ts';
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
  readonly annotations: AnnotationLister;
  readonly queries: QueryHelper;
  readonly originals: OriginalReader;
  readonly furniture: FurnitureReader;
  readonly concordances: ConcordanceReader;
  readonly sourceReports: SourceReporter;
  readonly #texts: TextReader;
  readonly #records: RecordReader;
  readonly #index: IndexReader;
  readonly #indexDb: Database;
  readonly #sets: LibrarySets;
  readonly searcher: Searcher;
  readonly #facetCounter: FacetCounter;
  readonly #hits: HitBuilder;
  readonly #resultSets = new ResultSets();
  readonly #clock: () => number;

  /** `clock` gives milliseconds since 1970. */
  constructor({ library, text, index }: ReadConnections, clock: () => number) {
    this.library = new LibraryReader(library);
    this.#texts = new TextReader(text);
    this.#records = new RecordReader(library, this.library, this.#texts);
    this.annotations = new AnnotationLister(this.library, this.#texts);
    this.originals = new OriginalReader(this.library, this.#texts);
    this.furniture = new FurnitureReader(library, this.#texts);
    this.sourceReports = new SourceReporter(library);
    this.#index = new IndexReader(index);
    this.#indexDb = index;
    this.#sets = new LibrarySets(this.library);
    this.searcher = new Searcher({
      index: this.#index,
      sets: this.#sets,
      fieldsOf: (ids) => this.#fieldsOf(ids),
      clock,
    });
    this.queries = new QueryHelper(
      this.#index,
      (id) => this.#readable(id).fields,
      () => this.#sets.refreshed,
    );
    this.#facetCounter = new FacetCounter(this.#sets, new LibraryFacets(this.#sets));
    this.#hits = new HitBuilder(this.library, this.#texts);
    this.#clock = clock;
    this.concordances = new ConcordanceReader({
      setOf: (id) => this.#resultSets.get(id),
      orderOf: (set) => this.#page(set, 0, set.total).articles,
      readTexts: (ids) => this.#texts.readUndamaged(ids),
      clock,
    });
  }

  /** Reads ahead for the first queries, a little a step; false when there is nothing more to read. */
  warmStep(): boolean {
    return this.#sets.warmStep() || this.#index.warmStep();
  }

  /** `checkpoint` is called every now and then, and throws to end the search. */
  search(request: SearchRequest, checkpoint?: () => void): SearchPage {
    const startedMs = this.#clock();
    const { best, found, total, highlighter, hidesExcluded, ...answer } = this.searcher.search(
      request,
      Math.max(ranked, request.offset + request.limit),
      checkpoint,
    );
    const refusal = refusalOf(request.query, answer);
    const hidden = hidesExcluded ? answer.hidden : null;
    const set = this.#resultSets.add({ request, found, total, hidden, ranked: best, highlighter, refusal });
    return {
      ...answer,
      resultSet: set.id,
      query: request.query,
      total,
      hits: this.#rowsOf(set, request.offset, request.limit),
      milliseconds: this.#clock() - startedMs,
    };
  }

  rows({ resultSet, offset, limit }: RowsRequest): Hit[] {
    return this.#rowsOf(this.#resultSets.get(resultSet), offset, limit);
  }

  newMatches(resultSet: ResultSetId): NewMatches {
    const { request, found } = this.#resultSets.get(resultSet);
    const { articles, notices } = this.searcher.find(request);
    return { articles: articles.countWithout(found), notices };
  }

  /** Every facet of an answer, each counted as if nothing of it were chosen. */
  facets(resultSet: ResultSetId): AllFacets {
    const set = this.#resultSets.get(resultSet);
    return this.searcher.countFacets(set, this.#facetCounter, keptValues(set.request.filter));
  }

  /** The values of one facet that hold `text`. */
  facetValues({ resultSet, facet, text }: FacetValuesRequest): FacetValues {
    const set = this.#resultSets.get(resultSet);
    return this.searcher.findFacetValues(set, this.#facetCounter, { facet, text });
  }

  article(id: ArticleId, resultSet: ResultSetId | null): ArticleView {
    const card = this.library.cards([id]).get(id);
    const read = this.#readable(id);
    if (card === undefined) throw articleMissing(id);
    const highlighter = resultSet === null ? null : this.#resultSets.get(resultSet).highlighter;
    return {
      id,
      fields: read.fields,
      tags: card.tags,
      labels: this.library.labels(id),
      notes: this.library.notes(id),
      highlights: this.annotations.highlightsIn(id, read.fields),
      states: card.states,
      place: this.library.annotations.place(id),
      locations: this.library.locations(id),
      evidence: evidenceOf(read, this.library.corrections.of([id]).get(id) ?? []),
      corrections: this.library.corrections.shown(id),
      missing: card.missing,
      encoding: card.encoding,
      sha256: card.sha256,
      marks: articleMarks(read.fields, highlighter),
      neighbours: this.#neighbours(id, read.fields),
    };
  }

  /** The ids of a selection that is to be changed, ascending; refuses an answer that nobody can have meant as a whole. */
  idsToChange(selection: ArticleSelection): Uint32Array {
    this.#refuseUnmeant(selection);
    return this.idsOf(selection);
  }

  #refuseUnmeant(selection: ArticleSelection): void {
    if ('ids' in selection) return;
    const { refusal } = this.#resultSets.get(selection.resultSet);
    if (refusal !== null) throw new FailureError({ code: 'bad-request', message: refusal });
  }

  idsOf(selection: ArticleSelection): Uint32Array {
    if ('ids' in selection) return Uint32Array.from(selection.ids).sort();
    const left = this.#resultSets.get(selection.resultSet).found.copy();
    for (const id of selection.except) left.delete(id);
    return left.toArray();
  }

  tagsOf(selection: ArticleSelection): {
    articles: number;
    tags: Readonly<{ name: string; articles: number }>[];
  } {
    const ids = this.idsOf(selection);
    const tags = this.#sets.tagCounts(BitSet.of(ids)).map(({ key, articles }) => ({ name: key, articles }));
    return { articles: ids.length, tags };
  }

  removalImpact(selection: ArticleSelection): RemovalImpact {
    return this.library.removalImpact(this.idsOf(selection));
  }

  /** One JSON document for each article, with everything that `article` tells. */
  exportRecords(selection: ArticleSelection, offset: number, limit: number): string[] {
    this.#refuseUnmeant(selection);
    const ids = Array.from(this.#inOrder(selection).subarray(offset, offset + limit), articleId);
    const records = this.#records.read(ids, { evidence: true, corrections: true });
    // One that is not told is gone or damaged, and reading it by itself says which.
    if (records.length < ids.length) for (const id of ids) this.article(id, null);
    return records.map((one) => JSON.stringify(one));
  }

  /** The ids of a selection that is to be taken out; refuses an answer that nobody can have meant as a whole. */
  orderedIds(selection: ArticleSelection): Uint32Array {
    this.#refuseUnmeant(selection);
    return this.#inOrder(selection);
  }

  stats(): LibraryStats {
    const { articles, sources, failed } = this.library.counts();
    return this.#index.snapshot(({ segments, generation }) => {
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
        commit: generation,
        segments: segments.length,
        indexBytes: databaseBytes(this.#indexDb),
        textBytes: this.#texts.bytes(),
        failed,
      };
    });
  }

  #inOrder(selection: ArticleSelection): Uint32Array {
    if ('ids' in selection) return Uint32Array.from(selection.ids);
    const set = this.#resultSets.get(selection.resultSet);
    const { articles } = this.#page(set, 0, set.total);
    const left = new Set<number>(selection.except);
    return Uint32Array.from(left.size === 0 ? articles : articles.filter((id) => !left.has(id)));
  }

  #rowsOf(set: ResultSet, offset: number, limit: number): Hit[] {
    const { articles, scores } = this.#page(set, offset, limit);
    const found = Array.from(articles, (id, place) => ({ id: articleId(id), score: scores[place] ?? 0 }));
    return this.#hits.hits(found, set.highlighter);
  }

  #page(set: ResultSet, offset: number, limit: number): ScoredArticles {
    return this.#resultSets.page(set, offset, limit, () => this.searcher.rankAll(set.request));
  }

  #readable(id: ArticleId): ExtractedArticle {
    const read = this.#texts.read([id]).get(id);
    if (read === undefined) throw articleMissing(id);
    return read;
  }

  #fieldsOf(ids: readonly number[]): Map<ArticleId, ArticleView['fields']> {
    const articles = this.#texts.readUndamaged(ids.map(articleId));
    return new Map([...articles].map(([id, { fields }]) => [id, fields]));
  }

  #neighbours(id: ArticleId, fields: ArticleView['fields']): Neighbours {
    return neighboursOf(fields, (headline) => {
      const query = `headline:"${headline.replace(/["“”„«»]/gu, ' ')}"`;
      const { best } = this.searcher.search(
        { query, grammar: 'news', sort: 'relevance', filter: everything, typing: false },
        5,
      );
      const candidates = Array.from(best.articles, articleId).filter((other) => other !== id);
      const texts = this.#texts.read(candidates);
      return candidates.find((other) => sameHeadline(texts.get(other)?.fields.headline, headline)) ?? null;
    });
  }
}
