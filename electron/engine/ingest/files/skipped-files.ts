import type { SkippedFiles } from '../../../contract/file-reports.ts';

/** Folders full of generated files have thousands of endings: beyond so many, the rest are counted together. */
const maxKinds = 50;
const others = '…';

/** Counts files that are not read, by their kind. */
export class SkippedCounts {
  readonly #counts = new Map<string, number>();

  add(kind: string, files = 1): void {
    const known = this.#counts.has(kind) || this.#counts.size < maxKinds;
    const counted = known ? kind : others;
    this.#counts.set(counted, (this.#counts.get(counted) ?? 0) + files);
  }

  /** The most frequent first. */
  list(): SkippedFiles[] {
    return [...this.#counts]
      .map(([kind, files]) => ({ kind, files }))
      .sort((a, b) => b.files - a.files || (a.kind < b.kind ? -1 : 1));
  }
}
