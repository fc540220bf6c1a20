import type { ByteSource } from '../../byte-source.ts';
import { isZip, ZipArchive } from './zip-archive.ts';

let last: { input: ByteSource; zip: Promise<ZipArchive | null> } | null = null;

/** The archive that a file is, null for none that can be opened; at hand for all who ask of the same file. */
export function zipOfFile(input: ByteSource): Promise<ZipArchive | null> {
  if (last?.input === input) return last.zip;
  const zip = isZip(input) ? ZipArchive.open(input).catch(() => null) : Promise.resolve(null);
  last = { input, zip };
  return zip;
}
