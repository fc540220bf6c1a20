import type { ArticleId, SourceId } from '../../contract/ids.ts';
import type { Commit, ReadPart } from '../library/commits/committer.ts';
import type { LibraryOperation } from '../library/commits/commit-operations.ts';
import type { KnownFiles, KnownPaths } from './known-files.ts';
import type { IngestResult, ReadBatch } from './read-batch.ts';

/** What became of a file. `again`: what was known of it is not true any more; it has to be read. */
export type Outcome = 'added' | 'updated' | 'unchanged' | 'duplicate' | 'failed' | 'again';

/**
 * Gathers results of ingestion into one commit, and decides which article each file is: the rules of identity.
 * Decisions look at what is committed and at what this batch is about to commit.
 */
export class ImportBatch {
  readonly #known: KnownFiles;
  readonly #hasText: (id: ArticleId) => boolean;
  readonly #newId: () => ArticleId;
  readonly #operations: LibraryOperation[] = [];
  readonly #parts: ReadPart[] = [];
  /** Where the newest text of each article is. */
  readonly #texts = new Map<ArticleId, Readonly<{ part: ReadPart; document: number }>>();
  readonly #bySha256 = new Map<string, ArticleId>();
  readonly #shaOfArticle = new Map<ArticleId, string>();
  readonly #articleAt = new Map<string, ArticleId>();
  /** What is committed of the files that were read together, and of their bytes. */
  #here: KnownPaths = { locations: new Map(), failures: new Map(), crashes: new Map() };
  #committed: ReadonlyMap<string, ArticleId> = new Map();
  /** Articles that were found at a place where they were not before. */
  readonly found = new Set<ArticleId>();

  /** `newId` never gives an id twice. `hasText`: texts can be lost while the library lives on. */
  constructor(known: KnownFiles, newId: () => ArticleId, hasText: (id: ArticleId) => boolean) {
    this.#known = known;
    this.#newId = newId;
    this.#hasText = hasText;
  }

  get size(): number {
    return this.#operations.length;
  }

  get articles(): number {
    return this.#texts.size;
  }

  toCommit(): Commit {
    return { operations: this.#operations, parts: this.#parts, articles: this.#texts.size, removed: [] };
  }

  /** The results that follow are of this batch of files; no commit comes between them. */
  open({ results, segment, texts }: ReadBatch): void {
    this.#here = this.#known.ofPaths(results.map(({ path }) => path));
    this.#committed = this.#known.articlesOf(
      results.flatMap((result) => (result.kind === 'read' ? [result.sha256] : [])),
    );
    if (segment === null) return;
    this.#parts.push({ segment, texts, ids: new Int32Array(segment.articles).fill(-1) });
  }

  take(result: IngestResult, source: SourceId, nowMs: number): Outcome {
    const { path } = result;
    if (result.kind === 'failed') {
      const { code, reason, size, modifiedMs } = result;
      this.#operations.push({ op: 'fail', source, path, code, reason, atMs: nowMs, size, modifiedMs });
      return 'failed';
    }
    const location = this.#here.locations.get(path) ?? null;
    if (result.kind !== 'read') {
      if (location === null) return 'again';
      const times = result.kind === 'touched' ? result : location;
      const stays = result.kind === 'unchanged' && !location.missing && location.source === source;
      if (!stays || this.#here.failures.has(path)) {
        this.#locate(path, source, location.article, location.sha256, times);
      }
      return 'unchanged';
    }
    if (location === null) return this.#takeNew(result, source);
    const isShared = this.#pathsOf(location.article).some((other) => other !== path);
    if (isShared && location.sha256 !== result.sha256) {
      const split = this.#newId();
      this.#put(split, result);
      this.#locate(path, source, split, result.sha256, result);
      this.#operations.push({ op: 'copyTagsAndNotes', from: location.article, to: split });
      return 'updated';
    }
    this.#put(location.article, result);
    this.#locate(path, source, location.article, result.sha256, result);
    return 'updated';
  }

  #takeNew(result: Extract<IngestResult, { kind: 'read' }>, source: SourceId): Outcome {
    const same = this.#articleOf(result.sha256);
    if (same !== null) {
      if (!this.#texts.has(same) && !this.#hasText(same)) this.#put(same, result);
      this.#locate(result.path, source, same, result.sha256, result);
      this.found.add(same);
      return 'duplicate';
    }
    const article = this.#newId();
    this.#put(article, result);
    this.#locate(result.path, source, article, result.sha256, result);
    return 'added';
  }

  #put(article: ArticleId, result: Extract<IngestResult, { kind: 'read' }>): void {
    const { sha256, encoding, document } = result;
    const part = this.#parts.at(-1);
    if (part === undefined) throw new Error('an article came without its batch');
    this.#operations.push({ op: 'put', article, sha256, encoding });
    const before = this.#texts.get(article);
    if (before !== undefined) before.part.ids[before.document] = -1;
    part.ids[document] = article;
    this.#texts.set(article, { part, document });
    this.#bySha256.set(sha256, article);
    this.#shaOfArticle.set(article, sha256);
  }

  #locate(
    path: string,
    source: SourceId,
    article: ArticleId,
    sha256: string,
    times: Readonly<{ size: number; modifiedMs: number }>,
  ): void {
    const { size, modifiedMs } = times;
    this.#operations.push({ op: 'locate', source, path, article, sha256, size, modifiedMs });
    this.#articleAt.set(path, article);
  }

  #articleOf(sha256: string): ArticleId | null {
    const pending = this.#bySha256.get(sha256);
    if (pending !== undefined && this.#shaOfArticle.get(pending) === sha256) return pending;
    const committed = this.#committed.get(sha256) ?? null;
    // This batch is about to give that article other bytes.
    if (committed !== null && (this.#shaOfArticle.get(committed) ?? sha256) !== sha256) return null;
    return committed;
  }

  #pathsOf(article: ArticleId): string[] {
    const before = this.#known.pathsOf(article).filter((path) => !this.#articleAt.has(path));
    for (const [path, id] of this.#articleAt) if (id === article) before.push(path);
    return before;
  }
}
