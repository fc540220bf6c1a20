import { SaidError } from '../../../../../contract/failure.ts';
import { sentence } from '../../../../../words/sentence.ts';
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { decodeText, isDecodeFailure } from '../../../encodings/encodings.ts';
import type { ByteSource } from '../../byte-source.ts';

/** Bounds of what an archive may hold: bombs are beyond them, and no archive that somebody made of files. */
export const zipLimits = { ratio: 200, entries: 1_000_000 } as const;
/** What is small unpacks to what is small. */
export const harmlessBytes = 16_777_216;
const utf8Flag = 0x800;
const unicodePath = 0x7075;
const windowBytes = 262_144;
const localHeaderBytes = 30;

export type ZipEntry = Readonly<{
  /** With `/` between its parts, as the archive has it: it may be absolute or lead outside. */
  name: string;
  size: number;
  /** 0 where the archive does not say. */
  crc32: number;
  modifiedMs: number;
  isFolder: boolean;
  /** A symbolic link; what is in it is where it leads to. */
  isLink: boolean;
  isEncrypted: boolean;
}>;

/** Whether a file begins as archives do. Which of them it is only its entries say. */
export function isZip(input: ByteSource): boolean {
  const [first, second, third, fourth] = input.head();
  return (
    first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
  );
}

/** The entries of an archive. Their names are bytes in it, which are decoded over all of them. */
export class ZipArchive {
  readonly entries: readonly ZipEntry[];
  readonly #input: ByteSource;
  readonly #zip: ZipFile;
  readonly #written: ReadonlyMap<ZipEntry, Entry>;

  private constructor(input: ByteSource, zip: ZipFile, written: readonly Entry[]) {
    const names = namesOf(written);
    this.#input = input;
    this.#zip = zip;
    this.entries = written.map((entry, at) => entryOf(entry, names[at] ?? ''));
    this.#written = new Map(this.entries.map((entry, at) => [entry, written[at] as Entry]));
  }

  /** Fails when it is no archive, or one that unpacks to more than anybody packed. */
  static async open(input: ByteSource): Promise<ZipArchive> {
    const zip = await opened(input);
    const written = await entriesOf(zip);
    const total = written.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (total > harmlessBytes && total > input.size * zipLimits.ratio)
      throw new SaidError(sentence('file.bomb', { times: zipLimits.ratio }));
    return new ZipArchive(input, zip, written);
  }

  /** The entry of a name, in whatever case; null when there is none. */
  entry(name: string): ZipEntry | null {
    const lower = name.toLowerCase();
    return this.entries.find((one) => one.name.toLowerCase() === lower) ?? null;
  }

  /** What is in an entry, piece by piece; fails when it is longer than the archive says, or broken. */
  async *pieces(entry: ZipEntry): AsyncGenerator<Buffer> {
    const written = this.#written.get(entry);
    if (written === undefined) throw new SaidError(sentence('file.no-entry', { name: entry.name }));
    if (entry.isEncrypted) throw new SaidError(sentence('file.encrypted', { name: entry.name }));
    const stream = await new Promise<Readable>((resolve, reject) => {
      this.#zip.openReadStream(written, (error, found) => {
        if (error === null) resolve(found);
        else reject(error);
      });
    });
    for await (const piece of stream) yield piece as Buffer;
  }

  /** What is in an entry, at once, for who can't wait; fails when it is longer than the archive says, or broken. */
  bytesNow(entry: ZipEntry): Buffer {
    const written = this.#written.get(entry);
    if (written === undefined || entry.isEncrypted) throw new Error(`${entry.name} can't be unpacked`);
    const { relativeOffsetOfLocalHeader: start, compressedSize, compressionMethod } = written;
    const head = Buffer.from(this.#input.at(start, localHeaderBytes));
    if (head.length < localHeaderBytes) throw new Error(`${entry.name} is not where the archive says`);
    const content = start + localHeaderBytes + head.readUInt16LE(26) + head.readUInt16LE(28);
    const packed = Buffer.concat([...rangeOf(this.#input, content, content + compressedSize)]);
    if (compressionMethod === 0) return packed;
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  }

  async bytes(entry: ZipEntry): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.pieces(entry)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}

async function opened(input: ByteSource): Promise<ZipFile> {
  const { fromRandomAccessReader, RandomAccessReader } = (await import('yauzl')).default;
  class SourceReader extends RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(rangeOf(input, start, end), { objectMode: false });
    }

    override read(
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      callback: (error: Error | null) => void,
    ): void {
      const found = input.at(position, length);
      found.copy(buffer, offset);
      // Called later, as whoever asks expects of a file.
      setImmediate(callback, found.length < length ? new Error('it ends too early') : null);
    }
  }
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;
    fromRandomAccessReader(new SourceReader(), input.size, options, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });
}

function* rangeOf(input: ByteSource, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end;) {
    const window = input.at(at, Math.min(windowBytes, end - at));
    if (window.length === 0) return;
    at += window.length;
    yield Buffer.from(window);
  }
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const found: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      found.push(entry);
      if (found.length > zipLimits.entries)
        reject(new Error(`it has more than ${zipLimits.entries} entries`));
      else zip.readEntry();
    });
    zip.once('end', () => {
      resolve(found);
    });
    zip.once('error', reject);
    zip.readEntry();
  });
}

function entryOf(entry: Entry, name: string): ZipEntry {
  // The upper half of the attributes is what Unix calls the mode of a file.
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  const isEncrypted = (entry.generalPurposeBitFlag & 1) !== 0;
  const { uncompressedSize: size, crc32 } = entry;
  const modifiedMs = entry.getLastModDate().getTime();
  return { name, size, crc32, modifiedMs, isFolder: name.endsWith('/'), isLink, isEncrypted };
}

/** By the flag and the field that say UTF-8, by bytes that are UTF-8, then by what all names together look like. */
function namesOf(entries: readonly Entry[]): string[] {
  // Strings were not asked for.
  const raw = entries.map(({ fileName }) => fileName as unknown as Buffer);
  const others: Buffer[] = [];
  const known = entries.map((entry, at) => {
    const bytes = raw[at] ?? Buffer.alloc(0);
    const field = entry.extraFields.find(({ id }) => id === unicodePath)?.data;
    if (field !== undefined && field.length > 5) return field.toString('utf8', 5);
    if ((entry.generalPurposeBitFlag & utf8Flag) !== 0 || isUtf8(bytes)) return bytes.toString('utf8');
    others.push(bytes);
    return null;
  });
  const decoded = decodeText(Buffer.concat(others.flatMap((bytes) => [bytes, Buffer.from('\n')])));
  const names = isDecodeFailure(decoded)
    ? others.map((bytes) => bytes.toString('latin1'))
    : decoded.text.split('\n');
  let next = 0;
  return known.map((name) => (name ?? names[next++] ?? '').replaceAll('\\', '/'));
}
