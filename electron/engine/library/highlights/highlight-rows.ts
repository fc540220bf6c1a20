import type { MarkedPassage, HighlightColour } from '../../../contract/highlights.ts';
import { articleId, highlightId } from '../../../contract/ids.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { checksumOfHighlight, type HighlightRow } from '../checksums.ts';
import type { Selectors } from './anchor.ts';

/** The columns of `highlights` as a `HighlightRow` names them. */
export const highlightColumns = `id, article, exact, prefix, suffix, start, "end", rival, colour, note,
  created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs`;

export function highlightOf(row: HighlightRow): MarkedPassage {
  const { id, article, exact, prefix, suffix, start, end, colour, note, createdAtMs, changedAtMs } = row;
  return {
    id: highlightId(id),
    article: articleId(article),
    colour: colour as HighlightColour,
    note,
    quote: { exact, prefix, suffix },
    position: [start, end],
    createdAtMs,
    changedAtMs,
  };
}

export function selectorsOfRow({ exact, prefix, suffix, start, end, rival }: HighlightRow): Selectors {
  return { quote: { exact, prefix, suffix }, position: [start, end], rival };
}

/** Writes rows of highlights, each with its checksum. */
export class HighlightRows {
  readonly #put: Statement<object>;
  readonly #delete: Statement<object>;
  readonly #next: Statement<{ last: number | null }>;

  constructor(db: Database) {
    this.#put = db.prepare(
      `INSERT OR REPLACE INTO highlights (id, article, exact, prefix, suffix, start, "end", rival, colour, note,
         created_at_ms, changed_at_ms, crc)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13 WHERE EXISTS (SELECT 1 FROM articles WHERE id = ?2)`,
    );
    this.#delete = db.prepare('DELETE FROM highlights WHERE id = ?');
    this.#next = db.prepare(`SELECT max(seq) AS last FROM sqlite_sequence WHERE name = 'highlights'`);
  }

  /** An article that is gone takes none. `crc` where a row keeps the one it was found with. */
  put(row: HighlightRow, crc = checksumOfHighlight(row)): void {
    const { id, article, exact, prefix, suffix, start, end, rival, colour, note } = row;
    const what = [exact, prefix, suffix, start, end, rival, colour, note];
    this.#put.run(id, article, ...what, row.createdAtMs, row.changedAtMs, crc);
  }

  delete(id: number): void {
    this.#delete.run(id);
  }

  /** With an id that no other had. */
  add(row: Omit<HighlightRow, 'id'>): HighlightRow {
    const added = { ...row, id: (this.#next.get()?.last ?? 0) + 1 };
    this.put(added);
    return added;
  }
}
