import { sentence, type Sentence } from '../../words/sentence.ts';
import type { AllFacets, FacetName, FacetValues } from '../../contract/facet-values.ts';
import type { SearchFilter, SearchRequest } from '../../contract/search.ts';
import { extendedAnalysis, type Analysis } from '../analysis/analysis.ts';
import type { BitSet } from '../index/bytes/bit-set.ts';
import { carryOn, type IndexReader, type IndexSnapshot } from '../index/index-reader.ts';
import { localDayOfMs } from '../index/schema/published-day.ts';
import {
  countedArticles,
  type CountedAnswer,
  type CountedArticles,
  type FacetCounter,
} from './facets/facet-counter.ts';
import type { Answer, FindRequest, Found, RankRequest } from './answer.ts';
import { sortByColumn, type ColumnOrder } from './ranking/column-order.ts';
import { facetCounts } from './results/facets.ts';
import { countOf } from './filtering/matched-articles.ts';
import {
  asksForExcluded,
  findsExcluded,
  findsNone,
  narrow,
  type Narrowing,
} from './filtering/excluded-articles.ts';
import { applyFilter, isWidenedBy, withoutFacet } from './filtering/apply-filter.ts';
import type { SearchSets } from './filtering/search-sets.ts';
import { filterByArticles } from './matching/filters.ts';
import { Highlighter } from './results/highlighter.ts';
import { phrasesOf, searchedPhrases } from './results/highlight-phrases.ts';
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
import { lunrModel } from './ranking/scorer.ts';
import { WrittenWords, type FieldsOf } from './matching/written/written-words.ts';
import { articleTerms, type ArticleTerms } from './ranking/article-terms.ts';
import { articlesOf } from './matching/articles-of.ts';
import { NoteIndex } from './notes/note-index.ts';
import { type DocumentSets } from './matching/weighted-terms.ts';
import { rescore, rescoreDepth, rescoreQueryOf } from './ranking/rescorer.ts';

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
  countFacets(
    { request, found, hidden }: CountedAnswer<FindRequest>,
    counter: FacetCounter,
    kept: KeptValues,
  ): AllFacets {
    return this.#options.index.snapshot((snapshot) =>
      counter.count(snapshot, this.#articlesFor(snapshot, request, found), kept, hidden),
    );
  }

  /** The values of a facet of an answer whose names hold `text`. */
  findFacetValues(
    { request, found, hidden }: CountedAnswer<FindRequest>,
    counter: FacetCounter,
    { facet, text }: Readonly<{ facet: FacetName; text: string }>,
  ): FacetValues {
    return this.#options.index.snapshot((snapshot) =>
      counter.find(snapshot, facet, this.#articlesFor(snapshot, request, found)(facet), text, hidden),
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
      unfiltered ??= this.#find(snapshot, {
        ...request,
        filter: noFilter,
        withExcluded: findsExcluded(request),
      }).matched;
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
        : this.#sorted(snapshot, matched, sort, Infinity);
    });
  }

  #sorted(snapshot: IndexSnapshot, matched: DocumentSets, sort: ColumnOrder, limit: number): ScoredArticles {
    const queue = sort === 'queue' ? this.#options.sets.queue() : [];
    return sortByColumn(snapshot, matched, sort, Math.min(limit, countOf(matched)), queue);
  }

  #best(
    snapshot: IndexSnapshot,
    { matched, model, rescoreQuery }: Pick<Found, 'matched' | 'model' | 'rescoreQuery'>,
    sort: SearchRequest['sort'],
    limit: number,
  ): ScoredArticles {
    if (sort !== 'relevance') return this.#sorted(snapshot, matched, sort, limit);
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

  #lunr(snapshot: IndexSnapshot, request: FindRequest): Found {
    const { query } = request;
    const { clauses, fault } = parseLunrQuery(query);
    // A query of which nothing could be parsed finds nothing; an empty one finds everything, as in Lunr.
    const isUnparsed = fault !== null && clauses.length === 0;
    const evaluation = evaluateLunrQuery(snapshot, clauses, this.#analysis);
    const { matched, terms } = evaluation;
    if (isUnparsed) for (const set of matched) set.words.fill(0);
    return {
      matched,
      ...narrow(snapshot, matched, request, this.#options.sets),
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

  #news(snapshot: IndexSnapshot, request: FindRequest): Found {
    const { query, typing } = request;
    const today = localDayOfMs(this.#options.clock());
    const known = { ...this.#options.sets.values, named: namesCheck(snapshot) };
    const { node, faults, hints, notices } = parseNewsQuery(query, { today, typing, known });
    const [fault = null] = faults;
    const others = faults.slice(1).map(({ message }) => sentence('read.also', { fault: message }));
    const messages = [...notices, ...others];
    let searched = node;
    const narrowing = { ...request, withExcluded: findsExcluded(request) || asksForExcluded(node) };
    let evaluation = this.#evaluate(snapshot, node, narrowing);
    if (findsNone(evaluation)) messages.unshift(...missingWords(evaluation));
    const relaxedNode = findsNone(evaluation) ? relaxed(node) : null;
    if (relaxedNode !== null) {
      const second = this.#evaluate(snapshot, relaxedNode, narrowing);
      if (!findsNone(second)) {
        evaluation = second;
        searched = relaxedNode;
        messages.unshift(sentence('read.some-words'));
      }
    }
    if (findsNone(evaluation) && evaluation.unknownWords.length === 0 && wordsIn(evaluation) > 1) {
      messages.unshift(sentence('read.not-together'));
    }
    const { terms } = evaluation;
    const rescoreQuery = rescoreQueryOf(evaluation);
    return {
      matched: evaluation.matched,
      hidden: evaluation.hidden,
      hidesExcluded: evaluation.hidesExcluded,
      model: (current) => bm25fModel(current, terms),
      rescoreQuery,
      scores: rescoreQuery.terms.length > 0,
      reading: formatQuery(searched),
      fault,
      hints,
      foreign: foreignQuery(query),
      narrows: narrows(node, evaluation.searched),
      notices: [...messages, ...evaluation.notices],
      nearestWords: findsNone(evaluation) ? nearestOfAll(snapshot, evaluation.unknownWords) : [],
      highlighter: new Highlighter(searchedPhrases(evaluation.searched), this.#analysis),
    };
  }

  #evaluate(
    snapshot: IndexSnapshot,
    node: Parameters<typeof evaluateNewsQuery>[1],
    narrowing: Narrowing,
  ): NewsEvaluation & ReturnType<typeof narrow> {
    const evaluation = evaluateNewsQuery(snapshot, node, {
      analysis: this.#analysis,
      articleSets: this.#options.sets,
      writtenWords: this.#writtenWords,
      notes: this.#notes,
    });
    return { ...evaluation, ...narrow(snapshot, evaluation.matched, narrowing, this.#options.sets) };
  }
}

function withoutScores(articles: Uint32Array): ScoredArticles {
  return { articles, scores: new Float64Array(articles.length) };
}
