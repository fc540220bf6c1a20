import { saidBy } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import type { CheckReport, ImportProgress, Source } from '../../contract/archive-api.ts';
import type { Removed } from '../../contract/removing.ts';
import type { DoneAct } from '../../contract/undo.ts';
import { articleId, type FailureId, type SourceId } from '../../contract/ids.ts';
import { ProgressMeter } from '../ingest/import-progress.ts';
import { ArchiveTarget } from './archive-target.ts';
import { Acts } from './acts-in-order.ts';
import { CorrectionWriter } from './correction-writer.ts';
import { Importer, type ImporterTools } from '../ingest/importer.ts';
import type { ScanTask } from '../ingest/scan-task.ts';
import { changeOf } from '../library/schema/commit-number.ts';
import { existingPaths } from '../library/sources/source-paths.ts';
import type { Tell } from '../library/library-events.ts';
import { LibraryReader } from '../library/library-reader.ts';
import { Annotator } from '../library/annotator.ts';
import { indexGap, replayIndex } from '../library/commits/replay.ts';
import { forgetTimes, Sources, type SourceRow, type SourceImpact } from '../library/sources/sources.ts';
import { SearchShelf } from '../library/searches/search-shelf.ts';
import { Tags } from '../library/tags/tags.ts';
import { ReadingChoices } from './reading-choices.ts';
import { Removals } from './removals.ts';
import { SourceFolders } from './source-folders.ts';
import { yieldToEventLoop } from '../concurrency/serial-queue.ts';
import { CommitRecovery } from '../library/commit-recovery.ts';
import type { WritableLibrary } from '../library/writable-library.ts';

export type ArchiveWriterOptions = Readonly<{
  nowMs: () => number;
  tell: Tell;
  openPool: ImporterTools['openPool'];
  /** How long to leave those alone who have just opened the library, before the index is tidied. */
  tidyAfterMs: number;
  /** How often to look which sources are there. */
  lookEveryMs: number;
}>;

/** Everything that changes a library, in one place: imports, sources, removals, mending; tags and notes. */
export class ArchiveWriter {
  readonly tags: Tags;
  readonly annotator: Annotator;
  readonly searches: SearchShelf;
  readonly folders: SourceFolders;
  readonly correcting: CorrectionWriter;
  readonly acts: Acts;
  readonly choices: ReadingChoices;
  readonly #opened: WritableLibrary;
  readonly #options: ArchiveWriterOptions;
  readonly #reader: LibraryReader;
  readonly #sources: Sources;
  readonly #target: ArchiveTarget;
  readonly #meter: ProgressMeter;
  readonly #importer: Importer;
  readonly #closing = new AbortController();
  readonly #commits: CommitRecovery;
  readonly #removals: Removals;

