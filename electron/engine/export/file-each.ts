import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportField } from '../../contract/export-api.ts';
import type { WholeRecord } from '../library/records/record-reader.ts';
import { CopiedOriginals } from './copied-originals.ts';
import { withFields } from './exported-article.ts';
import type { ExportTarget } from './export-target.ts';
import type { FileFormat } from './formats/article-format.ts';
import { asideOf, discard, putInPlace, refuseWhereIs, syncFolder } from './output/put-in-place.ts';
import { TextFile } from './output/text-file.ts';

export type FileEachOrder = Readonly<{
  /** Of a folder that is not there yet. */
  path: string;
  format: FileFormat;
  fields: ReadonlySet<ExportField>;
  originals: boolean;
  /** No other export writes aside under it. */
  mark: string;
}>;

/** Of a headline in a name, in code points. */
const maxWords = 40;
const idLength = 6;

/** A file for each article in a new folder, with an index, and their originals in a folder inside it. */
export class FileEach implements ExportTarget {
  readonly originals: CopiedOriginals | null;
  readonly #order: FileEachOrder;
  readonly #aside: string;
  readonly #index: TextFile;

  constructor(order: FileEachOrder) {
    const { path, format, originals, mark } = order;
    this.#order = order;
    this.#aside = asideOf(path, mark);
    refuseWhereIs(path);
    mkdirSync(this.#aside);
    this.originals = originals ? new CopiedOriginals(join(this.#aside, 'originals'), 'originals') : null;
    this.#index = new TextFile(join(this.#aside, format.index.name));
    this.#index.write(format.index.head);
  }

  write(record: WholeRecord): void {
    const { format, fields } = this.#order;
    const article = withFields({ ...record, original: this.originals?.copy(record) ?? null }, fields);
    const name = `${nameOf(record)}.${format.ending}`;
    const file = new TextFile(join(this.#aside, name));
    try {
      file.write(format.file(article));
      file.finish();
    } finally {
      file.close();
    }
    this.#index.write(format.index.row(article, name));
  }

  finish(): void {
    this.#index.write(this.#order.format.index.foot);
    this.#index.finish();
    syncFolder(this.#aside);
    putInPlace(this.#aside, this.#order.path);
  }

  discard(): void {
    this.#index.close();
    discard(this.#aside);
  }
}

/** The id, which no two articles share, and words of the headline, in letters that every file system takes. */
function nameOf({ id, headline }: WholeRecord): string {
  const words = headline
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-');
  const short = [...words]
    .slice(0, maxWords)
    .join('')
    .replace(/^-+|-+$/gu, '');
  return [String(id).padStart(idLength, '0'), short].filter((part) => part !== '').join('-');
}
