import type { ExportField } from '../../contract/export-api.ts';
import type { WholeRecord } from '../library/records/record-reader.ts';
import type { ExportTarget } from './export-target.ts';
import { withFields } from './exported-article.ts';
import type { ArticleFormat } from './formats/article-format.ts';
import { TextFile } from './output/text-file.ts';

/** All articles to whoever reads what this process prints. */
export class StandardOutput implements ExportTarget {
  readonly originals = null;
  readonly #format: ArticleFormat;
  readonly #fields: ReadonlySet<ExportField>;
  readonly #file = new TextFile(1);
  #place = 0;

  constructor(format: ArticleFormat, fields: ReadonlySet<ExportField>) {
    this.#format = format;
    this.#fields = fields;
    this.#file.write(format.head);
  }

  write(record: WholeRecord): void {
    const article = withFields({ ...record, original: null }, this.#fields);
    this.#file.write(this.#format.article(article, this.#place++));
  }

  finish(): void {
    this.#file.write(this.#format.foot());
    this.#file.finish();
  }

  /** What was printed was printed. */
  discard(): void {
    this.#file.close();
  }
}
