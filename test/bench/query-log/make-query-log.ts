import type { ArticleFields } from '../../../electron/contract/article.ts';
import { hash32, Random } from '../generator/random.ts';
import { articleAt, type Corpus } from '../corpus.ts';
import type { SortOrder } from '../../../electron/contract/search.ts';
import { mixedKinds, queryKinds, type LoggedQuery, type QueryKind, type QueryLog } from './logged-query.ts';
import { QueryMaker } from './query-maker.ts';

/** How many queries of each kind a log has, in hundreds of queries. */
const shares: Readonly<Record<QueryKind, number>> = {
  term: 40,
  'all words': 30,
  'any word': 20,
  phrase: 30,
  proximity: 20,
  wildcard: 40,
  filter: 40,
  field: 16,
  fuzzy: 12,
  'one letter': 6,
  typing: 24,
  'grammar lunr': 24,
};
const sampled = 1_000;
const warmUpShare = 0.2;

/** Some articles from all over the corpus. */
function sampleOf(corpus: Corpus): ArticleFields[] {
  const count = Math.min(sampled, corpus.articles);
  return Array.from({ length: count }, (_, nth) => {
    const number = Math.floor((nth * corpus.articles) / count);
    return articleAt(corpus, number).article.fields;
  }).filter(({ body }) => body.length > 0);
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const shuffle = [...items];
  for (let at = shuffle.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [shuffle[at], shuffle[other]] = [shuffle[other] as Item, shuffle[at] as Item];
  }
  return shuffle;
}

/** About `queries` queries out of the words, phrases, places and dates of a corpus, the same for the same seed. */
export function makeQueryLog(corpus: Corpus, queries: number, seed: number): QueryLog {
  const maker = new QueryMaker(sampleOf(corpus));
  const all = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const logOf = (stream: number, count: number): QueryLog['queries'] => {
    const made = Object.entries(shares).flatMap(([kind, share], at) => {
      const random = new Random(hash32(seed, stream), at);
      const length = Math.max(1, Math.round((share / all) * count));
      return Array.from({ length }, (_, nth) => maker.make(kind as QueryKind, nth, random));
    });
    // Kinds take turns, so that none gets a cache that another one filled.
    return shuffled(made, new Random(seed, stream));
  };
  return { queries: logOf(1, queries), warmUp: logOf(2, queries * warmUpShare) };
}

/** The mistyped word itself, which few articles have or none. */
function withoutDistance<Query extends LoggedQuery>(query: Query): Query {
  const text = query.text.replace(/~\d$/u, '');
  return { ...query, text, match: { op: 'all', words: [text], field: null } };
}

/**
 * `count` queries of each kind, to be asked apart: those of a log, mistyped words, words by date ("date sort"), and a log in which the
 * usual kinds take turns ("mixed"). The same for the same seed.
 */
export function makeKindLogs(
  corpus: Corpus,
  count: number,
  seed: number,
): ReadonlyMap<string, readonly (LoggedQuery & Readonly<{ sort: SortOrder }>)[]> {
  const maker = new QueryMaker(sampleOf(corpus));
  const made = (kind: QueryKind, stream: number, sort: SortOrder) => {
    const random = new Random(hash32(seed, stream), queryKinds.indexOf(kind));
    return Array.from({ length: count }, (_, nth) => ({ ...maker.make(kind, nth, random), sort }));
  };
  const mixed = mixedKinds.flatMap((kind) => made(kind, 4, 'relevance'));
  return new Map([
    ...queryKinds.map((kind) => [kind, made(kind, 3, 'relevance')] as const),
    ['unknown word', made('fuzzy', 6, 'relevance').map(withoutDistance)],
    ['date sort', made('term', 5, 'newest')],
    ['mixed', shuffled(mixed, new Random(seed, 4)).slice(0, count)],
  ]);
}
