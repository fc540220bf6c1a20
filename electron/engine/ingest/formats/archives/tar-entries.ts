import { SaidError } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import { PieceReader } from '../reading/piece-reader.ts';
import type { PackedEntry } from '../packed-entry.ts';
import { isOfEntry, maxFieldBytes, paxFields, untilZero, type Extended } from './tar-fields.ts';
import type { TarFiles } from './tar-files.ts';
import { blockBytes, tarHeader, type TarHeader } from './tar-header.ts';
import { TarNames } from './tar-names.ts';

const ofFile = new Set(['0', '\0', '7']);
const ofFolder = '5';

/**
 * The entries of an archive in tar, in their order; what is not taken of one is passed over. `open` gives its bytes from the beginning:
 * again where names are in an old code page, which only all of them tell. `files`: those of the archive, where they can be read in any order.
 */
export async function* tarEntries(
  open: () => AsyncIterable<Buffer>,
  files: TarFiles | null,
): AsyncGenerator<PackedEntry> {
  const names = new TarNames(() => rawNames(open));
  for await (const { name, header, pieces } of rawEntries(open())) {
    if (header.type === ofFolder) continue;
    const path = await names.decoded(name);
    const beside = files?.around(path);
    yield {
      path,
      modifiedMs: header.modifiedMs,
      isLink: !ofFile.has(header.type),
      pieces,
      ...(beside === undefined ? {} : { beside }),
    };
  }
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
      if (!isOfEntry(header)) {
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
