import type { CheckReport, ImportProgress, Source } from '../../contract/archive-api.ts';
import { articleId, type ArticleId, type FailureId, type SourceId } from '../../contract/ids.ts';
import { ImportBatch } from '../ingest/import-batch.ts';
import { ImportMeter } from '../ingest/import-meter.ts';
import { Importer } from '../ingest/importer.ts';
import type { IngestPool } from '../ingest/ingest-pool.ts';
import { KnownFiles } from '../ingest/known-files.ts';
import type { ScanTask } from '../ingest/scan.ts';
import { listBackups } from '../library/files/backup.ts';
import { changeOf } from '../library/schema/commit-number.ts';
import { checkLibrary } from '../library/check.ts';
import type { Commit } from '../library/commits/committer.ts';
import { lookAtSources } from '../library/sources/look-at-sources.ts';
import { existingPaths, isReachable } from '../library/sources/source-paths.ts';
import type { Tell } from '../library/library-events.ts';
import { LibraryReader } from '../library/library-reader.ts';
import { Notes } from '../library/notes.ts';
import { nextArticleId, type LibraryOperation } from '../library/commits/commit-operations.ts';
import { indexGap, replayIndex } from '../library/commits/replay.ts';
import { forgetTimes, Sources, type SourceRow, type SourceWeight } from '../library/sources/sources.ts';
import { Tags } from '../library/tags/tags.ts';
import { breathe } from '../concurrency/serial-queue.ts';
import { WholeCommits } from '../library/commit-recovery.ts';
import type { WritableLibrary } from '../library/writable-library.ts';

export type LibraryWriterOptions = Readonly<{
  nowMs: () => number;
  tell: Tell;
  openPool: () => IngestPool;
  /** How long to leave those alone who have just opened the library, before the index is tidied. */
  tidyAfterMs: number;
}>;

const removalsACommit = 2000;

/** Everything that changes a library, in one place: imports, sources, removals, mending; tags and notes. */
export class LibraryWriter {
  readonly tags: Tags;
  readonly notes: Notes;
  readonly #opened: WritableLibrary;
  readonly #options: LibraryWriterOptions;
  readonly #reader: LibraryReader;
  readonly #sources: Sources;
  readonly #known: KnownFiles;
  readonly #meter: ImportMeter;
  readonly #importer: Importer;
  readonly #closing = new AbortController();
  readonly #commits: WholeCommits;
  #nextArticle: ArticleId;
  #arrivals = 0;

