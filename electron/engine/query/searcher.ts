import { sentence, type Sentence } from '../../words/sentence.ts';
import type { AllFacets, FacetName, FacetValues } from '../../contract/facet-values.ts';
import type {
  ForeignQuery,
  QueryFault,
  QueryHint,
  SearchFilter,
  SearchRequest,
} from '../../contract/search.ts';
import { extendedAnalysis, type Analysis } from '../analysis/analysis.ts';
import type { BitSet } from '../index/bytes/bit-set.ts';
import { carryOn, type IndexReader, type IndexSnapshot } from '../index/index-reader.ts';
import { localDayOfMs } from '../index/schema/published-day.ts';
import { countedArticles, type CountedArticles, type FacetCounter } from './facets/facet-counter.ts';
import { sortByColumn } from './ranking/column-order.ts';
import { facetCounts, type FacetCounts } from './results/facets.ts';
import { countOf } from './filtering/matched-articles.ts';
import { applyFilter, isWidenedBy, withoutFacet } from './filtering/apply-filter.ts';
import type { SearchSets } from './filtering/search-sets.ts';
import { filterByArticles } from './matching/filters.ts';
import { Highlighter } from './results/highlighter.ts';
import { phrasesOf, withoutRepeats } from './results/highlight-phrases.ts';
import { foreignQuery } from './foreign/foreign-query.ts';
import { relaxed } from './grammar/relax-query.ts';
import { evaluateLunrQuery, leftOutFault, parseLunrQuery } from './lunr-query.ts';
import { namesCheck } from './matching/names-check.ts';
import { nearestOfAll } from './matching/nearest-words.ts';
import { evaluateNewsQuery, narrows, type NewsEvaluation } from './matching/news-evaluator.ts';
import { missingWords, wordsIn } from './results/missing-words.ts';
import { bm25fModel } from './ranking/bm25f.ts';
import { parseNewsQuery } from './grammar/news-parser.ts';
import { bestCandidates, rankAll, rankTop } from './ranking/top-k.ts';
import type { ScoredArticles } from './ranking/score-order.ts';
import { formatQuery, formatClauses } from './query-reading.ts';
import { lunrModel, type ScoringModel } from './ranking/scorer.ts';
import { WrittenWords, type FieldsOf } from './matching/written/written-words.ts';
import { articleTerms, type ArticleTerms } from './ranking/article-terms.ts';
import { articlesOf } from './matching/articles-of.ts';
import { NoteIndex } from './notes/note-index.ts';
import { type DocumentSets } from './matching/weighted-terms.ts';
import { rescore, rescoreDepth, rescoreQueryOf, type RescoreQuery } from './ranking/rescorer.ts';

/** `clock` gives milliseconds since 1970. */
export type SearcherOptions = Readonly<{
  index: IndexReader;
  sets: SearchSets;
  fieldsOf: FieldsOf;
  clock: () => number;
}>;

const noFilter: SearchFilter = { tags: [], sources: [], untagged: false };

/** Values of a facet that are told also where few articles have them. */
export type KeptValues = (facet: FacetName) => readonly string[];

type FindRequest = Pick<SearchRequest, 'query' | 'grammar' | 'filter' | 'typing'>;
export type RankRequest = FindRequest & Pick<SearchRequest, 'sort'>;

/** What a query finds, before any of its articles is read or ranked. */
type Found = Readonly<{
  matched: DocumentSets;
  model: (snapshot: IndexSnapshot) => ScoringModel;
  /** What the second look at the best is for; null in a grammar that has none. */
  rescoreQuery: RescoreQuery | null;
  /** Whether anything of the query scores; otherwise articles come in the order of their ids. */
  scores: boolean;
  reading: string;
  fault: QueryFault | null;
  hints: readonly QueryHint[];
  foreign: ForeignQuery | null;
  narrows: boolean;
  notices: readonly Sentence[];
  nearestWords: readonly string[];
  highlighter: Highlighter;
}>;

/** An answer before any of its articles is read. `best` are the first of all that were found. */
export type Answer = Omit<Found, 'matched' | 'model' | 'rescoreQuery' | 'scores'> &
  FacetCounts &
  Readonly<{ best: ScoredArticles }>;

/** Answers queries from the newest snapshot of the index and the library. */
export class Searcher {
  readonly #options: SearcherOptions;
  readonly #analysis: Analysis = extendedAnalysis;
  readonly #writtenWords: WrittenWords;
  readonly #notes: NoteIndex;

