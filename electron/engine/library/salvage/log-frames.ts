const headBytes = 32;
const frameHeadBytes = 24;
const magics: ReadonlySet<number> = new Set([0x377f0682, 0x377f0683]);

/** Bytes of a page of the database that a log belongs to; null for what is no log. */
export function pageBytesOfLog(log: Buffer): number | null {
  return log.length < headBytes || !magics.has(log.readUInt32BE(0)) ? null : log.readUInt32BE(8);
}

/**
 * Where the newest committed copy of each page begins in a write-ahead log, in bytes, by the number of the page. Frames
 * count up to the last commit whose checksums are right (https://sqlite.org/fileformat2.html#walformat).
 */
export function committedFrames(log: Buffer, pageBytes: number): ReadonlyMap<number, number> {
  const committed = new Map<number, number>();
  if (pageBytesOfLog(log) !== pageBytes) return committed;
  const isBigEndian = (log.readUInt32BE(0) & 1) === 1;
  const sums = new Checksum(isBigEndian);
  sums.add(log, 0, 24);
  const salt = log.subarray(16, 24);
  let pending = new Map<number, number>();
  for (let at = headBytes; at + frameHeadBytes + pageBytes <= log.length; at += frameHeadBytes + pageBytes) {
    const page = at + frameHeadBytes;
    sums.add(log, at, at + 8);
    sums.add(log, page, page + pageBytes);
    if (!log.subarray(at + 8, at + 16).equals(salt) || !sums.isAt(log, at + 16)) break;
    pending.set(log.readUInt32BE(at), page);
    if (log.readUInt32BE(at + 4) === 0) continue;
    for (const [number, place] of pending) committed.set(number, place);
    pending = new Map();
  }
  return committed;
}

/** The checksum that runs through a log, from its head over all frames. */
class Checksum {
  readonly #isBigEndian: boolean;
  #first = 0;
  #second = 0;

  constructor(isBigEndian: boolean) {
    this.#isBigEndian = isBigEndian;
  }

  add(bytes: Buffer, from: number, to: number): void {
    for (let at = from; at < to; at += 8) {
      this.#first = (this.#first + this.#word(bytes, at) + this.#second) >>> 0;
      this.#second = (this.#second + this.#word(bytes, at + 4) + this.#first) >>> 0;
    }
  }

  isAt(bytes: Buffer, at: number): boolean {
    return bytes.readUInt32BE(at) === this.#first && bytes.readUInt32BE(at + 4) === this.#second;
  }

  #word(bytes: Buffer, at: number): number {
    return this.#isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
  }
}
