import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readFully } from '../../read-fully.ts';
import { committedFrames, pageBytesOfLog } from './log-frames.ts';

const magic = 'SQLite format 3\0';

/** Sizes that pages can have, the likely ones first. */
export const pageSizes: readonly number[] = [4096, 16_384, 8192, 32_768, 65_536, 2048, 1024, 512];

/**
 * The pages of a database as they lie in its file and in its log, read without SQLite, which refuses a file whose first page
 * is gone (https://sqlite.org/fileformat2.html). Close it where it was opened.
 */
export class PageFile {
  readonly pageBytes: number;
  /** Bytes of a page that hold anything of the trees. */
  readonly usableBytes: number;
  /** Pages are numbered from 1. */
  readonly pages: number;
  readonly #file: number;
  readonly #log: Buffer;
  readonly #inLog: ReadonlyMap<number, number>;

  private constructor(file: number, log: Buffer, pageBytes: number, reservedBytes: number) {
    this.#file = file;
    this.#log = log;
    this.pageBytes = pageBytes;
    this.usableBytes = pageBytes - reservedBytes;
    this.#inLog = committedFrames(log, pageBytes);
    this.pages = [...this.#inLog.keys()].reduce(
      (most, page) => Math.max(most, page),
      Math.ceil(fstatSync(file).size / pageBytes),
    );
  }

  /** Where neither the file nor its log says how large its pages are, `guess` says so. */
  static open(path: string, guess: (sized: (pageBytes: number) => PageFile) => number): PageFile {
    const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(100);
      readSync(file, head, 0, head.length, 0);
      const said = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
      const isSaid = head.toString('latin1', 0, magic.length) === magic && pageSizes.includes(said);
      if (isSaid) return new PageFile(file, log, said, head.readUInt8(20));
      const sized = (pageBytes: number): PageFile => new PageFile(file, log, pageBytes, 0);
      return sized(pageBytesOfLog(log) ?? guess(sized));
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  /** A page as it was last committed: of the last one of a file that was cut short, as much as is there. */
  page(number: number): Buffer {
    const inLog = this.#inLog.get(number);
    if (inLog !== undefined) return this.#log.subarray(inLog, inLog + this.pageBytes);
    return readFully(this.#file, Buffer.alloc(this.pageBytes), (number - 1) * this.pageBytes);
  }

  close(): void {
    closeSync(this.#file);
  }
}
