import type { QueryFault, SearchFilter, SearchRequest } from '../../contract/search.ts';
import { extendedAnalysis, type Analysis } from '../analysis/analysis.ts';
import type { BitSet } from '../index/bit-set.ts';
import { searchedFields } from '../index/fields.ts';
import type { IndexReader, IndexSnapshot } from '../index/index-snapshot.ts';
import { dayOfMs } from '../index/published-day.ts';
import { Highlighter, type MarkedPhrase } from './highlighter.ts';
import { loosened } from './loosen.ts';
import { evaluateLunrQuery, parseLunrQuery } from './lunr-query.ts';
import { nearestWords } from './nearest-words.ts';
import { evaluateNewsQuery, type ArticleSets, type NewsEvaluation } from './news-evaluator.ts';
import { parseNewsQuery } from './news-parser.ts';
import { patternOf } from './query-slot.ts';
import { readingOf, readingOfClauses } from './reading.ts';
import { byRelevance } from './ranking.ts';
import { scoreDocuments, type ScoredArticles } from './scorer.ts';

/** The sets of articles that the library knows and the index does not. */
export interface SearchSets extends ArticleSets {
  /** One set for each kind of thing that the filter restricts: an article has to be in all of them. */
  filtered(filter: SearchFilter): BitSet[];
  anyTag(): BitSet;
}

/** `clock` gives milliseconds since 1970. */
export type SearcherOptions = Readonly<{ index: IndexReader; sets: SearchSets; clock: () => number }>;

/** An answer before any of its articles is read. */
export type Answer = ScoredArticles &
  Readonly<{
    reading: string;
    fault: QueryFault | null;
    notices: readonly string[];
    nearestWords: readonly string[];
    highlighter: Highlighter;
  }>;

type Found = Omit<Answer, 'articles' | 'scores'> & Readonly<{ scored: ScoredArticles }>;

/** Answers queries from the newest snapshot of the index and the library. */
export class Searcher {
  readonly #options: SearcherOptions;
  readonly #analysis: Analysis = extendedAnalysis;

  constructor(options: SearcherOptions) {
    this.#options = options;
  }

  search(request: Pick<SearchRequest, 'query' | 'grammar' | 'sort' | 'filter' | 'typing'>): Answer {
    return this.#options.index.read((snapshot) => {
      const found =
        request.grammar === 'lunr' ? this.#lunr(snapshot, request) : this.#news(snapshot, request);
      const { scored, ...rest } = found;
      return { ...rest, ...this.#sort(snapshot, scored, request.sort) };
    });
  }

  #lunr(snapshot: IndexSnapshot, { query, filter }: FindRequest): Found {
    const { clauses, fault } = parseLunrQuery(query);
    // A query of which nothing could be read finds nothing; an empty one finds everything, as in Lunr.
    const unread = fault !== null && clauses.length === 0;
    const { matched, terms } = evaluateLunrQuery(snapshot, clauses, this.#analysis);
    const phrases = terms.flatMap(({ term, weights }): MarkedPhrase[] => {
      const slots = [{ terms: new Set([term.key]), forms: new Set<string>(), test: null }];
      if (weights.size === searchedFields.length) return [{ slots, field: null }];
      return [...weights.keys()].map((field) => ({ slots, field }));
    });
    if (unread) for (const set of matched) set.words.fill(0);
    this.#applyFilter(snapshot, matched, filter);
    return {
      scored: scoreDocuments(snapshot, terms, matched),
      reading: unread ? 'nothing' : readingOfClauses(clauses),
      fault,
      notices: [],
      nearestWords: [],
      highlighter: new Highlighter(phrases, this.#analysis),
    };
  }

  #news(snapshot: IndexSnapshot, { query, filter, typing }: FindRequest): Found {
    const today = dayOfMs(this.#options.clock());
    const { node, faults, notices } = parseNewsQuery(query, { today, typing });
    const [fault = null] = faults;
    const said = [...notices, ...faults.slice(1).map(({ message }) => `Also: ${message}.`)];
    let read = node;
    let evaluation = this.#evaluate(snapshot, node, filter);
    const looser = isEmpty(evaluation) ? loosened(node) : null;
    if (looser !== null) {
      const second = this.#evaluate(snapshot, looser, filter);
      if (!isEmpty(second)) {
        evaluation = second;
        read = looser;
        said.unshift('No article has all of these words; these have some of them.');
      }
    }
    return {
      scored: scoreDocuments(snapshot, evaluation.terms, evaluation.matched),
      reading: readingOf(read),
      fault,
      notices: [...said, ...evaluation.notices],
      nearestWords: isEmpty(evaluation)
        ? [...new Set(evaluation.unknownWords.flatMap((word) => nearestWords(snapshot, word)))]
        : [],
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
    const phrases = sought.map(({ slots, field }) => ({ slots: slots.map(patternOf), field }));
    return new Highlighter(phrases, this.#analysis);
  }

  #applyFilter(snapshot: IndexSnapshot, matched: readonly BitSet[], filter: SearchFilter): void {
    const wanted = this.#options.sets.filtered(filter);
    const unwanted = filter.untagged ? this.#options.sets.anyTag() : null;
    if (wanted.length === 0 && unwanted === null) return;
    for (const [nth, segment] of snapshot.segments.entries()) {
      const set = matched[nth];
      set?.forEach((document) => {
        const id = segment.articles[document] ?? 0;
        if (wanted.some((ids) => !ids.has(id)) || unwanted?.has(id) === true) set.delete(document);
      });
    }
  }

  #sort(snapshot: IndexSnapshot, scored: ScoredArticles, sort: SearchRequest['sort']): ScoredArticles {
    if (sort === 'relevance') return byRelevance(scored);
    const days = daysOf(snapshot, scored.articles);
    const sign = sort === 'newest' ? -1 : 1;
    const order = Uint32Array.from(scored.articles.keys()).sort((a, b) => {
      const dayA = days[a] as number;
      const dayB = days[b] as number;
      // Articles without a date come last either way.
      const undated = Number(Number.isNaN(dayA)) - Number(Number.isNaN(dayB));
      if (undated !== 0) return undated;
      if (dayA !== dayB && !Number.isNaN(dayA)) return sign * (dayA - dayB);
      return (scored.articles[a] as number) - (scored.articles[b] as number);
    });
    return {
      articles: order.map((place) => scored.articles[place] as number),
      scores: Float64Array.from(order, (place) => scored.scores[place] as number),
    };
  }
}

type FindRequest = Pick<SearchRequest, 'query' | 'filter' | 'typing'>;

function isEmpty({ matched }: NewsEvaluation): boolean {
  return matched.every((set) => set.isEmpty);
}

/** The day of each article, NaN for one without a date. */
function daysOf(snapshot: IndexSnapshot, articles: Uint32Array): Float64Array {
  const byArticle = new Map<number, number>();
  for (const segment of snapshot.segments) {
    segment.liveDocuments().forEach((document) => {
      const day = segment.hasDay(document) ? segment.day(document) : Number.NaN;
      byArticle.set(segment.articles[document] ?? 0, day);
    });
  }
  return Float64Array.from(articles, (id) => byArticle.get(id) ?? Number.NaN);
}
