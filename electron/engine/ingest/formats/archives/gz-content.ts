import { SaidError } from '../../../../contract/failure.ts';
import { basename } from 'node:path';
import { piecesOf, type ByteSource } from '../byte-source.ts';
import { unpacked } from '../captures/gzip-members.ts';

const hasExtra = 4;
const hasName = 8;

/** What is packed in a file, all of its parts one after the other; fails where one is damaged or cut. */
export async function* gzContent(input: ByteSource): AsyncGenerator<Buffer> {
  for await (const piece of unpacked(piecesOf(input))) {
    if ('reason' in piece) throw new SaidError(piece.reason);
    yield piece;
  }
}

/** What the packed file is called: as its archive without its ending; where nothing is left that says what it is, as the archive says. */
export function gzName(input: ByteSource, path: string): string {
  const own = basename(path).replace(/\.t?gz$/i, '');
  if (own.includes('.')) return own;
  const head = input.head();
  const flags = head[3] ?? 0;
  const end = head.indexOf(0, 10);
  if ((flags & hasName) === 0 || (flags & hasExtra) !== 0 || end < 0) return own;
  return basename(head.toString('latin1', 10, end).replaceAll('\\', '/')) || own;
}
