import { open, type FileHandle } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Names are UTF-8. */
const utf8Flag = 0x800;
const deflated = 8;
/** With sizes of 64 bits, as all entries are written. */
const version = 45;
const unknown32 = 0xffff_ffff;
const level = 3;

type WrittenEntry = Readonly<{
  name: Buffer;
  start: number;
  size: number;
  packed: number;
  crc: number;
  stamp: number;
}>;

/** Writes a ZIP archive (PKWARE's APPNOTE 6.3.10, with ZIP64) piece by piece: what is in memory does not grow with its entries' sizes. */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #written: WrittenEntry[] = [];
  #at = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Makes the file, which must not be there. */
  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'wx', 0o600));
  }

  /** Writes an entry of the bytes that `pieces` yields. */
  async add(path: string, modifiedMs: number, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const name = Buffer.from(path);
    const start = this.#at;
    const stamp = stampOf(modifiedMs);
    this.#at += localHead({ name, start, size: 0, packed: 0, crc: 0, stamp }).length;
    let size = 0;
    let crc = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        size += piece.length;
        crc = crc32(piece, crc);
        yield piece;
      }
    }
    const content = this.#at;
    for await (const piece of deflatedPieces(counted())) await this.#write(piece);
    const entry = { name, start, size, packed: this.#at - content, crc, stamp };
    const head = localHead(entry);
    await this.#file.write(head, 0, head.length, start);
    this.#written.push(entry);
  }

  /** What was written is on the disk once this settles. Returns the size of the archive. */
  async finish(): Promise<number> {
    const start = this.#at;
    for (const entry of this.#written) await this.#write(centralHead(entry));
    await this.#write(endOf(this.#written.length, start, this.#at - start));
    await this.#file.sync();
    await this.#file.close();
    return this.#at;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      const { bytesWritten } = await this.#file.write(
        bytes,
        written,
        bytes.length - written,
        this.#at + written,
      );
      written += bytesWritten;
    }
    this.#at += bytes.length;
  }
}

async function* deflatedPieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level });
  const fed = (async () => {
    for await (const piece of pieces)
      if (!deflate.write(piece)) await new Promise((resolve) => deflate.once('drain', resolve));
    deflate.end();
  })();
  // What can't be read ends what is written of it.
  fed.catch((error: unknown) => deflate.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const piece of deflate) yield piece as Uint8Array;
  await fed;
}

/** Date and time as MS-DOS has them: to two seconds, from 1980 on. */
function stampOf(modifiedMs: number): number {
  const at = new Date(Math.max(modifiedMs, Date.UTC(1980, 0, 2)));
  const days = ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
  const seconds = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
  return ((days << 16) | seconds) >>> 0;
}

function localHead({ name, size, packed, crc, stamp }: WrittenEntry): Buffer {
  const head = Buffer.alloc(30 + name.length + 20);
  head.writeUInt32LE(0x0403_4b50, 0);
  common(head, 4, { crc, stamp, name });
  name.copy(head, 30);
  const extra = 30 + name.length;
  head.writeUInt16LE(20, 28);
  head.writeUInt16LE(1, extra);
  head.writeUInt16LE(16, extra + 2);
  head.writeBigUInt64LE(BigInt(size), extra + 4);
  head.writeBigUInt64LE(BigInt(packed), extra + 12);
  return head;
}

function centralHead({ name, start, size, packed, crc, stamp }: WrittenEntry): Buffer {
  const head = Buffer.alloc(46 + name.length + 28);
  head.writeUInt32LE(0x0201_4b50, 0);
  // Made on Unix, as a plain file that its owner reads and writes.
  head.writeUInt16LE((3 << 8) | version, 4);
  common(head, 6, { crc, stamp, name });
  head.writeUInt16LE(28, 30);
  head.writeUInt32LE((0o100600 << 16) >>> 0, 38);
  head.writeUInt32LE(unknown32, 42);
  name.copy(head, 46);
  const extra = 46 + name.length;
  head.writeUInt16LE(1, extra);
  head.writeUInt16LE(24, extra + 2);
  head.writeBigUInt64LE(BigInt(size), extra + 4);
  head.writeBigUInt64LE(BigInt(packed), extra + 12);
  head.writeBigUInt64LE(BigInt(start), extra + 20);
  return head;
}

/** What both heads of an entry say, one after the other. */
function common(
  head: Buffer,
  at: number,
  { crc, stamp, name }: Pick<WrittenEntry, 'crc' | 'stamp' | 'name'>,
): void {
  head.writeUInt16LE(version, at);
  head.writeUInt16LE(utf8Flag, at + 2);
  head.writeUInt16LE(deflated, at + 4);
  head.writeUInt32LE(stamp, at + 6);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(unknown32, at + 14);
  head.writeUInt32LE(unknown32, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}

/** Both ends of the list of entries, and where the one of 64 bits is. */
function endOf(entries: number, start: number, length: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x0606_4b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE((3 << 8) | version, 12);
  end.writeUInt16LE(version, 14);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x0706_4b50, 56);
  end.writeBigUInt64LE(BigInt(start + length), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x0605_4b50, 76);
  end.writeUInt16LE(0xffff, 84);
  end.writeUInt16LE(0xffff, 86);
  end.writeUInt32LE(unknown32, 88);
  end.writeUInt32LE(unknown32, 92);
  return end;
}
