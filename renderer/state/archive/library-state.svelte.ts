import type { AppInfo } from '../../../electron/contract/shell-api.ts';
import { archive, onArchive, shell } from '../../archive.ts';

/** Which library is open, and how much is in it. */
export class LibraryState {
  info = $state.raw<AppInfo | null>(null);
  /** Null until it is known. */
  articles = $state<number | null>(null);
  isReadOnly = $state(false);
  notices = $state.raw<readonly string[]>([]);

  async load(): Promise<void> {
    const [info, status] = await Promise.all([shell.info({}), archive.status({})]);
    this.info = info;
    this.articles = status.articles;
    this.isReadOnly = status.readOnly;
    this.notices = status.notices;
  }

  dismiss(notice: string): void {
    this.notices = this.notices.filter((other) => other !== notice);
  }

  /** Returns the end of the subscription. */
  listen(): () => void {
    const ends = [
      onArchive('articlesChanged', ({ articles }) => {
        this.articles = articles;
      }),
      onArchive('noticed', ({ message }) => {
        this.notices = [...this.notices, message];
      }),
    ];
    return () => ends.forEach((end) => end());
  }
}
