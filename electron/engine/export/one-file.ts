import { basename, dirname, extname, join } from 'node:path';
import type { ExportField } from '../../contract/export-api.ts';
import type { WholeRecord } from '../library/records/record-reader.ts';
import { CopiedOriginals } from './copied-originals.ts';
import { withFields } from './exported-article.ts';
import type { ExportTarget } from './export-target.ts';
import type { ArticleFormat } from './formats/article-format.ts';
import { asideOf, discard, putInPlace, refuseFolder, refuseWhereIs } from './output/put-in-place.ts';
import { TextFile } from './output/text-file.ts';

export type OneFileOrder = Readonly<{
  path: string;
  format: ArticleFormat;
  fields: ReadonlySet<ExportField>;
  originals: boolean;
  /** No other export writes aside under it. */
  mark: string;
}>;

/** All articles in one file; their originals in a folder beside it. */
export class OneFile implements ExportTarget {
  readonly originals: CopiedOriginals | null;
  readonly #order: OneFileOrder;
  readonly #file: TextFile;
  readonly #aside: string;
  readonly #folder: string;
  #place = 0;

  constructor(order: OneFileOrder) {
    const { path, format, originals, mark } = order;
    this.#order = order;
    this.#aside = asideOf(path, mark);
    const name = `${basename(path, extname(path))}-files`;
    this.#folder = join(dirname(path), name);
    refuseFolder(path);
    if (originals) refuseWhereIs(this.#folder);
    this.#file = new TextFile(this.#aside);
    this.originals = originals ? new CopiedOriginals(asideOf(this.#folder, mark), name) : null;
    this.#file.write(format.head);
  }

  write(record: WholeRecord): void {
    const { format, fields } = this.#order;
    const article = { ...record, original: this.originals?.copy(record) ?? null };
    this.#file.write(format.article(withFields(article, fields), this.#place++));
  }

  finish(): void {
    const { path, format, mark } = this.#order;
    this.#file.write(format.foot());
    this.#file.finish();
    if (this.originals !== null) putInPlace(asideOf(this.#folder, mark), this.#folder);
    putInPlace(this.#aside, path);
  }

  discard(): void {
    this.#file.close();
    discard(this.#aside);
    discard(asideOf(this.#folder, this.#order.mark));
  }
}
