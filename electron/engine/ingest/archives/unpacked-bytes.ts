import { saidBy } from '../../../contract/failure.ts';
import { type Said, sentence } from '../../../words/sentence.ts';
import { FileError } from '../files/file-bytes.ts';
import { defaultLimits } from '../files/file-to-ingest.ts';
import { headBytes, type OpenSource } from '../formats/byte-source.ts';
import { BoundsError, type ArchiveBounds } from './archive-bounds.ts';
import { SpillFile } from './spill-file.ts';

/** Of larger entries the bytes are in a temporary file. */
const heldBytes = 8_388_608;
const maxWholeBytes = defaultLimits.maxFileBytes;

/** The bytes of an entry, unpacked. */
export class UnpackedBytes implements OpenSource {
  /** Why there are no more of them, null when they are all there. */
  readonly fault: Said | null;
  readonly size: number;
  readonly #held: Buffer | null;
  readonly #file: SpillFile | null;
  #whole: Buffer | null = null;
  #head: Buffer | null = null;

  private constructor(parts: readonly Buffer[], file: SpillFile | null, fault: Said | null) {
    this.fault = fault;
    this.#file = file;
    this.#held = file === null ? Buffer.concat(parts) : null;
    this.size = file?.size ?? this.#held?.length ?? 0;
  }

  /** Unpacks an entry as far as it goes; fails when the archive is beyond its bounds. */
  static async of(
    pieces: AsyncIterable<Buffer>,
    bounds: ArchiveBounds,
    isStopped: () => boolean,
  ): Promise<UnpackedBytes> {
    let parts: Buffer[] = [];
    let held = 0;
    let file: SpillFile | null = null;
    let fault: Said | null = null;
    try {
      for await (const piece of pieces) {
        bounds.takeBytes(piece.length);
        if (isStopped()) break;
        held += piece.length;
        if (file === null) parts.push(piece);
        else file.write(piece);
        if (file !== null || held <= heldBytes) continue;
        file = new SpillFile();
        for (const part of parts) file.write(part);
        parts = [];
      }
    } catch (error) {
      if (error instanceof BoundsError) {
        file?.close();
        throw error;
      }
      fault = saidBy(error);
    }
    return new UnpackedBytes(parts, file, fault);
  }

  head(): Buffer {
    return (this.#head ??= Buffer.from(this.at(0, headBytes)));
  }

  at(start: number, length: number): Buffer {
    return this.#held?.subarray(start, start + length) ?? this.#read(start, length);
  }

  whole(): Buffer {
    if (this.size > maxWholeBytes) {
      const [size = 0, limit = 0] = [this.size, maxWholeBytes].map((bytes) => Math.ceil(bytes / 1_048_576));
      throw new FileError('too-large', sentence('file.too-large-unpacked', { size, limit }));
    }
    return this.#held ?? (this.#whole ??= this.#read(0, this.size));
  }

  close(): void {
    this.#file?.close();
  }

  #read(start: number, length: number): Buffer {
    return this.#file?.read(start, length) ?? Buffer.alloc(0);
  }
}
