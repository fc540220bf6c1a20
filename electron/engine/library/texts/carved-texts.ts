import { createHash } from 'node:crypto';
import type { ExtractedArticle } from '../../../contract/article.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import type { SqlValue } from '../../sqlite.ts';
import { carvedRow, carvedRows, type CarvedRow, type RowPlace } from '../salvage/carved-rows.ts';
import type { PageFile } from '../salvage/page-file.ts';
import { decodeOldRecord } from './old-record.ts';
import { unpackOldBlock } from './old-texts.ts';
import { isIntactText, type StoredText } from './stored-text.ts';
import type { TextSource } from './text-source.ts';

type OldRecord = Readonly<{ block: number; start: number; length: number }>;

const isNumber = (value: SqlValue | undefined): value is number => typeof value === 'number';
const isBytes = (value: SqlValue | undefined): value is Uint8Array => value instanceof Uint8Array;

/**
 * Texts out of the pages of a file whose trees lead nowhere any more, such as one whose first page is gone. A checksum tells a
 * text from everything else; what was removed was overwritten with zeros when it was.
 */
export class CarvedTexts implements TextSource {
  /** Number of the newest commit that the file says it holds; null when it does not say. */
  readonly change: number | null;
  /** To which library the file says it belongs; null when it does not say. */
  readonly libraryId: number | null;
  readonly #file: PageFile;
  readonly #texts = new Map<number, RowPlace>();
  readonly #blocks = new Map<number, RowPlace>();
  readonly #oldRecords = new Map<number, OldRecord>();
  readonly #hashes = new Map<number, Uint8Array>();
  readonly #copies = new Map<number, Uint8Array[]>();
  #unpacked: Readonly<{ block: number; bytes: Uint8Array }> | null = null;

  /** Reads the whole file once. */
  constructor(file: PageFile) {
    this.#file = file;
    let change: number | null = null;
    let libraryId: number | null = null;
    for (const row of carvedRows(file)) {
      const [key, value] = row.values;
      if (row.rowid !== null) this.#take(row, row.rowid);
      else if (key === 'change' && isNumber(value)) change = value;
      else if (key === 'libraryId' && isNumber(value)) libraryId = value;
    }
    this.libraryId = libraryId;
    this.change = change;
  }

  text(id: ArticleId): StoredText | null {
    const row = this.#rowAt(this.#texts.get(id));
    return row === null ? null : storedText(row, id);
  }

  /** Without its hash, a list of which there are two copies alike. */
  list(id: number): Uint8Array | null {
    const copies = this.#copies.get(id) ?? [];
    const hash = this.#hashes.get(id);
    const [first, second] = copies;
    if (hash === undefined) {
      return first !== undefined && second !== undefined && Buffer.compare(first, second) === 0
        ? first
        : null;
    }
    const isStored = (bytes: Uint8Array): boolean =>
      createHash('sha256').update(bytes).digest().compare(hash) === 0;
    return copies.find(isStored) ?? null;
  }

  oldText(id: ArticleId): ExtractedArticle | null {
    const record = this.#oldRecords.get(id);
    if (record === undefined) return null;
    const { block, start, length } = record;
    try {
      const bytes = this.#block(block);
      return bytes === null ? null : decodeOldRecord(bytes.subarray(start, start + length));
    } catch {
      // A damaged block, or a place in it that was.
      return null;
    }
  }

  #take(row: CarvedRow, rowid: number): void {
    const { place, values } = row;
    const [first, second, third, fourth] = values;
    if (values.length === 4 && isBytes(fourth)) {
      const text = storedText(row, rowid);
      if (text !== null && isIntactText(text)) this.#texts.set(rowid, place);
    } else if (values.length === 4 && isNumber(second) && isNumber(third) && isNumber(fourth)) {
      this.#oldRecords.set(rowid, { block: second, start: third, length: fourth });
    } else if (values.length === 3 && isNumber(first) && isNumber(second) && isBytes(third)) {
      this.#copies.set(first, [...(this.#copies.get(first) ?? []), Uint8Array.from(third)]);
    } else if (values.length === 3 && isBytes(second) && isBytes(third)) {
      this.#blocks.set(rowid, place);
    } else if (values.length === 3 && isBytes(second) && isNumber(third)) {
      this.#hashes.set(rowid, Uint8Array.from(second));
    }
  }

  #rowAt(place: RowPlace | undefined): CarvedRow | null {
    return place === undefined ? null : carvedRow(this.#file, place);
  }

  #block(id: number): Uint8Array | null {
    if (this.#unpacked?.block === id) return this.#unpacked.bytes;
    const [, checksum, bytes] = this.#rowAt(this.#blocks.get(id))?.values ?? [];
    if (!isBytes(checksum) || !isBytes(bytes)) return null;
    this.#unpacked = { block: id, bytes: unpackOldBlock({ checksum, bytes }, id) };
    return this.#unpacked.bytes;
  }
}

function storedText({ values }: CarvedRow, article: number): StoredText | null {
  const [, list, crc, record] = values;
  return isNumber(list) && isNumber(crc) && isBytes(record) ? { article, list, crc, record } : null;
}
