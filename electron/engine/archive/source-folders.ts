import { FailureError } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import { stat } from 'node:fs/promises';
import type { SourceId } from '../../contract/ids.ts';
import { lookAtSources } from '../library/sources/look-at-sources.ts';
import { findMovedFolder, holdsFiles, sampleFiles } from '../library/sources/moved-folder.ts';
import { existingPaths } from '../library/sources/source-paths.ts';
import type { Sources } from '../library/sources/sources.ts';
import type { Database } from '../sqlite.ts';

export type SourceFoldersOptions = Readonly<{
  library: Database;
  sources: Sources;
  /** Which sources there are, or where, has changed. */
  onChange: () => void;
  /** Reads these again. */
  rescan: (ids: readonly SourceId[]) => void;
  /** Stops reading a source. */
  stopReading: (id: SourceId) => Promise<void>;
  /** Runs work while nobody else writes to the library. */
  quietly: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** How often to look where the folders are. */
  lookEveryMs: number;
  nowMs: () => number;
  onFailure: (thrown: unknown) => void;
}>;

/** Looking must not take more than this share of the time, however many sources there are. */
const restForALook = 20;

/** Follows the folders of sources: when they are gone, when they come back, and where they were moved. */
export class SourceFolders {
  readonly #options: SourceFoldersOptions;
  #next: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(options: SourceFoldersOptions) {
    this.#options = options;
  }

  /** Looks every now and then from now on, and reads again what has come back. */
  follow(): void {
    this.#lookIn(this.#options.lookEveryMs);
  }

  close(): void {
    this.#isClosed = true;
    if (this.#next !== null) clearTimeout(this.#next);
  }

  /** Looks which sources are there, so that no path is shown where nothing is. Returns those that have come back. */
  async look(): Promise<SourceId[]> {
    const { back, changed } = await lookAtSources(this.#options.sources);
    if (changed) this.#options.onChange();
    return back;
  }

  /** Where a source that is away seems to be now; null where it is there, or is not found. */
  async find(id: SourceId): Promise<string | null> {
    const { library, sources } = this.#options;
    const { path } = sources.get(id);
    if (!sources.isAway(id)) return null;
    const files = sampleFiles(library, id);
    const others = sources.all().filter((source) => source.id !== id);
    for (const other of others) if (await holdsFiles(other.path, files, path)) return other.path;
    return await findMovedFolder(path, files);
  }

  /** Reads a source at another place from now on. Fails with `not-found` where its files are not there. */
  async relocate(id: SourceId, to: string): Promise<void> {
    const { library, sources, onChange, rescan, stopReading, quietly } = this.#options;
    const { path } = sources.get(id);
    const [folder = to] = await existingPaths([to]);
    const files = sampleFiles(library, id);
    const isFolder = (await stat(folder)).isDirectory();
    if (!isFolder || (files.length > 0 && !(await holdsFiles(folder, files, path)))) {
      throw new FailureError({
        code: 'not-found',
        message: sentence('trouble.other-files', { path, folder }),
      });
    }
    await stopReading(id);
    const now = await quietly(async () => sources.relocate(id, folder));
    onChange();
    rescan([now]);
  }

  #lookIn(ms: number): void {
    if (this.#isClosed) return;
    this.#next = setTimeout(() => void this.#lookAgain(), ms);
    this.#next.unref();
  }

  async #lookAgain(): Promise<void> {
    const { lookEveryMs, nowMs, rescan, onFailure } = this.#options;
    const begunMs = nowMs();
    try {
      const back = await this.look();
      if (back.length > 0 && !this.#isClosed) rescan(back);
    } catch (thrown) {
      if (!this.#isClosed) onFailure(thrown);
    }
    this.#lookIn(Math.max(lookEveryMs, (nowMs() - begunMs) * restForALook));
  }
}
