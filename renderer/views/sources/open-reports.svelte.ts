import { SvelteMap } from 'svelte/reactivity';
import type { SourceId } from '../../../electron/contract/ids.ts';
import type { SourcesState, WholeReport } from '../../state/archive/sources-state.svelte.ts';

/** What was read of the sources that somebody has opened. */
export class OpenReports {
  readonly #sources: SourcesState;
  readonly #reports = new SvelteMap<SourceId, WholeReport | null>();
  #asked = 0;

  constructor(sources: SourcesState) {
    this.#sources = sources;
  }

  isOpen(source: SourceId): boolean {
    return this.#reports.has(source);
  }

  /** Null while it is being looked up. */
  of(source: SourceId): WholeReport | null {
    return this.#reports.get(source) ?? null;
  }

  async toggle(source: SourceId): Promise<void> {
    if (this.#reports.delete(source)) return;
    this.#reports.set(source, null);
    const report = await this.#sources.report(source);
    if (this.#reports.has(source)) this.#reports.set(source, report);
  }

  /** Looks up anew what is open; of calls that come while it does so the last one counts. */
  async refresh(): Promise<void> {
    const asked = (this.#asked += 1);
    for (const source of this.#reports.keys()) {
      if (!this.#sources.has(source)) continue;
      const report = await this.#sources.report(source);
      if (asked !== this.#asked) return;
      if (this.#reports.has(source)) this.#reports.set(source, report);
    }
  }
}
