/** The bytes of one file. They are read where they are asked for, so that a file of any size costs a window of it. */
export interface ByteSource {
  readonly size: number;
  /** Its first bytes, 64 kB at most: what `sniff` looks at. Good until the file was read. */
  head(): Buffer;
  /** Bytes from `start` on, `length` at most and none after the end; good until the next call. */
  at(start: number, length: number): Buffer;
  /** All of them, good until the file was read; fails with `too-large` beyond what may be read at once. */
  whole(): Buffer;
}

/** Bytes of a file that is to be closed. */
export interface OpenSource extends ByteSource {
  close(): void;
}

/** The files around one, for formats whose files name each other. */
export interface FilesBeside {
  /** Names of the files in the folder of the file, or in the one above it. */
  names(folder: '.' | '..'): readonly string[];
  /** A file by its path from the folder of the file on, inside of the folder above it; null when there is none. */
  open(path: string): OpenSource | null;
}

export const headBytes = 65_536;
const windowBytes = 1_048_576;

/** All bytes, in pieces that stay good. */
export async function* piecesOf(input: ByteSource): AsyncGenerator<Buffer> {
  for (const window of windowsOf(input)) yield Buffer.from(window);
}

/** All bytes from `start` on, a window each, which is good until the next one is taken. */
export function* windowsOf(input: ByteSource, start = 0): Generator<Buffer> {
  for (let at = start; at < input.size;) {
    const window = input.at(at, windowBytes);
    if (window.length === 0) return;
    yield window;
    at += window.length;
  }
}
