import { say } from '../../../electron/words/say.ts';
import {
  exportFormatRow,
  type ExportProgress,
  type ExportRequest,
} from '../../../electron/contract/export-api.ts';
import { FailureError } from '../../../electron/contract/failure.ts';
import { archive, onArchive, shell } from '../../archive.ts';
import type { Dialogs } from '../window/dialogs.svelte.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

/** What the person chose of an export; where it goes is asked for by the system's dialog. */
export type ExportChoice = Omit<ExportRequest, 'path'>;

/** The export that runs now, if one does. */
export class Exporting {
  /** Null while none runs. */
  progress = $state.raw<ExportProgress | null>(null);
  readonly #toasts: Toasts;
  readonly #dialogs: Dialogs;
  #running: AbortController | null = null;

  constructor(dialogs: Dialogs, toasts: Toasts) {
    this.#dialogs = dialogs;
    this.#toasts = toasts;
  }

  /** Asks where to write, and writes; `articles` is how many it will be. */
  async run(choice: ExportChoice, articles: number): Promise<void> {
    const { ending } = exportFormatRow(choice.format);
    const name = say('export.name');
    try {
      const path = await shell.chooseExport(
        choice.layout === 'one'
          ? { suggestedName: `${name}.${ending}`, kind: 'file' }
          : { suggestedName: name, kind: 'folder' },
      );
      if (path !== null) await this.#write({ ...choice, path }, articles);
    } catch (thrown) {
      if (thrown instanceof FailureError && thrown.failure.code === 'cancelled') {
        this.#toasts.show({ message: say('export.cancelled') });
      } else this.#toasts.showFailure(say('export.failed'), thrown);
    }
  }

  /** Gives up what runs: nothing of it is left. */
  cancel(): void {
    this.#running?.abort();
  }

  async #write(request: ExportRequest, articles: number): Promise<void> {
    const { path } = request;
    this.#running = new AbortController();
    this.progress = { path, done: 0, total: articles };
    const stop = onArchive('exportProgressed', (progress) => {
      if (progress.path === path && this.progress !== null) this.progress = progress;
    });
    try {
      const done = await archive.exportArticles(request, this.#running.signal);
      const count = say('count.articles', { count: done.articles });
      const left = done.left === 0 ? '' : ` ${say('export.left', { count: done.left })}`;
      const { missing } = done.originals;
      const lost = missing === 0 ? '' : ` ${say('export.missing', { count: missing })}`;
      this.#toasts.show({
        message: `${say('export.done', { articles: count, path: path ?? '' })}${left}${lost}`,
      });
      this.#dialogs.close();
    } finally {
      stop();
      this.#running = null;
      this.progress = null;
    }
  }
}