  constructor(options: SearcherOptions) {
    this.#options = options;
    this.#writtenWords = new WrittenWords(this.#analysis, options.fieldsOf);
    this.#notes = new NoteIndex(options.sets.notes, this.#analysis, options.sets);
  }

  /** Finds all and ranks the best `limit`. `checkpoint` is called every now and then, and throws to end the search. */
  search(request: RankRequest, limit: number, checkpoint: () => void = carryOn): Answer {
    return this.#options.index.snapshot((snapshot) => {
      const { matched, model, rescoreQuery, scores, ...rest } = this.#find(snapshot, request);
      const counted = facetCounts(snapshot, matched);
      const best =
        request.sort === 'relevance' && !scores
          ? withoutScores(counted.found.first(limit))
          : this.#best(snapshot, { matched, model, rescoreQuery }, request.sort, limit);
      return { ...rest, ...counted, best };
    }, checkpoint);
  }

  /** Counts every facet of an answer by `counter`, each over what the query and all filters but its own find. */
  countFacets(request: FindRequest, found: BitSet, counter: FacetCounter, kept: KeptValues): AllFacets {
    return this.#options.index.snapshot((snapshot) =>
      counter.count(snapshot, this.#articlesFor(snapshot, request, found), kept),
    );
  }

  /** The values of a facet of an answer whose names hold `text`. */
  findFacetValues(
    request: FindRequest,
    found: BitSet,
    counter: FacetCounter,
    { facet, text }: Readonly<{ facet: FacetName; text: string }>,
  ): FacetValues {
    return this.#options.index.snapshot((snapshot) =>
      counter.find(snapshot, facet, this.#articlesFor(snapshot, request, found)(facet), text),
    );
  }

  #articlesFor(
    snapshot: IndexSnapshot,
    request: FindRequest,
    found: BitSet,
  ): (facet: FacetName) => CountedArticles {
    const { filter } = request;
    const { sets } = this.#options;
    const answer = countedArticles(
      snapshot,
      snapshot.segments.map((segment) => filterByArticles(segment, found)),
      found,
    );
    let unfiltered: DocumentSets | null = null;
    return (facet) => {
      if (!isWidenedBy(filter, facet)) return answer;
      unfiltered ??= this.#find(snapshot, { ...request, filter: noFilter }).matched;
      const matched = unfiltered.map((documents) => documents.copy());
      applyFilter(snapshot, matched, withoutFacet(filter, facet), sets);
      return countedArticles(snapshot, matched, articlesOf(snapshot, matched));
    };
  }

  /** What `work` makes of what each question finds, before anything of it is ranked. */
  overAll<Value>(
    asked: readonly FindRequest[],
    work: (snapshot: IndexSnapshot, found: readonly Pick<Found, 'matched' | 'fault'>[]) => Value,
  ): Value {
    return this.#options.index.snapshot((snapshot) =>
      work(
        snapshot,
        asked.map((request) => this.#find(snapshot, request)),
      ),
    );
  }

  /** Ids of the articles that are found now, and what there is to say of it. */
  find(request: FindRequest): Readonly<{ articles: BitSet; notices: readonly Sentence[] }> {
    return this.#options.index.snapshot((snapshot) => {
      const { matched, notices } = this.#find(snapshot, request);
      return { articles: articlesOf(snapshot, matched), notices };
    });
  }

  /** All that are found now, in the order in which the best were found before any was looked at again. */
  rankAll({ sort, ...request }: RankRequest): ScoredArticles {
    return this.#options.index.snapshot((snapshot) => {
      const { matched, model } = this.#find(snapshot, request);
      return sort === 'relevance'
        ? rankAll(snapshot, model(snapshot), matched)
        : sortByColumn(snapshot, matched, sort, countOf(matched));
    });
  }

  #best(
    snapshot: IndexSnapshot,
    { matched, model, rescoreQuery }: Pick<Found, 'matched' | 'model' | 'rescoreQuery'>,
    sort: SearchRequest['sort'],
    limit: number,
  ): ScoredArticles {
    if (sort !== 'relevance') return sortByColumn(snapshot, matched, sort, Math.min(limit, countOf(matched)));
    if (rescoreQuery === null) return rankTop(snapshot, model(snapshot), matched, limit);
    const first = bestCandidates(snapshot, model(snapshot), matched, Math.max(rescoreDepth, limit));
    const { articles, scores } = rescore(snapshot, rescoreQuery, first, (ids) => this.#termsOf(ids));
    return { articles: articles.slice(0, limit), scores: scores.slice(0, limit) };
  }

  #termsOf(ids: readonly number[]): Map<number, ArticleTerms> {
    const articles = this.#options.fieldsOf(ids);
    return new Map([...articles].map(([id, fields]) => [id, articleTerms(fields, this.#analysis)]));
  }

  #find(snapshot: IndexSnapshot, request: FindRequest): Found {
    return request.grammar === 'lunr' ? this.#lunr(snapshot, request) : this.#news(snapshot, request);
  }

  #lunr(snapshot: IndexSnapshot, { query, filter }: FindRequest): Found {
    const { clauses, fault } = parseLunrQuery(query);
    // A query of which nothing could be parsed finds nothing; an empty one finds everything, as in Lunr.
    const isUnparsed = fault !== null && clauses.length === 0;
    const evaluation = evaluateLunrQuery(snapshot, clauses, this.#analysis);
    const { matched, terms } = evaluation;
    if (isUnparsed) for (const set of matched) set.words.fill(0);
    applyFilter(snapshot, matched, filter, this.#options.sets);
    return {
      matched,
      model: (current) => lunrModel(current, terms),
      rescoreQuery: null,
      scores: terms.length > 0,
      reading: isUnparsed ? 'nothing' : formatClauses(clauses),
      fault: fault ?? leftOutFault(query, evaluation),
      hints: [],
      foreign: null,
      narrows: isUnparsed || clauses.length > 0,
      notices: [],
      nearestWords: [],
      highlighter: new Highlighter(phrasesOf(terms), this.#analysis),
    };
  }

  #news(snapshot: IndexSnapshot, { query, filter, typing }: FindRequest): Found {
    const today = localDayOfMs(this.#options.clock());
    const known = { ...this.#options.sets.values, named: namesCheck(snapshot) };
    const { node, faults, hints, notices } = parseNewsQuery(query, { today, typing, known });
    const [fault = null] = faults;
    const others = faults.slice(1).map(({ message }) => sentence('read.also', { fault: message }));
    const messages = [...notices, ...others];
    let searched = node;
    let evaluation = this.#evaluate(snapshot, node, filter);
    if (isEmpty(evaluation)) messages.unshift(...missingWords(evaluation));
    const relaxedNode = isEmpty(evaluation) ? relaxed(node) : null;
    if (relaxedNode !== null) {
      const second = this.#evaluate(snapshot, relaxedNode, filter);
      if (!isEmpty(second)) {
        evaluation = second;
        searched = relaxedNode;
        messages.unshift(sentence('read.some-words'));
      }
    }
    if (isEmpty(evaluation) && evaluation.unknownWords.length === 0 && wordsIn(evaluation) > 1) {
      messages.unshift(sentence('read.not-together'));
    }
    const { terms } = evaluation;
    const rescoreQuery = rescoreQueryOf(evaluation);
    return {
      matched: evaluation.matched,
      model: (current) => bm25fModel(current, terms),
      rescoreQuery,
      scores: rescoreQuery.terms.length > 0,
      reading: formatQuery(searched),
      fault,
      hints,
      foreign: foreignQuery(query),
      narrows: narrows(node, evaluation.searched),
      notices: [...messages, ...evaluation.notices],
      nearestWords: isEmpty(evaluation) ? nearestOfAll(snapshot, evaluation.unknownWords) : [],
      highlighter: this.#highlighter(evaluation),
    };
  }

  #evaluate(
    snapshot: IndexSnapshot,
    node: Parameters<typeof evaluateNewsQuery>[1],
    filter: SearchFilter,
  ): NewsEvaluation {
    const evaluation = evaluateNewsQuery(snapshot, node, {
      analysis: this.#analysis,
      articleSets: this.#options.sets,
      writtenWords: this.#writtenWords,
      notes: this.#notes,
    });
    applyFilter(snapshot, evaluation.matched, filter, this.#options.sets);
    return evaluation;
  }

  #highlighter({ searched }: NewsEvaluation): Highlighter {
    const phrases = withoutRepeats(searched).map(({ slots, field }) => ({
      slots: slots.map(({ pattern }) => pattern),
      field,
    }));
    return new Highlighter(phrases, this.#analysis);
  }
}

function isEmpty({ matched }: NewsEvaluation): boolean {
  return matched.every((set) => set.isEmpty);
}

function withoutScores(articles: Uint32Array): ScoredArticles {
  return { articles, scores: new Float64Array(articles.length) };
}
