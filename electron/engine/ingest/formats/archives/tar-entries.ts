import { SaidError } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import { PieceReader } from '../reading/piece-reader.ts';
import type { PackedEntry } from '../packed-entry.ts';
import { blockBytes, tarHeader, type TarHeader } from './tar-header.ts';
import { TarNames } from './tar-names.ts';

/** Longer names and fields than any system has. */
const maxFieldBytes = 1_048_576;
const ofFile = new Set(['0', '\0', '7']);
const ofFolder = '5';

/** What comes before an entry and says more of it than its header can. */
type Extended = { name?: Buffer; size?: number; modifiedMs?: number };

/**
 * The entries of an archive in tar, in their order; what is not taken of one is passed over. `open` gives its bytes from the beginning:
 * again where names are in an old code page, which only all of them tell.
 */
export async function* tarEntries(open: () => AsyncIterable<Buffer>): AsyncGenerator<PackedEntry> {
  const names = new TarNames(() => rawNames(open));
  for await (const { name, header, pieces } of rawEntries(open()))
    if (header.type !== ofFolder)
      yield {
        path: await names.decoded(name),
        modifiedMs: header.modifiedMs,
        isLink: !ofFile.has(header.type),
        pieces,
      };
}

async function* rawNames(open: () => AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const { name } of rawEntries(open())) yield name;
}

type RawEntry = Readonly<{ name: Buffer; header: TarHeader; pieces: () => AsyncIterable<Buffer> }>;

async function* rawEntries(bytes: AsyncIterable<Buffer>): AsyncGenerator<RawEntry> {
  const input = new PieceReader(bytes);
  let extended: Extended = {};
  try {
    for (;;) {
      await input.fill(blockBytes);
      const block = input.bytes.subarray(0, blockBytes);
      // Not every program writes the blocks of zeros that end an archive.
      if (block.every((byte) => byte === 0)) return;
      const header = tarHeader(block);
      if (header === null)
        throw new SaidError(
          input.isAtEnd && block.length < blockBytes
            ? sentence('file.archive-cut-entry')
            : sentence('file.archive-damaged'),
        );
      input.skip(blockBytes);
      const size = extended.size ?? header.size;
      const padding = (blockBytes - (size % blockBytes)) % blockBytes;
      if (header.type === 'L' || header.type === 'x' || header.type === 'g' || header.type === 'K') {
        const content = await contentOf(input, size, padding);
        if (header.type === 'L') extended.name = untilZero(content);
        if (header.type === 'x') extended = { ...extended, ...paxFields(content) };
        continue;
      }
      const name = extended.name ?? header.name;
      const modifiedMs = extended.modifiedMs ?? header.modifiedMs;
      extended = {};
      const content = new EntryContent(input, size);
      yield { name, header: { ...header, modifiedMs }, pieces: () => content.pieces() };
      await content.passOver(padding);
    }
  } finally {
    await input.close();
  }
}

/** The bytes of an entry in the middle of others. */
class EntryContent {
  readonly #input: PieceReader;
  #left: number;
  #saidCut = false;

  constructor(input: PieceReader, size: number) {
    this.#input = input;
    this.#left = size;
  }

  async *pieces(): AsyncGenerator<Buffer> {
    while (this.#left > 0) {
      await this.#input.fill(1);
      const piece = Buffer.from(this.#input.bytes.subarray(0, this.#left));
      if (piece.length === 0) {
        this.#saidCut = true;
        throw new SaidError(sentence('file.archive-cut'));
      }
      this.#input.skip(piece.length);
      this.#left -= piece.length;
      yield piece;
    }
  }

  /** What is left of it, and what fills its last block. */
  async passOver(padding: number): Promise<void> {
    for (let left = this.#left + padding; left > 0;) {
      await this.#input.fill(1);
      const count = Math.min(left, this.#input.bytes.length);
      if (count === 0) {
        if (left > padding && !this.#saidCut) throw new SaidError(sentence('file.archive-cut-entry'));
        return;
      }
      this.#input.skip(count);
      left -= count;
    }
  }
}

async function contentOf(input: PieceReader, size: number, padding: number): Promise<Buffer> {
  if (size > maxFieldBytes) throw new SaidError(sentence('file.archive-name'));
  await input.fill(size + padding);
  const content = Buffer.from(input.bytes.subarray(0, size));
  input.skip(size + padding);
  return content;
}

function untilZero(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Fields of POSIX.1-2001, each "27 path=a/b.txt" with a line break, its length in bytes in front. */
function paxFields(content: Buffer): Extended {
  const fields: Extended = {};
  for (let at = 0; at < content.length;) {
    const length = Number(/^\d{1,7}(?= )/.exec(content.toString('latin1', at, at + 8))?.[0] ?? 0);
    if (length < 5) break;
    const field = content.subarray(content.indexOf(0x20, at) + 1, at + length - 1);
    const sign = field.indexOf(0x3d);
    const value = field.subarray(sign + 1);
    const number = Number(value.toString('latin1'));
    const key = field.toString('latin1', 0, Math.max(0, sign));
    if (key === 'path') fields.name = Buffer.from(value);
    if (key === 'size' && Number.isSafeInteger(number) && number >= 0) fields.size = number;
    if (key === 'mtime' && Number.isFinite(number)) fields.modifiedMs = number * 1000;
    at += length;
  }
  return fields;
}
