import type { FacetCount } from '../../contract/search.ts';
import type { ReadingState } from '../../contract/read-states.ts';
import { sourceId, type SourceId, type TagId } from '../../contract/ids.ts';
import { BitSet } from '../index/bytes/bit-set.ts';
import { foldTagName } from '../library/tags/tag-name.ts';
import type { LibraryReader } from '../library/library-reader.ts';
import type { PathAsked } from '../library/sources/articles-at-path.ts';
import { pageArticles } from '../library/article-sets/article-set-page.ts';
import type { ArticlePlaces } from '../library/places/article-places.ts';
import { nearestOf } from './grammar/edit-distance.ts';
import type { ValueCheck } from './grammar/filters/filter-values.ts';
import { maxArticles } from './results/max-articles.ts';
import type { SearchSets } from './filtering/search-sets.ts';
import { isPattern, patternTest } from './grammar/wildcards.ts';

/** Most tags that an answer counts: the most frequent ones, so that 100,000 tags do not travel with every answer. */
export const maxFacetTags = 1000;

/** Endings of files that hold one article each. */
const usualFormats = ['txt', 'html', 'pdf', 'epub', 'docx', 'odt', 'rtf', 'eml', 'md'];

const keptSets = 24;
const pageWords = pageArticles / 32;

/** Articles with a path that was asked for. Pages of ids in `stale` have changed since. */
type PathSet = { readonly asked: PathAsked; articles: BitSet; readonly stale: Set<number> };

/** Sets of articles by tag and by source. What the library has committed since is read at the next question. */
export class LibrarySets implements SearchSets {
  readonly #reader: LibraryReader;
  #revision = -1;
  #tagActs = -1;
  #corrected: BitSet | null = null;
  #missing: BitSet | null = null;
  readonly #annotated = new Map<string, BitSet>();
  readonly #byTag = new Map<string, BitSet>();
  readonly #byPath = new Map<string, PathSet>();
  readonly values: SearchSets['values'] = {
    tag: (name) => this.#checkTag(name),
    source: (text) => this.#checkPath({ kind: 'text', name: text }),
    folder: (name) => this.#checkPath({ kind: 'folder', name }),
    format: (name) => this.#checkFormat(name),
  };
  readonly notes: SearchSets['notes'] = {
    version: () => this.#reader.annotations.notesVersion(),
    all: () => this.#reader.annotations.noteTexts(),
  };

  constructor(reader: LibraryReader) {
    this.#reader = reader;
  }

  /** Reads what the library has committed since; false when there was nothing. */
  warmStep(): boolean {
    const before = this.#revision;
    this.#refresh();
    return this.#revision !== before || this.#reader.places.step();
  }

  /** With the tags nested in it; a name may have wildcards. */
  tagged(name: string): BitSet {
    this.#refresh();
    const names = (): string[] => (isPattern(name) ? this.#tagsLike(name) : [name]);
    return kept(this.#byTag, `tag ${name}`, () => this.#withAnyOf(names()));
  }

  inSource(text: string): BitSet {
    return this.#atPath({ kind: 'text', name: text });
  }

  inFolder(name: string): BitSet {
    return this.#atPath({ kind: 'folder', name });
  }

  ofFormat(name: string): BitSet {
    return this.#atPath({ kind: 'format', name });
  }

  #atPath(asked: PathAsked): BitSet {
    this.#refresh();
    const set = kept(this.#byPath, `${asked.kind} ${asked.name}`, () => ({
      asked,
      articles: BitSet.of(this.#reader.articleIdsAtPath(asked)),
      stale: new Set<number>(),
    }));
    if (set.stale.size > 0) {
      // Answers that are being made still hold the set of before.
      set.articles = this.#renewed(set);
      set.stale.clear();
    }
    return set.articles;
  }

  /** With any of the tags, or one nested in them. */
  withTags(tags: readonly TagId[]): BitSet {
    this.#refresh();
    return kept(this.#byTag, `any of ${tags.join()}`, () =>
      this.#withAnyOf(this.#reader.tagNames(tags).map(({ name }) => name)),
    );
  }

  inSources(sources: readonly SourceId[]): BitSet {
    this.#refresh();
    return this.#reader.sourceSets.union(new Set(sources));
  }

  inFolders(folders: readonly string[]): BitSet {
    return this.places.folders.having(new Set(folders));
  }

  ofFormats(formats: readonly string[]): BitSet {
    return this.places.endings.having(new Set(formats));
  }

  get places(): ArticlePlaces {
    return this.refreshed.places;
  }

  /** What knows of all that the library has committed. */
  get refreshed(): LibraryReader {
    this.#refresh();
    return this.#reader;
  }

  /** Articles of which a person corrected something. */
  corrected(): BitSet {
    this.#refresh();
    this.#corrected ??= this.#reader.corrections.articles();
    return this.#corrected;
  }

