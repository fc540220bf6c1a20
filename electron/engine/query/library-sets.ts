import type { FacetCount, SearchFilter } from '../../contract/search.ts';
import { sourceId, type SourceId } from '../../contract/ids.ts';
import { BitSet } from '../index/bytes/bit-set.ts';
import { foldTagName } from '../library/tags/tag-name.ts';
import type { LibraryReader } from '../library/library-reader.ts';
import { pageArticles } from '../library/members/member-page.ts';
import { nearestOf } from './grammar/edit-distance.ts';
import type { ValueCheck } from './grammar/filter-values.ts';
import type { SearchSets } from './searcher.ts';

/** Most tags that an answer counts: the most frequent ones, so that 100,000 tags do not travel with every answer. */
export const mostFacetTags = 1000;

const keptSets = 24;
const pageWords = pageArticles / 32;

/** Articles of which a path holds a text. Pages of ids in `stale` have changed since. */
type PathSet = { articles: BitSet; readonly stale: Set<number> };

/** Sets of articles by tag and by source. What the library has committed since is read at the next question. */
export class LibrarySets implements SearchSets {
  readonly #reader: LibraryReader;
  #revision = -1;
  #tagActs = -1;
  readonly #byTag = new Map<string, BitSet>();
  readonly #byPath = new Map<string, PathSet>();
  readonly values: SearchSets['values'] = {
    tag: (name) => this.#checkTag(name),
    source: (text) => this.#checkSource(text),
  };

  constructor(reader: LibraryReader) {
    this.#reader = reader;
  }

  /** Reads what the library has committed since; false when there was nothing. */
  warmStep(): boolean {
    const before = this.#revision;
    this.#refresh();
    return this.#revision !== before;
  }

  /** With the tags nested in it. */
  tagged(name: string): BitSet {
    this.#refresh();
    return kept(this.#byTag, `tag ${name}`, () => this.#withAnyOf([name]));
  }

  /** Articles of which a path holds `text`, in any case. */
  inSource(text: string): BitSet {
    this.#refresh();
    const set = kept(this.#byPath, text, () => ({
      articles: BitSet.of(this.#reader.articleIdsUnderPath(text)),
      stale: new Set<number>(),
    }));
    if (set.stale.size > 0) {
      // Answers that are being made still hold the set of before.
      set.articles = this.#renewed(text, set);
      set.stale.clear();
    }
    return set.articles;
  }

  filtered(filter: SearchFilter): BitSet[] {
    this.#refresh();
    const sets: BitSet[] = [];
    if (filter.tags.length > 0) {
      const names = (): string[] => this.#reader.tagNames(filter.tags).map(({ name }) => name);
      sets.push(kept(this.#byTag, `any of ${filter.tags.join()}`, () => this.#withAnyOf(names())));
    }
    if (filter.sources.length > 0) sets.push(this.#reader.sourceSets.union(new Set(filter.sources)));
    return sets;
  }

  /** Articles that carry any tag. */
  anyTag(): BitSet {
    this.#refresh();
    return kept(this.#byTag, 'any', () => this.#reader.tagSets.union(null));
  }

  /** Tags that `articles` carry in the order of the alphabet; with `most`, that many of the most frequent ones. */
  tagCounts(articles: BitSet, most = Infinity): FacetCount<string>[] {
    this.#refresh();
    const counts = this.#reader.tagSets.counts(articles);
    const names = this.#reader.tagNames(mostFrequent(counts, most));
    return names.map(({ id, name }) => ({ key: name, articles: counts[id] ?? 0 }));
  }

  sourceCounts(articles: BitSet): FacetCount<SourceId>[] {
    this.#refresh();
    const counts = this.#reader.sourceSets.counts(articles);
    return mostFrequent(counts, Infinity).map((id) => ({ key: sourceId(id), articles: counts[id] ?? 0 }));
  }

  #checkTag(name: string): ValueCheck {
    if (this.#reader.tagIds([name], true).size > 0) return { known: true, nearest: null };
    const folded = foldTagName(name);
    const names = new Map(this.#reader.tagSpellings().map((tag) => [tag.folded, tag.name]));
    const begun = [...names.keys()].find((other) => folded !== '' && other.startsWith(folded));
    const nearest = begun ?? nearestOf(folded, names.keys());
    return { known: false, nearest: nearest === null ? null : (names.get(nearest) ?? null) };
  }

  #checkSource(text: string): ValueCheck {
    if (!this.inSource(text).isEmpty) return { known: true, nearest: null };
    const parts = this.#reader.sourcePaths().flatMap((path) => path.split(/[\\/]/));
    const names = new Map(parts.filter((part) => part !== '').map((part) => [part.toLowerCase(), part]));
    const nearest = nearestOf(text.toLowerCase(), names.keys());
    return { known: false, nearest: nearest === null ? null : (names.get(nearest) ?? null) };
  }

  #withAnyOf(names: readonly string[]): BitSet {
    return this.#reader.tagSets.union(this.#reader.tagIds(names, true));
  }

  #refresh(): void {
    const revision = this.#reader.revision();
    if (revision === this.#revision) return;
    const tagActs = this.#reader.tagActs();
    const retagged = this.#reader.tagSets.refresh();
    if (retagged.length > 0 || tagActs !== this.#tagActs) this.#byTag.clear();
    const moved = this.#reader.sourceSets.refresh();
    for (const { stale } of this.#byPath.values()) for (const page of moved) stale.add(page);
    this.#tagActs = tagActs;
    this.#revision = revision;
  }

  #renewed(text: string, { articles, stale }: PathSet): BitSet {
    const renewed = new BitSet(Math.max(articles.size, this.#reader.sourceSets.size));
    renewed.words.set(articles.words);
    for (const page of stale) {
      renewed.words.fill(0, page * pageWords, (page + 1) * pageWords);
      for (const id of this.#reader.articleIdsUnderPath(text, page)) renewed.add(id);
    }
    return renewed;
  }
}

/** The value of `key`; the one that was made first leaves when there are too many. */
function kept<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make();
  const [oldest] = values.keys();
  if (values.size >= keptSets && oldest !== undefined) values.delete(oldest);
  values.set(key, made);
  return made;
}

/** The keys with the greatest counts, at most `most` of them, ascending; none with a count of 0. */
function mostFrequent(counts: Uint32Array, most: number): number[] {
  // Sorting 100,000 counts would take longer than counting them a few times.
  let enough = 1;
  let above = counts.reduce((greatest, count) => Math.max(greatest, count), 0) + 1;
  while (enough < above) {
    const middle = (enough + above) >>> 1;
    if (countFrom(counts, middle) <= most) above = middle;
    else enough = middle + 1;
  }
  let ties = enough === 1 ? 0 : most - countFrom(counts, enough);
  const keys: number[] = [];
  for (let key = 0; key < counts.length; key += 1) {
    const count = counts[key] as number;
    if (count >= enough || (count === enough - 1 && ties-- > 0)) keys.push(key);
  }
  return keys;
}

function countFrom(counts: Uint32Array, least: number): number {
  let from = 0;
  for (let key = 0; key < counts.length; key += 1) if ((counts[key] as number) >= least) from += 1;
  return from;
}