  constructor(opened: WritableLibrary, options: ArchiveWriterOptions) {
    const { nowMs, tell } = options;
    this.#opened = opened;
    this.#options = options;
    this.tags = new Tags(opened.library);
    this.annotator = new Annotator(opened.library, () => opened.text);
    this.searches = new SearchShelf(opened.library);
    this.#reader = new LibraryReader(opened.library);
    this.#sources = new Sources(opened.library);
    this.#meter = new ProgressMeter(nowMs, (progress) => tell('importProgressed', progress));
    this.#commits = new CommitRecovery(opened, this.#closing.signal);
    const correctAgain = (): Promise<void> => this.correcting.reapply();
    this.#target = new ArchiveTarget(opened, this.#commits, { nowMs, tell, correctAgain });
    this.correcting = new CorrectionWriter({
      opened,
      nowMs,
      commit: (commit) => this.#target.write(commit),
      quietly: (work) => this.#importer.quietly(work),
      changed: () => tell('correctionsChanged', {}),
    });
    this.acts = new Acts(opened.library, this, tell);
    this.#removals = new Removals({
      opened,
      commit: (commit) => this.#target.write(commit),
      notice: (message) => tell('noticed', { message }),
    });
    const { registry, records } = this.#target;
    const { openPool } = options;
    this.#importer = new Importer({
      registry,
      records,
      meter: this.#meter,
      nowMs,
      openPool,
      target: this.#target,
    });
    this.choices = new ReadingChoices({
      library: opened.library,
      sources: this.#sources,
      nowMs,
      quietly: (work) => this.#importer.quietly(work),
      readAgain: (source, path) => this.#importer.add([this.#task(source, [path])]),
      changed: () => tell('sourcesChanged', {}),
    });
    this.folders = new SourceFolders({
      library: opened.library,
      sources: this.#sources,
      onChange: () => tell('sourcesChanged', {}),
      rescan: (ids) => this.rescan(ids),
      stopReading: (id) => this.#importer.cancelSource(id),
      quietly: (work) => this.#importer.quietly(work),
      lookEveryMs: options.lookEveryMs,
      nowMs,
      onFailure: (thrown) =>
        tell('noticed', { message: sentence('trouble.sources-unseen', { why: saidBy(thrown) }) }),
    });
  }

  /** Brings the index up to the library, and reads lost texts again. Settles when the index is whole. */
  async catchUp(): Promise<void> {
    const { library, index } = this.#opened;
    if (indexGap(library, index) > 0 || index.change < changeOf(library)) {
      await this.#importer.quietly(() => this.#rebuild());
    }
    await this.#importer.quietly(() => this.correcting.reapply());
    const pending = new Set([...this.#sources.pendingScans(), ...(await this.folders.look())]);
    if (pending.size > 0) this.rescan([...pending]);
    else this.#importer.tidyLater(this.#options.tidyAfterMs);
    this.folders.follow();
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
    const back = (await this.folders.look()).filter((id) => !concerned.has(id));
    if (back.length > 0) this.rescan(back);
    this.#options.tell('sourcesChanged', {});
    return this.#reader.sources().filter(({ id }) => concerned.has(id));
  }

  /** All sources when none is named. */
  rescan(ids: readonly SourceId[]): void {
    const sources = ids.length === 0 ? this.#sources.all() : ids.map((id) => this.#sources.get(id));
    this.#importer.add(sources.map((source) => this.#task(source, [source.path])));
  }

  tagByLabels(id: SourceId, labels: readonly string[]): DoneAct {
    this.#sources.get(id);
    return this.tags.setByLabels(id, labels);
  }

  sourceRemovalImpact(id: SourceId): SourceImpact {
    return this.#sources.removalImpact(id);
  }

  async removeSource(id: SourceId): Promise<Readonly<{ removed: number }>> {
    this.#sources.get(id);
    await this.#importer.cancelSource(id);
    const removed = await this.#importer.quietly(async () => {
      const { removed: count } = await this.#removals.remove(this.#sources.articlesOnlyIn(id));
      this.#removals.forget();
      this.#sources.remove(id);
      this.choices.forgetEncodings();
      return count;
    });
    this.#options.tell('sourcesChanged', {});
    return { removed };
  }

  async removeArticles(ids: Uint32Array): Promise<Removed> {
    const removed = await this.#importer.quietly(() => this.#removals.remove(Array.from(ids, articleId)));
    if (removed.removed > 0) this.#options.tell('sourcesChanged', {});
    return removed;
  }

  /** Gives back what `removeArticles` took last. */
  async undoRemoval(): Promise<Readonly<{ givenBack: number }>> {
    const givenBack = await this.#importer.quietly(() => this.#removals.undo());
    if (givenBack > 0) this.#options.tell('sourcesChanged', {});
    return { givenBack };
  }

  /** All failed files when none is named. */
  retryFailures(ids: readonly FailureId[]): void {
    const bySource = new Map<SourceId, string[]>();
    for (const { source, path } of this.#sources.failuresOf(ids)) {
      const paths = bySource.get(source);
      if (paths === undefined) bySource.set(source, [path]);
      else paths.push(path);
    }
    this.#target.registry.forgiveCrashes([...bySource.values()].flat());
    const tasks = [...bySource].map(([id, paths]) => ({
      ...this.#task(this.#sources.get(id), paths),
      retry: true,
    }));
    this.#importer.add(tasks);
  }

  async check(repair: boolean): Promise<CheckReport & Readonly<{ libraryIsSound: boolean }>> {
    return await this.#importer.quietly(async () => {
      await this.#commits.finish();
      const { checkLibrary } = await import('../library/opening/repairs.ts');
      let found = await checkLibrary(this.#opened);
      const { problems, libraryIsSound, indexIsSound } = found;
      if (repair && !found.setsAreSound) this.#opened.mendSets();
      if (repair && !found.wordsAreSound && (await this.#opened.restoreWords()))
        this.#options.tell('tagsChanged', {});
      if (repair && !found.textIsSound) {
        this.#options.tell('noticed', { message: await this.#opened.replaceTexts() });
        this.#options.tell('indexReplaced', {});
        found = await checkLibrary(this.#opened);
      }
      if (repair && !indexIsSound) {
        this.#opened.resetIndex();
        this.#options.tell('indexReplaced', {});
        this.#options.tell('noticed', { message: sentence('done.index-damaged') });
        await this.#rebuild();
      }
      if (repair && found.withoutText.length > 0) {
        forgetTimes(this.#opened.library, found.withoutText, this.#options.nowMs());
        this.rescan([]);
      }
      return { ok: problems.length === 0, problems, libraryIsSound };
    });
  }

  /** Makes the index one segment, step by step, so that others can write in between. */
  async optimize(): Promise<void> {
    const { signal } = this.#closing;
    let more = true;
    while (more && !signal.aborted) {
      more = await this.#importer.quietly(async () => this.#commits.optimizeStep());
      await yieldToEventLoop();
    }
  }

  async close(): Promise<void> {
    this.folders.close();
    this.#closing.abort();
    await this.#importer.close();
    await this.#opened.close();
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
}
