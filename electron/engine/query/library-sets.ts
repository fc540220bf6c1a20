import type { FacetCount, SearchFilter } from '../../contract/search.ts';
import { sourceId, type SourceId } from '../../contract/ids.ts';
import { BitSet } from '../index/bit-set.ts';
import type { LibraryReader } from '../library/library-reader.ts';
import type { SearchSets } from './searcher.ts';

type Pairs = Readonly<{ articles: Uint32Array; keys: Uint32Array }>;

/** Sets of articles by tag and by source, read from the library again whenever it has changed. */
export class LibrarySets implements SearchSets {
  readonly #reader: LibraryReader;
  #revision = -1;
  #tags: readonly Readonly<{ id: number; name: string }>[] = [];
  #tagPairs: Pairs | null = null;
  #sourcePairs: Pairs | null = null;
  readonly #sets = new Map<string, BitSet>();

  constructor(reader: LibraryReader) {
    this.#reader = reader;
  }

  tagged(name: string): BitSet {
    return this.#set(`tag ${name}`, () => this.#reader.articleIdsTagged(name));
  }

  inSource(name: string): BitSet {
    return this.#set(`path ${name}`, () => this.#reader.articleIdsUnderPath(name));
  }

  filtered(filter: SearchFilter): BitSet[] {
    this.#refresh();
    const sets: BitSet[] = [];
    if (filter.tags.length > 0) sets.push(unionOf(filter.tags.map((name) => this.tagged(name))));
    if (filter.sources.length > 0) {
      const bySource = filter.sources.map((source) =>
        this.#set(`source ${String(source)}`, () => this.#reader.articleIdsInSource(source)),
      );
      sets.push(unionOf(bySource));
    }
    return sets;
  }

  /** Articles that carry any tag. */
  anyTag(): BitSet {
    this.#refresh();
    return this.#set('any tag', () => (this.#tagPairs?.articles ?? new Uint32Array()).slice().sort());
  }

  tagCounts(articles: BitSet): FacetCount<string>[] {
    this.#refresh();
    const counts = countPairs(this.#tagPairs, articles);
    return this.#tags.flatMap(({ id, name }) => {
      const count = counts.get(id) ?? 0;
      return count === 0 ? [] : [{ key: name, articles: count }];
    });
  }

  sourceCounts(articles: BitSet): FacetCount<SourceId>[] {
    this.#refresh();
    return [...countPairs(this.#sourcePairs, articles)].map(([id, count]) => ({
      key: sourceId(id),
      articles: count,
    }));
  }

  #refresh(): void {
    const revision = this.#reader.revision();
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#sets.clear();
    this.#tags = this.#reader.tags();
    const tags = this.#reader.tagPairs();
    const sources = this.#reader.sourcePairs();
    this.#tagPairs = { articles: tags.articles, keys: tags.tags };
    this.#sourcePairs = { articles: sources.articles, keys: sources.sources };
  }

  #set(key: string, read: () => Uint32Array): BitSet {
    this.#refresh();
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const set = BitSet.of(read());
    this.#sets.set(key, set);
    return set;
  }
}

function unionOf(sets: readonly BitSet[]): BitSet {
  const union = new BitSet(Math.max(0, ...sets.map(({ size }) => size)));
  for (const set of sets) union.union(set);
  return union;
}

function countPairs(pairs: Pairs | null, articles: BitSet): Map<number, number> {
  const counts = new Map<number, number>();
  if (pairs === null) return counts;
  for (let at = 0; at < pairs.articles.length; at += 1) {
    if (!articles.has(pairs.articles[at] as number)) continue;
    const key = pairs.keys[at] as number;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
