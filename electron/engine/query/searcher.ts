import type { QueryFault, QueryHint, SearchFilter, SearchRequest } from '../../contract/search.ts';
import { extendedAnalysis, type Analysis } from '../analysis/analysis.ts';
import { BitSet } from '../index/bytes/bit-set.ts';
import { searchedFields } from '../index/schema/fields.ts';
import { carryOn, type IndexReader, type IndexSnapshot } from '../index/index-reader.ts';
import { localDayOfMs, publishedDay } from '../index/schema/published-day.ts';
import { sortByDate } from './ranking/date-order.ts';
import { overviewOf, type Overview } from './results/facets.ts';
import { filterByArticles, filterByDays, filterByName } from './matching/filters.ts';
import { Highlighter, type MarkedPhrase } from './results/highlighter.ts';
import type { KnownValues } from './grammar/filter-values.ts';
import { loosened } from './grammar/relax-query.ts';
import { evaluateLunrQuery, leftOutFault, parseLunrQuery } from './lunr-query.ts';
import { languageCheck } from './matching/language-check.ts';
import { nearestOfAll } from './matching/suggestions.ts';
import {
  evaluateNewsQuery,
  narrows,
  type ArticleSets,
  type NewsEvaluation,
  type SoughtPhrase,
} from './matching/news-evaluator.ts';
import { missingWords, wordsIn } from './results/missing-words.ts';
import { newsModel } from './ranking/bm25f.ts';
import { parseNewsQuery } from './grammar/news-parser.ts';
import { bestCandidates, rankAll, rankTop } from './ranking/top-k.ts';
import { mostExpansions } from './matching/query-slot.ts';
import type { ScoredArticles } from './ranking/score-order.ts';
import { readingOf, readingOfClauses } from './query-reading.ts';
import { lunrModel, type ScoringModel } from './ranking/scorer.ts';
import { type DocumentSets, type WeightedTerm } from './matching/weighted-terms.ts';
import { lookAgain, lookedAtAgain, lookedForBy, type LookedFor, type TermsOf } from './ranking/rescorer.ts';

/** The sets of articles that the library knows and the index does not. */
export interface SearchSets extends ArticleSets {
  /** One set for each kind of thing that the filter restricts: an article has to be in all of them. */
  filtered(filter: SearchFilter): BitSet[];
  anyTag(): BitSet;
  /** Whether there are such tags and sources, and which are near. */
  readonly values: Pick<KnownValues, 'tag' | 'source'>;
}

/** `clock` gives milliseconds since 1970. */
export type SearcherOptions = Readonly<{
  index: IndexReader;
  sets: SearchSets;
  termsOf: TermsOf;
  clock: () => number;
}>;

type FindRequest = Pick<SearchRequest, 'query' | 'grammar' | 'filter' | 'typing'>;
export type RankRequest = FindRequest & Pick<SearchRequest, 'sort'>;

/** What a query finds, before any of its articles is read or ranked. */
type Found = Readonly<{
  matched: DocumentSets;
  model: (snapshot: IndexSnapshot) => ScoringModel;
  /** What the second look at the best is for; null in a grammar that has none. */
  lookedFor: LookedFor | null;
  /** Whether anything of the query scores; otherwise articles come in the order of their ids. */
  scores: boolean;
  reading: string;
  fault: QueryFault | null;
  hints: readonly QueryHint[];
  narrows: boolean;
  notices: readonly string[];
  nearestWords: readonly string[];
  highlighter: Highlighter;
}>;

/** An answer before any of its articles is read. `best` are the first of all that were found. */
export type Answer = Omit<Found, 'matched' | 'model' | 'lookedFor' | 'scores'> &
  Overview &
  Readonly<{ best: ScoredArticles }>;

const noForms: ReadonlySet<string> = new Set();

/** Answers queries from the newest snapshot of the index and the library. */
export class Searcher {
  readonly #options: SearcherOptions;
  readonly #analysis: Analysis = extendedAnalysis;

  constructor(options: SearcherOptions) {
    this.#options = options;
  }

