import { saidBy } from '../../../../contract/failure.ts';
import { type Said, sentence } from '../../../../words/sentence.ts';
import { constants, createInflateRaw, inflateRawSync, type InflateRaw } from 'node:zlib';
import { PieceReader } from '../reading/piece-reader.ts';
import { zipLimits } from '../reading/zip/zip-archive.ts';

/** What could not be unpacked, in the middle of what could. */
export type GzipFault = Readonly<{ reason: Said }>;

const magic = Buffer.from([0x1f, 0x8b, 0x08]);
const smallestHead = 10;
const trailer = 8;
/** A member with more in it, packed or unpacked, is unpacked piece by piece. */
const maxPacked = 4_194_304;
const maxUnpacked = 16_777_216;
/** So much of a large member at a time: it unpacks to a thousand times as much at most. */
const pieceLength = 16_384;
/** What is small unpacks to what is small. */
const harmless = 67_108_864;
const [hasHeaderSum, hasExtra, hasName, hasComment] = [2, 4, 8, 16];

type InflateInfo = Readonly<{ buffer: Buffer; engine: Readonly<{ bytesWritten: number }> }>;

/** Whether bytes begin as gzip does. */
export function isGzip(head: Buffer): boolean {
  return head[0] === magic[0] && head[1] === magic[1] && head[2] === magic[2];
}

/** The beginning of what is packed in a file. */
export function unpackedHead(head: Buffer): Buffer {
  const start = memberStart(head);
  if (start === null) return Buffer.alloc(0);
  try {
    // As far as it goes: the head is cut anywhere.
    return inflateRawSync(head.subarray(start), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 1_048_576,
    });
  } catch {
    // A name for something else, or more than is asked for in so few bytes: neither is what is looked for.
    return Buffer.alloc(0);
  }
}

/**
 * What is packed in one member after the other. One that is damaged is passed over and said, and the next one is looked for; so is
 * one that the end of the file cuts.
 */
export async function* unpacked(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer | GzipFault> {
  const input = new PieceReader(pieces);
  let length = 0;
  for await (const piece of membersOf(input)) {
    yield piece;
    if (Buffer.isBuffer(piece)) length += piece.length;
    if (length <= harmless || length <= input.taken * zipLimits.ratio) continue;
    yield { reason: sentence('file.bomb', { times: zipLimits.ratio }) };
    return;
  }
}

async function* membersOf(input: PieceReader): AsyncGenerator<Buffer | GzipFault> {
  let wanted = 65_536;
  for (;;) {
    await input.fill(wanted);
    const { bytes } = input;
    if (bytes.length === 0) return;
    const start = memberStart(bytes);
    if (start === null) {
      const next = bytes.indexOf(magic, 1);
      if (!isPadding(bytes)) yield { reason: sentence('file.gzip-between') };
      if (next < 0 && input.isAtEnd) return;
      input.skip(next < 0 ? Math.max(1, bytes.length - magic.length) : next);
      continue;
    }
    const packed = bytes.subarray(start);
    try {
      const { buffer, engine } = inflateRawSync(packed, {
        info: true,
        maxOutputLength: maxUnpacked,
      }) as unknown as InflateInfo;
      input.skip(start + engine.bytesWritten + trailer);
      wanted = 65_536;
      yield buffer;
    } catch (error) {
      const code = codeOf(error);
      const isCut = code === 'Z_BUF_ERROR';
      if (isCut && !input.isAtEnd && bytes.length < maxPacked) {
        wanted = bytes.length * 4;
        continue;
      }
      if (code === 'ERR_BUFFER_TOO_LARGE' || (isCut && !input.isAtEnd)) {
        input.skip(start);
        yield* inPieces(input);
        wanted = 65_536;
        continue;
      }
      if (isCut) {
        input.skip(start);
        yield* inPieces(input);
      } else {
        yield { reason: saidBy(error) };
        input.skip(1);
        const next = input.bytes.indexOf(magic);
        input.skip(next < 0 ? input.bytes.length : next);
      }
    }
  }
}

/** A member too large to be held, or that the end cuts. */
async function* inPieces(input: PieceReader): AsyncGenerator<Buffer | GzipFault> {
  const inflate = createInflateRaw();
  let taken = 0;
  try {
    for (;;) {
      await input.fill(65_536);
      const piece = Buffer.from(input.bytes.subarray(0, pieceLength));
      const isLast = input.isAtEnd && piece.length === input.bytes.length;
      const before = taken;
      const output = await written(inflate, piece);
      taken = inflate.bytesWritten;
      input.skip(taken - before);
      for (const one of output) yield one;
      if (taken - before < piece.length) {
        input.skip(trailer);
        return;
      }
      if (isLast) {
        yield { reason: sentence('file.gzip-cut') };
        return;
      }
    }
  } catch (error) {
    yield { reason: saidBy(error) };
    const next = input.bytes.indexOf(magic, 1);
    input.skip(next < 0 ? input.bytes.length : next);
  } finally {
    inflate.destroy();
  }
}

function written(inflate: InflateRaw, piece: Buffer): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    const take = (data: Buffer): void => void output.push(data);
    const fail = (error: Error): void => {
      end();
      reject(error);
    };
    const end = (): void => {
      inflate.off('data', take).off('error', fail);
    };
    inflate.on('data', take).on('error', fail);
    inflate.write(piece, () => {
      end();
      resolve(output);
    });
  });
}

/** Where the packed bytes of a member begin; null when none begins here. */
function memberStart(bytes: Buffer): number | null {
  if (bytes.length < smallestHead || !isGzip(bytes)) return null;
  const flags = bytes[3] ?? 0;
  let at = smallestHead;
  if ((flags & hasExtra) !== 0) at += 2 + (bytes.length < at + 2 ? 0 : bytes.readUInt16LE(at));
  for (const flag of [hasName, hasComment]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if ((flags & hasHeaderSum) !== 0) at += 2;
  return at <= bytes.length ? at : null;
}

function isPadding(bytes: Buffer): boolean {
  return bytes.subarray(0, 512).every((byte) => byte === 0);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
