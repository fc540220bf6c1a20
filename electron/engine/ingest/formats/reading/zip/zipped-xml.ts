import iconv from 'iconv-lite';
import type { ZipArchive } from './zip-archive.ts';

/** The text of a part of an archive; parts of documents are in UTF-8, or in UTF-16 with its mark. */
export async function* xmlText(zip: ZipArchive, name: string): AsyncGenerator<string> {
  const entry = zip.entry(name);
  if (entry === null) return;
  let decoder: ReturnType<typeof iconv.getDecoder> | null = null;
  for await (const piece of zip.pieces(entry)) {
    decoder ??= iconv.getDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8');
    yield decoder.write(piece);
  }
  yield decoder?.end() ?? '';
}

/** The same at once; empty where there is no such part. */
export async function wholeXml(zip: ZipArchive, name: string): Promise<string> {
  let whole = '';
  for await (const text of xmlText(zip, name)) whole += text;
  return whole;
}
