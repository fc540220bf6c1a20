import type { ArticleId } from '../../../contract/ids.ts';
import type { Database, Statement } from '../../sqlite.ts';

/** What its file files an article under: besides what others do, or in place of what it was before. */
export type LabelOperation = Readonly<{
  op: 'label';
  article: ArticleId;
  labels: readonly string[];
  replaces: boolean;
}>;

/** Labels that files give their articles: those of mail, the tags of notes. */
export class Labels {
  readonly #forget: Statement<object>;
  readonly #add: Statement<object>;

  constructor(db: Database) {
    this.#forget = db.prepare('DELETE FROM labels WHERE article = ?');
    this.#add = db.prepare('INSERT OR IGNORE INTO labels (article, label, place) VALUES (?, ?, ?)');
  }

  /** Belongs into the transaction of the article. */
  apply({ article, labels, replaces }: LabelOperation): void {
    if (replaces) this.#forget.run(article);
    for (const [place, label] of labels.entries()) this.#add.run(article, label, place);
  }
}