  /** Finds all and ranks the best `most`. `checkpoint` is called every now and then, and throws to end the search. */
  search(request: RankRequest, most: number, checkpoint: () => void = carryOn): Answer {
    return this.#options.index.read((snapshot) => {
      const { matched, model, lookedFor, scores, ...rest } = this.#find(snapshot, request);
      const overview = overviewOf(snapshot, matched);
      const best =
        request.sort === 'relevance' && !scores
          ? withoutScores(overview.found.least(most))
          : this.#best(snapshot, { matched, model, lookedFor }, request.sort, most);
      return { ...rest, ...overview, best };
    }, checkpoint);
  }

  /** What articles have in common now, by their ids. */
  facets(articles: BitSet): Overview['facets'] {
    return this.#options.index.read((snapshot) => {
      const matched = snapshot.segments.map((segment) => filterByArticles(segment, articles));
      return overviewOf(snapshot, matched).facets;
    });
  }

  /** Ids of the articles that are found now, and what there is to say of it. */
  find(request: FindRequest): Readonly<{ articles: BitSet; notices: readonly string[] }> {
    return this.#options.index.read((snapshot) => {
      const { matched, notices } = this.#find(snapshot, request);
      return { articles: articlesOf(snapshot, matched), notices };
    });
  }

  /** All that are found now, in the order in which the best were found before any was looked at again. */
  rankAll({ sort, ...request }: RankRequest): ScoredArticles {
    return this.#options.index.read((snapshot) => {
      const { matched, model } = this.#find(snapshot, request);
      return sort === 'relevance'
        ? rankAll(snapshot, model(snapshot), matched)
        : sortByDate(snapshot, matched, sort, countOf(matched));
    });
  }

  #best(
    snapshot: IndexSnapshot,
    { matched, model, lookedFor }: Pick<Found, 'matched' | 'model' | 'lookedFor'>,
    sort: SearchRequest['sort'],
    most: number,
  ): ScoredArticles {
    if (sort !== 'relevance') return sortByDate(snapshot, matched, sort, Math.min(most, countOf(matched)));
    if (lookedFor === null) return rankTop(snapshot, model(snapshot), matched, most);
    const first = bestCandidates(snapshot, model(snapshot), matched, Math.max(lookedAtAgain, most));
    const { articles, scores } = lookAgain(snapshot, lookedFor, first, this.#options.termsOf);
    return { articles: articles.slice(0, most), scores: scores.slice(0, most) };
  }

  #find(snapshot: IndexSnapshot, request: FindRequest): Found {
    return request.grammar === 'lunr' ? this.#lunr(snapshot, request) : this.#news(snapshot, request);
  }

  #lunr(snapshot: IndexSnapshot, { query, filter }: FindRequest): Found {
    const { clauses, fault } = parseLunrQuery(query);
    // A query of which nothing could be read finds nothing; an empty one finds everything, as in Lunr.
    const unread = fault !== null && clauses.length === 0;
    const evaluation = evaluateLunrQuery(snapshot, clauses, this.#analysis);
    const { matched, terms } = evaluation;
    if (unread) for (const set of matched) set.words.fill(0);
    this.#applyFilter(snapshot, matched, filter);
    return {
      matched,
      model: (current) => lunrModel(current, terms),
      lookedFor: null,
      scores: terms.length > 0,
      reading: unread ? 'nothing' : readingOfClauses(clauses),
      fault: fault ?? leftOutFault(query, evaluation),
      hints: [],
      narrows: unread || clauses.length > 0,
      notices: [],
      nearestWords: [],
      highlighter: new Highlighter(phrasesOf(terms), this.#analysis),
    };
  }

  #news(snapshot: IndexSnapshot, { query, filter, typing }: FindRequest): Found {
    const today = localDayOfMs(this.#options.clock());
    const known = { ...this.#options.sets.values, language: languageCheck(snapshot) };
    const { node, faults, hints, notices } = parseNewsQuery(query, { today, typing, known });
    const [fault = null] = faults;
    const said = [...notices, ...faults.slice(1).map(({ message }) => `Also: ${message}.`)];
    let read = node;
    let evaluation = this.#evaluate(snapshot, node, filter);
    if (isEmpty(evaluation)) said.unshift(...missingWords(evaluation));
    const looser = isEmpty(evaluation) ? loosened(node) : null;
    if (looser !== null) {
      const second = this.#evaluate(snapshot, looser, filter);
      if (!isEmpty(second)) {
        evaluation = second;
        read = looser;
        said.unshift('No article has all of these words; these have some of them.');
      }
    }
    if (isEmpty(evaluation) && evaluation.unknownWords.length === 0 && wordsIn(evaluation) > 1) {
      said.unshift('Articles have each of these words, but none has them as was asked.');
    }
    const { terms } = evaluation;
    const lookedFor = lookedForBy(evaluation);
    return {
      matched: evaluation.matched,
      model: (current) => newsModel(current, terms),
      lookedFor,
      scores: lookedFor.terms.length > 0,
      reading: readingOf(read),
      fault,
      hints,
      narrows: narrows(node, evaluation.sought),
      notices: [...said, ...evaluation.notices],
      nearestWords: isEmpty(evaluation) ? nearestOfAll(snapshot, evaluation.unknownWords) : [],
      highlighter: this.#highlighter(evaluation),
    };
  }

  #evaluate(
    snapshot: IndexSnapshot,
    node: Parameters<typeof evaluateNewsQuery>[1],
    filter: SearchFilter,
  ): NewsEvaluation {
    const evaluation = evaluateNewsQuery(snapshot, node, this.#analysis, this.#options.sets);
    this.#applyFilter(snapshot, evaluation.matched, filter);
    return evaluation;
  }

  #highlighter({ sought }: NewsEvaluation): Highlighter {
    const phrases = withoutRepeats(sought).map(({ slots, field }) => ({
      slots: slots.map(({ pattern }) => pattern),
      field,
    }));
    return new Highlighter(phrases, this.#analysis);
  }

  #applyFilter(snapshot: IndexSnapshot, matched: DocumentSets, filter: SearchFilter): void {
    const { languages = [], places = [], agencies = [], published } = filter;
    const wanted = this.#options.sets.filtered(filter);
    const unwanted = filter.untagged ? this.#options.sets.anyTag() : null;
    const named = [
      ['languages', new Set(languages)],
      ['places', new Set(places)],
      ['agencies', new Set(agencies)],
    ] as const;
    for (const [nth, segment] of snapshot.segments.entries()) {
      const set = matched[nth];
      for (const ids of wanted) set?.intersect(filterByArticles(segment, ids));
      if (unwanted !== null) set?.subtract(filterByArticles(segment, unwanted));
      for (const [column, names] of named) {
        if (names.size > 0) set?.intersect(filterByName(segment, column, (name) => names.has(name)));
      }
      if (published === undefined) continue;
      set?.intersect(filterByDays(segment, publishedDay(published.from), publishedDay(published.to)));
    }
  }
}