  constructor(opened: WritableLibrary, options: LibraryWriterOptions) {
    const { nowMs, tell } = options;
    this.#opened = opened;
    this.#options = options;
    this.#nextArticle = nextArticleId(opened.library);
    this.tags = new Tags(opened.library);
    this.notes = new Notes(opened.library);
    this.#reader = new LibraryReader(opened.library);
    this.#sources = new Sources(opened.library);
    this.#known = new KnownFiles(opened.library);
    this.#meter = new ImportMeter(nowMs, (progress) => tell('importProgressed', progress));
    this.#commits = new WholeCommits(opened, this.#closing.signal);
    this.#importer = new Importer({
      known: this.#known,
      meter: this.#meter,
      nowMs,
      openPool: options.openPool,
      newBatch: () => this.#newBatch(),
      commit: (commit) => this.#commit(commit),
      idleStep: () => this.#commits.mergeStep(),
      restStep: () => this.#commits.restStep(),
      begin: (task) => this.#begin(task),
      end: (task) => this.#end(task),
      onFailure: (message) => tell('noticed', { message }),
    });
  }

  /** Brings the index up to the library, and reads lost texts again. Settles when the index is whole. */
  async catchUp(): Promise<void> {
    const { library, index } = this.#opened;
    if (indexGap(library, index) > 0 || index.change < changeOf(library)) {
      await this.#importer.quietly(() => this.#rebuild());
    }
    const owed = new Set([...this.#sources.owed(), ...(await this.lookAtSources())]);
    if (owed.size > 0) this.rescan([...owed]);
    else this.#importer.tidyLater(this.#options.tidyAfterMs);
  }

  /** Fails with `library-unusable` when the library is not where it was opened. */
  assertThere(): void {
    this.#opened.assertThere();
  }

  progress(): ImportProgress {
    return this.#meter.progress();
  }

  get importer(): Importer {
    return this.#importer;
  }

  /** Fails with `not-found` before anything is added when a path is not there. */
  async addSources(paths: readonly string[]): Promise<readonly Source[]> {
    const wanted = await existingPaths(paths);
    const concerned = new Set<SourceId>();
    const tasks: (() => ScanTask)[] = [];
    for (const path of wanted) {
      const source = this.#sources.holding(path) ?? this.#sources.add(path, this.#options.nowMs());
      concerned.add(source.id);
      tasks.push(() => this.#task(source, [path]));
    }
    this.#importer.add(tasks.map((task) => task()));
    // A folder that was renamed is gone from where it was: its articles are shown where they are now.
    const back = (await this.lookAtSources()).filter((id) => !concerned.has(id));
    if (back.length > 0) this.rescan(back);
    this.#options.tell('sourcesChanged', {});
    return this.#reader.sources().filter(({ id }) => concerned.has(id));
  }

  /** Looks which sources are there, so that no path is shown where nothing is. Returns those that have come back. */
  async lookAtSources(): Promise<SourceId[]> {
    const { back, changed } = await lookAtSources(this.#sources);
    if (changed) this.#options.tell('sourcesChanged', {});
    return back;
  }

  /** All sources when none is named. */
  rescan(ids: readonly SourceId[]): void {
    const sources = ids.length === 0 ? this.#sources.all() : ids.map((id) => this.#sources.get(id));
    this.#importer.add(sources.map((source) => this.#task(source, [source.path])));
  }

  weighSource(id: SourceId): SourceWeight {
    return this.#sources.weigh(id);
  }

  async removeSource(id: SourceId): Promise<Readonly<{ removed: number }>> {
    this.#sources.get(id);
    await this.#importer.cancelSource(id);
    const removed = await this.#importer.quietly(async () => {
      const count = await this.#remove(this.#sources.articlesOnlyIn(id));
      this.#sources.remove(id);
      return count;
    });
    this.#options.tell('sourcesChanged', {});
    return { removed };
  }

  async removeArticles(ids: Uint32Array): Promise<Readonly<{ removed: number }>> {
    const removed = await this.#importer.quietly(() => this.#remove(Array.from(ids, articleId)));
    if (removed > 0) this.#options.tell('sourcesChanged', {});
    return { removed };
  }

  /** All failed files when none is named. */
  retryFailures(ids: readonly FailureId[]): void {
    const bySource = new Map<SourceId, string[]>();
    for (const { source, path } of this.#sources.failuresOf(ids)) {
      const paths = bySource.get(source);
      if (paths === undefined) bySource.set(source, [path]);
      else paths.push(path);
    }
    this.#known.forgiveCrashes([...bySource.values()].flat());
    const tasks = [...bySource].map(([id, paths]) => ({
      ...this.#task(this.#sources.get(id), paths),
      retry: true,
    }));
    this.#importer.add(tasks);
  }

  async check(repair: boolean): Promise<CheckReport> {
    return await this.#importer.quietly(async () => {
      await this.#commits.finish();
      let found = await checkLibrary(this.#opened);
      const { problems, indexIsSound } = found;
      if (repair && !found.setsAreSound) this.#opened.mendSets();
      if (repair && !found.textIsSound) {
        this.#options.tell('noticed', { message: this.#opened.replaceTexts() });
        this.#options.tell('indexReplaced', {});
        found = await checkLibrary(this.#opened);
      }
      if (repair && !indexIsSound) {
        this.#opened.resetIndex();
        this.#options.tell('indexReplaced', {});
        this.#options.tell('noticed', { message: 'The search index was damaged and is built anew.' });
        await this.#rebuild();
      }
      if (repair && found.withoutText.length > 0) {
        forgetTimes(this.#opened.library, found.withoutText, this.#options.nowMs());
        this.rescan([]);
      }
      return { ok: problems.length === 0, problems };
    });
  }

  /** Makes the index one segment, step by step, so that others can write in between. */
  async optimize(): Promise<void> {
    const { signal } = this.#closing;
    let more = true;
    while (more && !signal.aborted) {
      more = await this.#importer.quietly(async () => this.#commits.optimizeStep());
      await breathe();
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#importer.close();
    await this.#opened.close();
  }

  #newBatch(): ImportBatch {
    const newId = (): ArticleId => {
      this.#nextArticle = articleId(this.#nextArticle + 1);
      return articleId(this.#nextArticle - 1);
    };
    return new ImportBatch(this.#known, newId, (id) => this.#opened.committer.hasText(id));
  }

  async #commit(commit: Commit): Promise<void> {
    await this.#commits.commit(commit);
    if (commit.articles === 0 && commit.removed.length === 0) return;
    this.#arrivals += commit.articles;
    this.#options.tell('articlesChanged', {
      articles: this.#reader.counts().articles,
      arrivals: this.#arrivals,
    });
  }

  async #remove(ids: readonly ArticleId[]): Promise<number> {
    const exists = this.#opened.library.prepare('SELECT 1 FROM articles WHERE id = ?');
    const unique = [...new Set(ids)];
    let count = 0;
    for (let at = 0; at < unique.length; at += removalsACommit) {
      const slice = unique.slice(at, at + removalsACommit);
      const removed = slice.filter((id) => exists.get(id) !== undefined);
      const operations = removed.map((article): LibraryOperation => ({ op: 'remove', article }));
      if (removed.length > 0) await this.#commit({ operations, parts: [], articles: 0, removed });
      count += removed.length;
    }
    if (count === 0) return 0;
    await this.#opened.purge();
    this.#nameBackups();
    return count;
  }

  #nameBackups(): void {
    const backups = listBackups(this.#opened.paths.backups);
    if (backups.length === 0) return;
    this.#options.tell('noticed', {
      message: `Paths, tags and notes of what was removed are still in earlier backups: ${backups.join(', ')}`,
    });
  }

  async #rebuild(): Promise<void> {
    const { library, text, index } = this.#opened;
    const meter = this.#meter;
    const large = indexGap(library, index) > 0;
    if (large) meter.state = 'rebuilding';
    meter.seenAll = true;
    await replayIndex(library, text, index, {
      signal: this.#closing.signal,
      onProgress: (done, total) => {
        meter.counts.seen = total;
        meter.counts.done = done;
        meter.counted();
      },
    });
    meter.state = this.#importer.isRunning ? 'importing' : 'idle';
    if (large)
      this.#options.tell('articlesChanged', { articles: this.#reader.counts().articles, arrivals: 0 });
  }

  #task(source: SourceRow, paths: readonly string[]): ScanTask {
    return {
      source: source.id,
      root: source.path,
      paths,
      retry: false,
      skip: this.#sources.nestedIn(source),
    };
  }

  /** A source is away when its folder is not there: then nothing in it counts as vanished. */
  async #begin({ source, root }: ScanTask): Promise<'ready' | 'away'> {
    // What files are known has to be right before the first is looked at.
    await this.#importer.quietly(() => this.#commits.finish());
    const away = !(await isReachable(root));
    if (this.#sources.setAway(source, away)) this.#options.tell('sourcesChanged', {});
    return away ? 'away' : 'ready';
  }

  #end({ source, root, paths, retry }: ScanTask): void {
    if (!retry && paths.includes(root)) this.#sources.setScanned(source, this.#options.nowMs());
    this.#options.tell('sourcesChanged', {});
  }
}
