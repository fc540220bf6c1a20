import type { ExportProgress } from '../../../electron/contract/export-api.ts';
import { FailureError } from '../../../electron/contract/failure.ts';
import {
  packedEnding,
  type MergeReport,
  type PackedContents,
} from '../../../electron/contract/packing-api.ts';
import type { MessageName } from '../../../electron/words/languages.ts';
import { say } from '../../../electron/words/say.ts';
import { archive, onArchive, shell } from '../../archive.ts';
import { pathName } from '../../text/path-name.ts';
import type { Dialogs } from '../window/dialogs.svelte.ts';
import type { Toasts } from '../window/toasts.svelte.ts';
import type { Undoing } from './undoing.ts';

/** Packs the library, and does something with a packed one. */
export class Packing {
  /** Null while nothing runs. */
  progress = $state.raw<ExportProgress | null>(null);
  readonly #dialogs: Dialogs;
  readonly #toasts: Toasts;
  readonly #undoing: Undoing;
  #running: AbortController | null = null;

  constructor(dialogs: Dialogs, toasts: Toasts, undoing: Undoing) {
    this.#dialogs = dialogs;
    this.#toasts = toasts;
    this.#undoing = undoing;
  }

  /** Asks for a packed library, and opens what can be done with it. */
  async choose(): Promise<void> {
    await this.#try('pack.not-opened', async () => {
      const path = await shell.choosePacked({});
      if (path !== null) this.#dialogs.openPacked(path);
    });
  }

  /** Opens a packed library that is among paths from outside. Returns the others. */
  openFrom(paths: readonly string[]): readonly string[] {
    const isPacked = (path: string): boolean => path.toLowerCase().endsWith(`.${packedEnding}`);
    const packed = paths.find(isPacked);
    if (packed !== undefined) this.#dialogs.openPacked(packed);
    return paths.filter((path) => !isPacked(path));
  }

  async pack(contents: PackedContents): Promise<void> {
    await this.#try('pack.failed', async () => {
      const suggestedName = `${say('pack.name')}.${packedEnding}`;
      const path = await shell.chooseExport({ suggestedName, kind: 'file' });
      if (path === null) return;
      const done = await this.#run(path, (signal) => archive.packLibrary({ path, contents }, signal));
      const articles = say('count.articles', { count: done.articles });
      const missing = done.missing === 0 ? '' : ` ${say('pack.missing', { count: done.missing })}`;
      this.#toasts.show({ message: `${say('pack.done', { articles, path })}${missing}` });
      this.#dialogs.close();
    });
  }

  /** Asks where it shall be, makes a library of it and opens that. */
  async unpack(path: string): Promise<void> {
    await this.#try('pack.not-opened', async () => {
      const suggestedName = pathName(path).replace(/\.[^.]*$/u, '') || say('pack.unpack-name');
      const libraryDir = await shell.chooseExport({ suggestedName, kind: 'folder' });
      if (libraryDir === null) return;
      await this.#run(path, (signal) => archive.unpackLibrary({ path, libraryDir }, signal));
      await shell.openLibrary({ libraryDir });
      this.#dialogs.close();
    });
  }

  /** What a merge would bring. */
  async preview(path: string): Promise<MergeReport> {
    return await archive.mergeLibrary({ path, dryRun: true });
  }

  async merge(path: string): Promise<void> {
    await this.#try('pack.not-merged', async () => {
      await archive.mergeLibrary({ path, dryRun: false });
      const message = say('pack.merged', { file: pathName(path) });
      this.#toasts.show({ message, undo: () => this.#undoing.undo() });
      this.#dialogs.close();
    });
  }

  /** Gives up what runs: nothing of it is left. */
  cancel(): void {
    this.#running?.abort();
  }

  async #run<Done>(path: string, act: (signal: AbortSignal) => Promise<Done>): Promise<Done> {
    this.#running = new AbortController();
    this.progress = { path, done: 0, total: 0 };
    const stop = onArchive('exportProgressed', (progress) => {
      if (progress.path === path && this.progress !== null) this.progress = progress;
    });
    try {
      return await act(this.#running.signal);
    } finally {
      stop();
      this.#running = null;
      this.progress = null;
    }
  }

  async #try(failed: MessageName, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      const isCancelled = thrown instanceof FailureError && thrown.failure.code === 'cancelled';
      if (isCancelled) this.#toasts.show({ message: say('pack.cancelled') });
      else this.#toasts.showFailure(say(failed), thrown);
    }
  }
}
