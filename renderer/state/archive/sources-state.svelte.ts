import { SvelteMap } from 'svelte/reactivity';
import type { Source } from '../../../electron/contract/archive-api.ts';
import type { FailureId, SourceId } from '../../../electron/contract/ids.ts';
import type { DoneAct } from '../../../electron/contract/undo.ts';
import type { FailureGroup, SourceReport } from '../../../electron/contract/source-reports.ts';
import type { ColumnRoles, GuessedTable } from '../../../electron/contract/table-columns.ts';
import type { RecurringLines } from '../../../electron/contract/recurring-lines.ts';
import { archive, onArchive, pathOfFile, shell } from '../../archive.ts';
import { Overtaking } from './overtaking.ts';

/** What became of the files of a source. */
export type WholeReport = Readonly<{ report: SourceReport; groups: readonly FailureGroup[] }>;

export type SourceImpact = Awaited<ReturnType<typeof archive.sourceRemovalImpact>>;

/** The folders and files that the library is made of. */
export class SourcesState {
  sources = $state.raw<readonly Source[]>([]);
  isLoaded = $state(false);
  /** Called when the list may have changed. */
  onLoad: () => void = () => undefined;
  /** What the sources view shows. */
  pane = $state<'sources' | 'failures'>('sources');

  /** Where sources that are away seem to be now. */
  readonly movedTo = new SvelteMap<SourceId, string>();
  readonly #listing = new Overtaking();
  readonly #paths = new SvelteMap<SourceId, string>();

  /** Returns the end of the subscription. */
  listen(): () => void {
    const ends = [
      onArchive('sourcesChanged', () => void this.load()),
      onArchive('articlesChanged', () => void this.load()),
    ];
    return () => ends.forEach((end) => end());
  }

  load(): Promise<void> {
    return this.#list(archive.listSources({}));
  }

  async #list(listing: Promise<readonly Source[]>): Promise<void> {
    const isNewest = this.#listing.begin();
    const sources = await listing;
    if (!isNewest()) return;
    this.sources = sources;
    this.isLoaded = true;
    for (const { id, path } of this.sources) this.#paths.set(id, path);
    this.onLoad();
  }

  has(id: SourceId): boolean {
    return this.sources.some((source) => source.id === id);
  }

  /** Also of one that is gone. */
  pathOf(id: SourceId): string | undefined {
    return this.#paths.get(id);
  }

  async add(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    await this.#list(archive.addSources({ paths }));
  }

  /** Asks for folders or files and adds what was chosen. */
  async choose(kind: 'folders' | 'files'): Promise<void> {
    await this.add(await shell.choosePaths({ kind }));
  }

  async addSample(): Promise<void> {
    const { sampleArchiveDir } = await shell.info({});
    await this.add([sampleArchiveDir]);
  }

  /** Adds what was dropped on the window; what is no file of this computer, like text, has no path. */
  async addDropped(
    files: readonly File[],
    sources: (paths: readonly string[]) => readonly string[],
  ): Promise<void> {
    const paths = sources(files.map(pathOfFile).filter((path) => path !== ''));
    if (paths.length > 0) await this.add(paths);
  }

  /** Looks where the sources that are away may be now. */
  async findMoved(): Promise<void> {
    for (const { id, away } of this.sources) {
      const path = away ? (await archive.findSource({ source: id })).path : null;
      if (path === null) this.movedTo.delete(id);
      else this.movedTo.set(id, path);
    }
  }

  /** Reads a source from where it is now. */
  async relocate(source: SourceId, path: string): Promise<void> {
    await archive.relocateSource({ source, path });
    await this.load();
  }

  /** Asks for the folder in which a source is now; null where the person changed their mind. */
  async chooseMoved(): Promise<string | null> {
    const [path] = await shell.choosePaths({ kind: 'folders' });
    return path ?? null;
  }

  /** What removing a source would take away. */
  async weigh(source: SourceId): Promise<SourceImpact> {
    return archive.sourceRemovalImpact({ source });
  }

  /** Has the files of a path read in an encoding, or as their bytes tell. */
  async chooseEncoding(path: string, encoding: string | null): Promise<void> {
    await archive.chooseEncoding({ path, encoding });
    await this.load();
  }

  async report(source: SourceId): Promise<WholeReport> {
    return {
      report: await archive.sourceReport({ source }),
      groups: await archive.failureGroups({ source }),
    };
  }

  /** How the columns of a table are read. */
  async table(path: string): Promise<GuessedTable> {
    return archive.readTable({ path });
  }

  /** Has tables with these columns read so, or as they look. Returns how many files are read again. */
  async chooseColumns(
    source: SourceId,
    columns: readonly string[],
    roles: ColumnRoles | null,
  ): Promise<number> {
    return (await archive.chooseColumns({ source, columns, roles })).files;
  }

  async tagByLabels(source: SourceId, labels: readonly string[]): Promise<DoneAct> {
    return archive.tagByLabels({ source, labels });
  }

  /** Reads what failed again. */
  async retry(failures: readonly FailureId[]): Promise<void> {
    await archive.retryFailures({ failures });
  }

  /** Lines that recur in the articles of a source. */
  async recurringLines(source: SourceId): Promise<RecurringLines> {
    return archive.recurringLines({ source });
  }

  /** Has these lines, and no other, read as furniture in a source. */
  async hideLines(source: SourceId, lines: readonly string[]): Promise<void> {
    await archive.hideLines({ source, lines });
    await this.load();
  }

  /** All of them when none is named. */
  async rescan(sources: readonly SourceId[] = []): Promise<void> {
    await archive.rescan({ sources });
  }

  async remove(source: SourceId): Promise<number> {
    const { removed } = await archive.removeSource({ source });
    await this.load();
    return removed;
  }
}
