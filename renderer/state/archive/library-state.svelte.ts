import type { AppInfo } from '../../../electron/contract/shell-api.ts';
import { word } from '../../../electron/words/word.ts';
import { archive, onArchive, shell } from '../../archive.ts';
import { Overtaking } from './overtaking.ts';

/** Which library is open, and how much is in it. */
export class LibraryState {
  info = $state.raw<AppInfo | null>(null);
  /** Null until it is known. */
  articles = $state<number | null>(null);
  /** Why nothing can be written now; null where it can. */
  readOnlyBecause = $state<string | null>(null);
  notices = $state.raw<readonly string[]>([]);
  readonly #counting = new Overtaking();
  readonly #writing = new Overtaking();

  async load(): Promise<void> {
    // Known also where the engine can't answer.
    this.info = await shell.info({});
    const isNewestCount = this.#counting.begin();
    const isUnwritten = this.#writing.begin();
    const status = await archive.status({});
    if (isNewestCount()) this.articles = status.articles;
    if (isUnwritten()) {
      this.readOnlyBecause = status.readOnlyBecause === null ? null : word(status.readOnlyBecause);
    }
    // The reason has a line of its own.
    this.notices = status.notices.map(word).filter((notice) => notice !== this.readOnlyBecause);
  }

  /** What could not be written to was: the reason is gone. */
  #wasWritten(): void {
    this.#writing.begin();
    this.readOnlyBecause = null;
  }

  dismiss(notice: string): void {
    this.notices = this.notices.filter((other) => other !== notice);
  }

  /** Returns the end of the subscription. */
  listen(): () => void {
    const ends = [
      onArchive('articlesChanged', ({ articles }) => {
        this.#counting.begin();
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
