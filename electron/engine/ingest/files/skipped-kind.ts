import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { extensionOf, openingBytes } from '../formats/format-table.ts';

/** First bytes, as Latin-1, of kinds that files without an ending turn out to be. */
const signatures: readonly (readonly [opening: RegExp, kind: string])[] = [
  [/^%PDF-/, 'pdf'],
  [/^PK[\x03\x05]/, 'zip'],
  [/^\x89PNG/, 'png'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^GIF8/, 'gif'],
  [/^\x1f\x8b/, 'gz'],
  [/^BZh[1-9]/, 'bz2'],
  [/^\xfd7zXZ\0/, 'xz'],
  [/^7z\xbc\xaf/, '7z'],
  [/^\x28\xb5\x2f\xfd/, 'zst'],
  [/^Rar!\x1a/, 'rar'],
  [/^\xd0\xcf\x11\xe0/, 'doc'],
  [/^\{\\rtf/, 'rtf'],
  [/^bplist00/, 'plist'],
  [/^SQLite format 3\0/, 'sqlite'],
  [/^\s*<(?:!doctype html|html)/i, 'html'],
  [/^\s*<\?xml/, 'xml'],
  [/^From /, 'mbox'],
  [/^WARC\//, 'warc'],
];
const ending = /^[\p{L}\p{N}_+-]{1,12}$/u;
/** What systems and programs keep beside files for themselves. */
const ofSystem = /^(?:\.|~\$|thumbs\.db$|ehthumbs|desktop\.ini$|icon\r$)|~$/i;
const foldersOfSystem = new Set(['__macosx', '$recycle.bin', 'system volume information', 'lost+found']);

/** Whether a file or folder is one that nobody has put there to be read. */
export function isOfSystem(path: string): boolean {
  const name = basename(path);
  return ofSystem.test(name) || foldersOfSystem.has(name.toLowerCase());
}

/** Whether a file has an ending in its name that says what it is. */
export function hasEnding(path: string): boolean {
  return ending.test(extensionOf(path));
}

/** What kind of file one is that is not read: the ending of its name; without one, what `opening` says, or nothing. */
export function skippedKind(path: string, opening: string): string {
  if (hasEnding(path)) return extensionOf(path);
  return signatures.find(([signature]) => signature.test(opening))?.[1] ?? '';
}

/** The first bytes of a file, as Latin-1; none where it can't be opened: nothing is known of it but that it is there. */
export async function openingOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(openingBytes), 0, openingBytes, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
