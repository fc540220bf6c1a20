import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Records are compressed together until a block holds about this much. */
export const blockBytes = 32_768;

export type StoredBlock = Readonly<{ checksum: Uint8Array; bytes: Uint8Array }>;

/** The first half of SHA-256, which costs little next to compression. */
function checksumOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest().subarray(0, 16);
}

/** Records that were packed into one block: where each begins in it and how long it is, in bytes. */
export type PackedRecords = Readonly<{
  block: StoredBlock;
  records: readonly Readonly<{ key: number; start: number; length: number }>[];
}>;

/** Packs records, one after the other, into blocks; a record is never cut. */
export function packRecords(
  records: readonly Readonly<{ key: number; bytes: Uint8Array }>[],
): PackedRecords[] {
  const packed: PackedRecords[] = [];
  let from = 0;
  let length = 0;
  for (const [at, { bytes }] of records.entries()) {
    length += bytes.length;
    if (length < blockBytes && at < records.length - 1) continue;
    packed.push(packTogether(records.slice(from, at + 1)));
    from = at + 1;
    length = 0;
  }
  return packed;
}

function packTogether(records: readonly Readonly<{ key: number; bytes: Uint8Array }>[]): PackedRecords {
  let start = 0;
  const placed = records.map(({ key, bytes }) => {
    start += bytes.length;
    return { key, start: start - bytes.length, length: bytes.length };
  });
  return { block: packBlock(Buffer.concat(records.map(({ bytes }) => bytes))), records: placed };
}

/** Compresses a block by Brotli (RFC 7932) at a quality that is still fast, with a window that spans the block. */
export function packBlock(raw: Uint8Array): StoredBlock {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 2,
    [constants.BROTLI_PARAM_LGWIN]: 18,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  };
  // A copy with a buffer of its own, which can be handed to another thread.
  const bytes = new Uint8Array(brotliCompressSync(raw, { params }));
  return { checksum: checksumOf(bytes), bytes };
}

/** Whether the bytes are those that were stored. */
export function isIntact({ checksum, bytes }: StoredBlock): boolean {
  return Buffer.compare(checksumOf(bytes), checksum) === 0;
}

/** A block of text is not what was stored; the message names the file and the block. */
export class DamagedBlock extends Error {
  override readonly name = 'DamagedBlock';
}

/** The records of a block again; throws a `DamagedBlock` when it is none. */
export function unpackBlock(block: StoredBlock, name: string): Uint8Array {
  if (!isIntact(block)) throw new DamagedBlock(`text.sqlite: ${name} is damaged (its checksum differs)`);
  return brotliDecompressSync(block.bytes);
}
