import { saidBy } from '../../contract/failure.ts';
import { type Said, sentence } from '../../words/sentence.ts';
import { hash } from 'node:crypto';
import { stillPage } from '../article/html/still-page.ts';
import { decodeTextAs, isDecodeFailure } from './encodings/encodings.ts';
import { FileBytes, newScratch } from './files/file-bytes.ts';
import { PicturesBeside } from './files/pictures-beside.ts';
import { decodePage } from './formats/reading/page-record.ts';

/** The file that an article was read from, as it was then, and the folder of the archive that it is in. */
export type PageFile = Readonly<{ path: string; folder: string; sha256: string; encoding: string }>;

/** A page that holds its pictures itself is seldom half as large. */
const maxPageBytes = 16 * 1024 * 1024;

/** The page of an article, to be looked at, or in a sentence why it can't be shown. Only the very bytes that were read are. */
export function ownPage({ path, folder, sha256, encoding }: PageFile): { value: string } | { reason: Said } {
  let file: FileBytes | null = null;
  try {
    file = new FileBytes(path, maxPageBytes, newScratch());
    const bytes = file.whole();
    if (hash('sha256', bytes, 'hex') !== sha256) return { reason: sentence('file.changed', { path }) };
    const asRead = decodeTextAs(bytes, encoding);
    const decoded = isDecodeFailure(asRead) ? decodePage(bytes) : asRead;
    if (isDecodeFailure(decoded)) return { reason: sentence('file.says', { path, why: decoded.reason }) };
    const pictures = new PicturesBeside(path, folder);
    return { value: stillPage(decoded.text, (source) => pictures.at(source)) };
  } catch (error) {
    return { reason: sentence('file.not-read', { path, why: saidBy(error) }) };
  } finally {
    file?.close();
  }
}
