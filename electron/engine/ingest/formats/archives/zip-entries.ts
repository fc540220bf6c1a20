import { SaidError } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import { crc32 } from 'node:zlib';
import type { ZipArchive, ZipEntry } from '../reading/zip/zip-archive.ts';
import { FilesByPath } from './files-by-path.ts';
import type { PackedEntry } from '../packed-entry.ts';

/** The files of an archive in zip, in the order of its directory. */
export function* zipEntries(zip: ZipArchive): Generator<PackedEntry> {
  const files = new FilesByPath(
    zip.entries
      .filter(({ isFolder, isLink }) => !isFolder && !isLink)
      .map((entry) => ({ path: entry.name, size: entry.size, bytes: () => zip.bytesNow(entry) })),
  );
  for (const entry of zip.entries) {
    const { name, modifiedMs, isFolder, isLink } = entry;
    if (isFolder) continue;
    const pieces = (): AsyncGenerator<Buffer> => checkedPieces(zip, entry);
    yield { path: name, modifiedMs, isLink, pieces, beside: files.around(name) };
  }
}

async function* checkedPieces(zip: ZipArchive, entry: ZipEntry): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const piece of zip.pieces(entry)) {
    sum = crc32(piece, sum);
    yield piece;
  }
  // Some programs leave the sum out.
  if (entry.crc32 !== 0 && sum !== entry.crc32) throw new SaidError(sentence('file.checksum'));
}
