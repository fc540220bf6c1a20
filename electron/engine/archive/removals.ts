import type { Said } from '../../words/sentence.ts';
import { maxUndoableRemoval, type Removed } from '../../contract/removing.ts';
import type { ExtractedArticle } from '../../contract/article.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { LibraryOperation } from '../library/commits/commit-operations.ts';
import type { Commit } from '../library/commits/committer.ts';
import { forgetActsOn } from '../library/highlights/annotation-acts.ts';
import { remainsOfRemoved } from '../library/remains.ts';
import { ArticlesToRemove, type RemovedArticle } from '../library/removal/removed-article.ts';
import { TextReader } from '../library/texts/text-reader.ts';
import type { WritableLibrary } from '../library/writable-library.ts';
import { inTransaction } from '../sqlite.ts';

type RemovalTools = Readonly<{
  opened: WritableLibrary;
  commit: (commit: Commit) => Promise<void>;
  /** Tells the person what a removal could not reach. */
  notice: (message: Said) => void;
  /** How much of what was removed last is kept in memory to be given back, in UTF-16 units of text. */
  maxKeptUnits?: number;
}>;

type KeptArticle = Readonly<{ removed: RemovedArticle; text: ExtractedArticle }>;

const removalsACommit = 2000;
const givenBackACommit = 256;

/** Removes articles for good, with their texts, tags and notes; the last removal can be taken back until the library is closed. */
export class Removals {
  readonly #tools: RemovalTools;
  #kept: KeptArticle[] = [];

  constructor(tools: RemovalTools) {
    this.#tools = tools;
  }

  /** Returns how many there were. `undo` can give them back unless they are too many or one has no readable text. */
  async remove(ids: readonly ArticleId[]): Promise<Removed> {
    const { commit, opened } = this.#tools;
    const unique = [...new Set(ids)];
    let kept: KeptArticle[] | null = unique.length <= maxUndoableRemoval ? [] : null;
    let keptUnits = 0;
    this.#kept = [];
    let count = 0;
    inTransaction(opened.library, () => forgetActsOn(opened.library, new Set(unique)));
    for (let at = 0; at < unique.length; at += removalsACommit) {
      const known = new ArticlesToRemove(opened.library);
      const slice = unique.slice(at, at + removalsACommit).flatMap((id) => known.read(id) ?? []);
      if (slice.length === 0) continue;
      if (kept !== null) {
        const texts = new TextReader(opened.text).readUndamaged(slice.map(({ article }) => article));
        for (const text of texts.values()) keptUnits += text.text.length;
        const isWhole = texts.size === slice.length && keptUnits <= (this.#tools.maxKeptUnits ?? 32_000_000);
        kept = isWhole ? [...kept, ...withTexts(slice, texts)] : null;
      }
      const removed = slice.map(({ article }) => article);
      const operations = removed.map((article): LibraryOperation => ({ op: 'remove', article }));
      await commit({ operations, parts: [], articles: 0, removed });
      count += removed.length;
    }
    if (count === 0) return { removed: 0, canUndo: false };
    this.#kept = kept ?? [];
    await this.#purge();
    return { removed: count, canUndo: kept !== null };
  }

  /** Gives back what was removed last, as it was. Returns how many articles that are. */
  async undo(): Promise<number> {
    let count = 0;
    const { ingestedPart } = await import('../library/article-work.ts');
    while (this.#kept.length > 0) {
      const some = this.#kept.slice(0, givenBackACommit);
      const holders = this.#readMeanwhile(some.map(({ removed }) => removed));
      await this.#tools.commit({
        operations: [
          ...some.map(({ removed }): LibraryOperation => ({ op: 'giveBack', removed })),
          ...[...holders].flatMap(([from, to]): LibraryOperation[] => [
            { op: 'copyTagsAndNotes', from, to },
            { op: 'remove', article: from },
          ]),
        ],
        parts: [ingestedPart(new Map(some.map(({ removed, text }) => [removed.article, text])))],
        articles: some.length,
        removed: [...holders.keys()],
      });
      this.#kept = this.#kept.slice(some.length);
      count += some.length;
    }
    return count;
  }

  /** What is kept to be given back is kept no more. */
  forget(): void {
    this.#kept = [];
  }

  /** Articles that were read out of the same files since and lie nowhere else, with those whose place they have. */
  #readMeanwhile(removed: readonly RemovedArticle[]): Map<ArticleId, ArticleId> {
    const { library } = this.#tools.opened;
    const holderOf = library.prepare<{ id: ArticleId }>(
      'SELECT article AS id FROM locations WHERE path = ? AND record = ?',
    );
    const locationsOf = library.prepare<{ path: string; record: string }>(
      'SELECT path, record FROM locations WHERE article = ?',
    );
    const key = ({ path, record }: Readonly<{ path: string; record: string }>): string =>
      `${path}\0${record}`;
    const places = new Map(
      removed.flatMap(({ article, locations }) => locations.map((at) => [key(at), article] as const)),
    );
    const holders = new Map<ArticleId, ArticleId>();
    for (const { article, locations } of removed)
      for (const { path, record } of locations) {
        const holder = holderOf.get(path, record);
        if (holder !== undefined && locationsOf.all(holder.id).every((at) => places.has(key(at))))
          holders.set(holder.id, article);
      }
    return holders;
  }

  async #purge(): Promise<void> {
    const { notice, opened } = this.#tools;
    await opened.purge();
    for (const message of remainsOfRemoved(opened.paths)) notice(message);
  }
}

function withTexts(
  slice: readonly RemovedArticle[],
  texts: ReadonlyMap<ArticleId, ExtractedArticle>,
): KeptArticle[] {
  return slice.flatMap((removed) => {
    const text = texts.get(removed.article);
    return text === undefined ? [] : [{ removed, text }];
  });
}