/** A phrase for each term; of very many together they are one, since the marks of an answer are kept with it. */
function phrasesOf(terms: readonly WeightedTerm[]): MarkedPhrase[] {
  const keysOf = new Map<string, { field: number | null; keys: Set<string> }>();
  for (const { term, weights } of terms) {
    const fields = weights.size === searchedFields.length ? [null] : [...weights.keys()];
    for (const field of fields) {
      const group = terms.length > mostExpansions ? String(field) : `${String(field)} ${term.key}`;
      const { keys } = keysOf.get(group) ?? { keys: new Set<string>() };
      keysOf.set(group, { field, keys: keys.add(term.key) });
    }
  }
  return [...keysOf.values()].map(({ field, keys }) => ({
    slots: [{ terms: keys, forms: noForms, wildcard: null, test: null }],
    field,
  }));
}

/** Each phrase once: a pasted text says the same words over and over, and every one of them would be marked each time. */
function withoutRepeats(sought: readonly SoughtPhrase[]): SoughtPhrase[] {
  const fieldsOf = new Map<SoughtPhrase['slots'], Set<number | null>>();
  return sought.filter(({ slots, field }) => {
    const fields = fieldsOf.get(slots) ?? new Set();
    fieldsOf.set(slots, fields);
    if (fields.has(field)) return false;
    fields.add(field);
    return true;
  });
}

function isEmpty({ matched }: NewsEvaluation): boolean {
  return matched.every((set) => set.isEmpty);
}

function withoutScores(articles: Uint32Array): ScoredArticles {
  return { articles, scores: new Float64Array(articles.length) };
}

function countOf(matched: DocumentSets): number {
  return matched.reduce((sum, documents) => sum + documents.count(), 0);
}

/** The ids of found articles. */
function articlesOf(snapshot: IndexSnapshot, matched: DocumentSets): BitSet {
  const greatest = snapshot.segments.reduce((most, segment) => Math.max(most, segment.greatestArticle), -1);
  const found = new BitSet(greatest + 1);
  for (const [nth, { articles }] of snapshot.segments.entries()) {
    matched[nth]?.forEach((document) => found.add(articles[document] as number));
  }
  return found;
}
