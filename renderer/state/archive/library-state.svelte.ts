import type { AppInfo } from '../../../electron/contract/shell-api.ts';
import { word } from '../../../electron/words/word.ts';
import { archive, onArchive, shell } from '../../archive.ts';

/** Which library is open, and how much is in it. */
export class LibraryState {
  info = $state.raw<AppInfo | null>(null);
  /** Null until it is known. */
  articles = $state<number | null>(null);
  /** Why nothing can be written now; null where it can. */
  readOnlyBecause = $state<string | null>(null);
  notices = $state.raw<readonly string[]>([]);

  async load(): Promise<void> {
    // Known also where the engine can't answer.
    this.info = await shell.info({});
    const status = await archive.status({});
    this.articles = status.articles;
    this.readOnlyBecause = status.readOnlyBecause === null ? null : word(status.readOnlyBecause);
    // The reason has a line of its own.
    this.notices = status.notices.map(word).filter((notice) => notice !== this.readOnlyBecause);
  }

  /** What could not be written to was: the reason is gone. */
  #wasWritten(): void {
    this.readOnlyBecause = null;
  }

  dismiss(notice: string): void {
    this.notices = this.notices.filter((other) => other !== notice);
  }

  /** Returns the end of the subscription. */
  listen(): () => void {
    const ends = [
      onArchive('articlesChanged', ({ articles }) => {
        this.articles = articles;
        this.#wasWritten();
      }),
      onArchive('tagsChanged', () => this.#wasWritten()),
      onArchive('noticed', ({ message }) => {
        this.notices = [...this.notices, word(message)];
      }),
    ];
    return () => ends.forEach((end) => end());
  }
}
