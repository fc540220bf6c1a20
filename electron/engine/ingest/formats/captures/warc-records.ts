import { type Said, sentence } from '../../../../words/sentence.ts';
import type { GzipFault } from './gzip-members.ts';
import { readHeaders } from './mime-parts.ts';

/** A record of a web archive, counted from 1, with as much of its content as is kept; or why it could not be read. */
export type WarcRecord = Readonly<{ number: number }> &
  (
    | Readonly<{
        headers: ReadonlyMap<string, string>;
        content: Buffer;
        /** Its bytes in the unpacked file. */
        start: number;
        end: number;
      }>
    | Readonly<{ reason: Said }>
  );

const maxHeadLength = 65_536;
/** Of the line that opens a record of ARC. */
const maxLineLength = 4_096;
/** More of a record than that is no page. */
const maxKept = 16_777_216;
const version = /^(?:WARC\/\d+\.\d+)\r?\n/;
const nextVersion = Buffer.from('\nWARC/1.');
/** What version 1 of ARC has in one line: address, address of the host, time, type, length. */
const arcOpening =
  /\n(?:https?|ftp|dns):\S{1,2000} \S{1,60} \d{14} \S{1,100} (?:\S{1,200} ){0,5}?\d{1,12}\r?\n/i;
const arcLine = /^((?:https?|ftp|dns|filedesc):\S+) \S+ (\d{14}) (\S+) (?:\S+ ){0,5}?(\d+)\r?\n/i;

/**
 * Frames the records of WARC and ARC. Where a declared length is not that of its content, the next line that opens a record is where
 * the content ends.
 */
export async function* warcRecords(pieces: AsyncIterable<Buffer | GzipFault>): AsyncGenerator<WarcRecord> {
  const input = new RecordBytes(pieces);
  let number = 0;
  for (;;) {
    await input.skipLineEnds();
    await input.fill(maxHeadLength);
    if (input.isEmpty) {
      const fault = input.takeFault();
      if (fault === null) return;
      yield { number: number + 1, reason: fault };
      continue;
    }
    number += 1;
    const start = input.place;
    const head = readHead(input.bytes);
    if (head === null) {
      const fault = input.takeFault();
      if (fault === null) await input.skipToRecord();
      else input.skip(input.bytes.length);
      yield { number, reason: fault ?? sentence('file.no-warc-record') };
      continue;
    }
    input.skip(head.end);
    const content = await input.take(head.length, head.isArc);
    if (content === null) {
      yield { number, reason: input.takeFault() ?? sentence('file.cut') };
      continue;
    }
    yield { number, headers: head.headers, content, start, end: input.place };
  }
}

type Head = Readonly<{ headers: ReadonlyMap<string, string>; end: number; length: number; isArc: boolean }>;

function readHead(bytes: Buffer): Head | null {
  const line = bytes.toString('latin1', 0, 2_048);
  const first = version.exec(line);
  if (first !== null) {
    const { headers, end } = readHeaders(bytes, first[0].length);
    const length = Number(headers.get('content-length') ?? Number.NaN);
    return Number.isSafeInteger(length) && length >= 0 ? { headers, end, length, isArc: false } : null;
  }
  const [whole, url, time, type, length] = arcLine.exec(line) ?? [];
  if (whole === undefined || url === undefined || time === undefined || type === undefined) return null;
  const isPage = /^https?:/i.test(url);
  const headers = new Map([
    ['warc-type', isPage ? 'response' : 'warcinfo'],
    ['warc-target-uri', url],
    ['warc-date', time.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z')],
    ['content-type', isPage ? 'application/http; msgtype=response' : type],
  ]);
  return { headers, end: whole.length, length: Number(length), isArc: true };
}

/** Where the next record of either format opens; -1 for nowhere. */
function openingIn(bytes: Buffer): number {
  const found = [bytes.indexOf(nextVersion), arcOpening.exec(bytes.toString('latin1'))?.index ?? -1];
  const at = found.filter((one) => one >= 0);
  return at.length === 0 ? -1 : Math.min(...at) + 1;
}

/** The unpacked bytes, up to the next fault, which ends what it stands in. */
class RecordBytes {
  bytes: Buffer = Buffer.alloc(0);
  /** Of the first of them. */
  place = 0;
  readonly #pieces: AsyncIterator<Buffer | GzipFault>;
  #fault: Said | null = null;
  #isAtEnd = false;

  constructor(pieces: AsyncIterable<Buffer | GzipFault>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  get isEmpty(): boolean {
    return this.bytes.length === 0;
  }

  takeFault(): Said | null {
    const fault = this.#fault;
    this.#fault = null;
    return fault;
  }

  async fill(length: number): Promise<void> {
    const parts = [this.bytes];
    let filled = this.bytes.length;
    while (filled < length && this.#fault === null && !this.#isAtEnd) {
      const next = await this.#pieces.next();
      if (next.done === true) this.#isAtEnd = true;
      else if (Buffer.isBuffer(next.value)) {
        parts.push(next.value);
        filled += next.value.length;
      } else this.#fault = next.value.reason;
    }
    if (parts.length > 1) this.bytes = Buffer.concat(parts);
  }

  skip(length: number): void {
    this.place += length;
    this.bytes = this.bytes.subarray(length);
  }

  async skipLineEnds(): Promise<void> {
    for (;;) {
      await this.fill(4_096);
      let at = 0;
      while (this.bytes[at] === 0x0d || this.bytes[at] === 0x0a) at++;
      this.skip(at);
      if (at === 0 || !this.isEmpty) return;
    }
  }

  /** Content of a declared length; null when it ends before that. Of a long one only the beginning is kept. */
  async take(length: number, isArc: boolean): Promise<Buffer | null> {
    const kept = Math.min(length, maxKept);
    await this.fill(kept + 64);
    const cut = this.#cutOf(Math.min(kept, this.bytes.length), length, isArc);
    if (cut !== null) {
      const content = Buffer.from(this.bytes.subarray(0, cut));
      this.skip(cut);
      return content;
    }
    if (this.bytes.length < kept) {
      this.skip(this.bytes.length);
      return null;
    }
    const content = Buffer.from(this.bytes.subarray(0, kept));
    this.skip(kept);
    for (let left = length - kept; left > 0;) {
      await this.fill(Math.min(left, 1_048_576));
      if (this.isEmpty) return null;
      const step = Math.min(left, this.bytes.length);
      this.skip(step);
      left -= step;
    }
    return content;
  }

  /** Where content that is shorter or longer than declared ends; null when nothing speaks against its length. */
  #cutOf(kept: number, length: number, isArc: boolean): number | null {
    const behind = this.bytes.toString('latin1', kept, kept + 64);
    const isWhole = length === kept && this.bytes.length >= kept;
    if (isWhole && (behind === '' || /^[\r\n]*(?:WARC\/|$)|^\r?\n?(?:https?|dns|ftp):/.test(behind)))
      return null;
    if (length > maxKept) return null;
    const inside = isArc
      ? (arcOpening.exec(this.bytes.toString('latin1'))?.index ?? -1)
      : this.bytes.indexOf(nextVersion);
    return inside >= 0 ? inside + 1 : null;
  }

  async skipToRecord(): Promise<void> {
    this.skip(1);
    for (;;) {
      await this.fill(maxHeadLength);
      const found = openingIn(this.bytes);
      if (found >= 0) {
        this.skip(found);
        return;
      }
      if (this.bytes.length < maxLineLength) {
        this.skip(this.bytes.length);
        return;
      }
      this.skip(this.bytes.length - maxLineLength + 1);
    }
  }
}
