import type { FileFailure } from '../../../electron/contract/file-reports.ts';
import type { FailureGroup } from '../../../electron/contract/source-reports.ts';
import { word } from '../../../electron/words/word.ts';
import type { FailureId } from '../../../electron/contract/ids.ts';
import { archive } from '../../archive.ts';
import { Overtaking } from '../../state/archive/overtaking.ts';

const pageRows = 200;
/** So that a held arrow key does not outrun what is fetched. */
const ahead = 100;

/** The list of files that could not be read, fetched where somebody looks. */
export class FailuresState {
  total = $state(0);
  isLoaded = $state(false);
  #pages = $state.raw<Readonly<Partial<Record<number, readonly FileFailure[]>>>>({});
  #asked: readonly number[] = [];
  readonly #listing = new Overtaking();
  readonly #grouping = new Overtaking();

  at(row: number): FileFailure | undefined {
    return this.#pages[Math.floor(row / pageRows)]?.[row % pageRows];
  }

  /** Forgets what was fetched and begins again at the top. */
  async load(): Promise<void> {
    const isNewest = this.#listing.begin();
    const first = await archive.listFailures({ offset: 0, limit: pageRows });
    if (!isNewest()) return;
    this.total = first.total;
    this.#asked = [0];
    this.#pages = { 0: first.failures };
    this.isLoaded = true;
  }

  async see(first: number, last: number): Promise<void> {
    const from = Math.floor(Math.max(0, first - ahead) / pageRows);
    const to = Math.floor(Math.min(last + ahead, this.total - 1) / pageRows);
    const missing = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at).filter(
      (page) => !this.#asked.includes(page),
    );
    this.#asked = [...this.#asked, ...missing];
    for (const page of missing) {
      const { failures } = await archive.listFailures({ offset: page * pageRows, limit: pageRows });
      this.#pages = { ...this.#pages, [page]: failures };
    }
  }

  groups = $state.raw<readonly FailureGroup[]>([]);

  /** What there is, by reason. */
  async loadGroups(): Promise<void> {
    const isNewest = this.#grouping.begin();
    const groups = await archive.failureGroups({ source: null });
    if (isNewest()) this.groups = groups;
  }

  /** All of them when none is named. */
  async retry(failures: readonly FailureId[] = []): Promise<void> {
    await archive.retryFailures({ failures });
  }

  /** Every failure as a line: path, code and reason, with tabs between them. */
  async asText(): Promise<string> {
    const lines: string[] = [];
    for (let offset = 0; offset < this.total; offset += pageRows) {
      const { failures } = await archive.listFailures({ offset, limit: pageRows });
      lines.push(...failures.map(({ path, code, reason }) => [path, code, word(reason)].join('\t')));
    }
    return `${lines.join('\n')}\n`;
  }
}
