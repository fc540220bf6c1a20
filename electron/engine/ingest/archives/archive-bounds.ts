import { SaidError } from '../../../contract/failure.ts';
import { sentence } from '../../../words/sentence.ts';
import { harmlessBytes, zipLimits } from '../formats/reading/zip/zip-archive.ts';

/** What an archive may unpack to, with all archives in it. Bombs are beyond, and no archive that somebody made of files. */
export const archiveLimits = { ...zipLimits, depth: 4 } as const;

/** An archive is beyond its bounds: nothing more of it is unpacked. */
export class BoundsError extends SaidError {}

/** What is left to an archive and to all that lie in it. */
export class ArchiveBounds {
  readonly #depth: number;
  readonly #left: { bytes: number; entries: number };

  private constructor(depth: number, left: { bytes: number; entries: number }) {
    this.#depth = depth;
    this.#left = left;
  }

  /** Of an archive of `size` bytes that lies in none. */
  static of(size: number): ArchiveBounds {
    const bytes = Math.max(harmlessBytes, size * archiveLimits.ratio);
    return new ArchiveBounds(1, { bytes, entries: archiveLimits.entries });
  }

  /** Of the archives in it, which share what is left; null where they lie too deep. */
  inner(): ArchiveBounds | null {
    return this.#depth < archiveLimits.depth ? new ArchiveBounds(this.#depth + 1, this.#left) : null;
  }

  takeEntry(): void {
    this.#left.entries -= 1;
    if (this.#left.entries < 0)
      throw new BoundsError(sentence('file.many-entries', { max: archiveLimits.entries }));
  }

  takeBytes(count: number): void {
    this.#left.bytes -= count;
    if (this.#left.bytes < 0) throw new BoundsError(sentence('file.bomb', { times: archiveLimits.ratio }));
  }
}