  /** Articles of which every file has vanished. */
  missing(): BitSet {
    this.#refresh();
    this.#missing ??= BitSet.of(this.#reader.missingIds());
    return this.#missing;
  }

  /** Articles with a note. */
  noted(): BitSet {
    return this.#annotations('noted', ({ annotations }) => annotations.noted());
  }

  highlighted(): BitSet {
    return this.#annotations('highlighted', ({ annotations }) => annotations.highlighted());
  }

  inReadingState(state: ReadingState): BitSet {
    return this.#annotations(state, ({ annotations }) => annotations.inState(state));
  }

  queue(): readonly number[] {
    return this.refreshed.annotations.queue();
  }

  #annotations(name: string, read: (reader: LibraryReader) => BitSet): BitSet {
    this.#refresh();
    return kept(this.#annotated, name, () => read(this.#reader));
  }

  /** Articles that carry any tag. */
  anyTag(): BitSet {
    this.#refresh();
    return kept(this.#byTag, 'any', () => this.#reader.tagSets.union(null));
  }

  /** Tags that `articles` carry in the order of the alphabet; with `max`, that many of the most frequent ones. */
  tagCounts(articles: BitSet, max = Infinity): FacetCount<string>[] {
    this.#refresh();
    const counts = this.#reader.tagSets.counts(articles);
    const names = this.#reader.tagNames(maxArticles(counts, max));
    return names.map(({ id, name }) => ({ key: name, articles: counts[id] ?? 0 }));
  }

  sourceCounts(articles: BitSet): FacetCount<SourceId>[] {
    this.#refresh();
    const counts = this.#reader.sourceSets.counts(articles);
    return maxArticles(counts, Infinity).map((id) => ({ key: sourceId(id), articles: counts[id] ?? 0 }));
  }

  #checkTag(name: string): ValueCheck {
    if (isPattern(name) && this.#tagsLike(name).length > 0) return { known: true, nearest: null };
    if (this.#reader.tagIds([name], true).size > 0) return { known: true, nearest: null };
    const folded = foldTagName(name);
    const names = new Map(this.#reader.tagSpellings().map((tag) => [tag.folded, tag.name]));
    const begun = [...names.keys()].find((other) => folded !== '' && other.startsWith(folded));
    const nearest = begun ?? nearestOf(folded, names.keys());
    return { known: false, nearest: nearest === null ? null : (names.get(nearest) ?? null) };
  }

  /** Names of tags as they are compared. */
  #tagsLike(pattern: string): string[] {
    const test = patternTest(foldTagName(pattern));
    return this.#reader
      .tagSpellings()
      .map(({ folded }) => folded)
      .filter(test);
  }

  #checkPath(asked: PathAsked): ValueCheck {
    if (!this.#atPath(asked).isEmpty) return { known: true, nearest: null };
    const paths = [...this.#reader.sourcePathsById().values()];
    const parts = paths.flatMap((path) => path.split(/[\\/]/));
    const names = new Map(parts.filter((part) => part !== '').map((part) => [part.toLowerCase(), part]));
    const nearest = nearestOf(asked.name.toLowerCase(), names.keys());
    return { known: false, nearest: nearest === null ? null : (names.get(nearest) ?? null) };
  }

  #checkFormat(name: string): ValueCheck {
    if (!this.ofFormat(name).isEmpty) return { known: true, nearest: null };
    const others = [...this.#reader.recordFormats(), ...usualFormats].filter((other) => other !== name);
    return { known: false, nearest: nearestOf(name, others) };
  }

  #withAnyOf(names: readonly string[]): BitSet {
    return this.#reader.tagSets.union(this.#reader.tagIds(names, true));
  }

  #refresh(): void {
    const revision = this.#reader.revision();
    if (revision === this.#revision) return;
    this.#corrected = this.#missing = null;
    this.#annotated.clear();
    const tagActs = this.#reader.tagActs();
    const retagged = this.#reader.tagSets.takeNews();
    if (retagged.length > 0 || tagActs !== this.#tagActs) this.#byTag.clear();
    const moved = this.#reader.sourceSets.takeNews();
    this.#reader.places.change(moved);
    for (const { stale } of this.#byPath.values()) for (const page of moved) stale.add(page);
    this.#tagActs = tagActs;
    this.#revision = revision;
  }

  #renewed({ asked, articles, stale }: PathSet): BitSet {
    const renewed = new BitSet(Math.max(articles.size, this.#reader.sourceSets.size));
    renewed.words.set(articles.words);
    for (const page of stale) {
      renewed.words.fill(0, page * pageWords, (page + 1) * pageWords);
      for (const id of this.#reader.articleIdsAtPath(asked, page)) renewed.add(id);
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
