import type { Said } from '../../words/sentence.ts';
import { articleId, type ArticleId } from '../../contract/ids.ts';
import { ImportBatch } from '../ingest/import-batch.ts';
import type { ImportTarget } from '../ingest/import-target.ts';
import { FileRegistry } from '../ingest/files/file-registry.ts';
import { RecordRegistry } from '../ingest/records/record-registry.ts';
import type { ScanTask } from '../ingest/scan-task.ts';
import type { CommitRecovery } from '../library/commit-recovery.ts';
import { nextArticleId } from '../library/commits/commit-operations.ts';
import type { Commit } from '../library/commits/committer.ts';
import type { Tell } from '../library/library-events.ts';
import { LibraryReader } from '../library/library-reader.ts';
import { isReachable } from '../library/sources/source-paths.ts';
import { Sources } from '../library/sources/sources.ts';
import { TextReader } from '../library/texts/text-reader.ts';
import type { WritableLibrary } from '../library/writable-library.ts';

export type ArchiveTargetOptions = Readonly<{
  nowMs: () => number;
  tell: Tell;
  /** Corrects again what a commit has brought anew. */
  correctAgain: () => Promise<void>;
}>;

/** The open archive as an import sees it. */
export class ArchiveTarget implements ImportTarget {
  readonly registry: FileRegistry;
  readonly records: RecordRegistry;
  readonly #opened: WritableLibrary;
  readonly #options: ArchiveTargetOptions;
  readonly #commits: CommitRecovery;
  readonly #sources: Sources;
  readonly #reader: LibraryReader;
  #nextArticle: ArticleId;
  #arrivals = 0;

  constructor(opened: WritableLibrary, commits: CommitRecovery, options: ArchiveTargetOptions) {
    this.#opened = opened;
    this.#commits = commits;
    this.#options = options;
    this.#sources = new Sources(opened.library);
    this.#reader = new LibraryReader(opened.library);
    this.#nextArticle = nextArticleId(opened.library);
    this.registry = new FileRegistry(opened.library);
    this.records = new RecordRegistry(opened.library);
  }

  newBatch(): ImportBatch {
    const newId = (): ArticleId => {
      this.#nextArticle = articleId(this.#nextArticle + 1);
      return articleId(this.#nextArticle - 1);
    };
    return new ImportBatch(this.registry, this.records, newId, (id) => this.#opened.committer.hasText(id));
  }

  async commit(commit: Commit): Promise<void> {
    await this.write(commit);
    if (commit.articles > 0) await this.#options.correctAgain();
  }

  /** A commit of what is corrected already. */
  async write(commit: Commit): Promise<void> {
    await this.#commits.commit(commit);
    if (commit.articles === 0 && commit.removed.length === 0) return;
    this.#arrivals += commit.articles;
    this.#options.tell('articlesChanged', {
      articles: this.#reader.counts().articles,
      arrivals: this.#arrivals,
    });
  }

  mergeStep(): boolean {
    return this.#commits.mergeStep();
  }

  restStep(): boolean {
    return this.#commits.restStep();
  }

  /** A source is away when its folder is not there: then nothing in it counts as vanished. */
  async begin({ source, root }: ScanTask): Promise<'ready' | 'away'> {
    // What files are known has to be right before the first is looked at.
    await this.#commits.finish();
    const away = !(await isReachable(root, this.#sources.isFile(root)));
    if (this.#sources.setAway(source, away)) this.#options.tell('sourcesChanged', {});
    return away ? 'away' : 'ready';
  }

  end({ source, root, paths, retry }: ScanTask): void {
    if (!retry && paths.includes(root)) this.#sources.setScanned(source, this.#options.nowMs());
    this.#options.tell('sourcesChanged', {});
  }

  stopped(message: Said): void {
    this.#options.tell('noticed', { message });
  }

  textOf(article: ArticleId): string | null {
    return new TextReader(this.#opened.text).readUndamaged([article]).get(article)?.text ?? null;
  }
}
