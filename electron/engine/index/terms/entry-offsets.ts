import type { ByteReader, ByteWriter } from '../bytes/byte-buffer.ts';

/** Writes how long each of the entries of `body` is, of which `starts` says where they begin. */
export function encodeEntryLengths(out: ByteWriter, starts: readonly number[], body: ByteWriter): void {
  for (const [nth, start] of starts.entries()) out.varint((starts[nth + 1] ?? body.length) - start);
}

/**
 * Reads the lengths of `count` entries that follow on them, and puts into `starts` where each begins in the bytes, and
 * after that where the last one ends.
 */
export function decodeEntryOffsets(reader: ByteReader, count: number, starts: Uint32Array): void {
  let end = 0;
  for (let nth = 0; nth < count; nth += 1) {
    starts[nth] = end;
    end += reader.varint();
  }
  starts[count] = end;
  for (let nth = 0; nth <= count; nth += 1) starts[nth] = (starts[nth] as number) + reader.at;
}
