import { sentence } from '../../../words/sentence.ts';
import { sha256Of } from '../../sha256.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { DamagedText } from './damaged-text.ts';
import { TokenDictionary } from './token-dictionary.ts';

type ListRow = Readonly<{ id: number; sha256: Uint8Array }>;

/** The list of the texts that have none. */
export const noList = 0;

/** Many texts hang on one list. */
const copiesOfList = [1, 2] as const;

/** The lists of words in `text.sqlite`. */
export class TokenDictionaries {
  readonly #db: Database;
  readonly #row: Statement<ListRow>;
  readonly #copies: Statement<{ bytes: Uint8Array }>;
  readonly #byHash: Statement<{ id: number }>;
  readonly #newest: Statement<{ id: number | null }>;

  constructor(db: Database) {
    this.#db = db;
    this.#row = db.prepare('SELECT id, sha256 FROM word_lists WHERE id = ?');
    this.#copies = db.prepare('SELECT bytes FROM word_list_copies WHERE list = ? ORDER BY copy');
    this.#byHash = db.prepare('SELECT id FROM word_lists WHERE sha256 = ?');
    this.#newest = db.prepare('SELECT max(id) AS id FROM word_lists');
  }

  /** Throws a `DamagedText` when no copy is what was stored. */
  read(id: number): TokenDictionary {
    if (id === noList) return TokenDictionary.empty;
    const bytes = this.bytesOf(id);
    if (bytes === null)
      throw new DamagedText(sentence('damage.damaged', { what: sentence('damage.words', { id }) }));
    return TokenDictionary.from(bytes);
  }

  /** A list as it was stored; null when no copy of it is left. */
  bytesOf(id: number): Uint8Array | null {
    return this.#intactCopies(id)[0] ?? null;
  }

  /** The list that was added last; null when there is none that can be read. */
  newest(): Readonly<{ id: number; list: TokenDictionary }> | null {
    const id = this.#newest.get()?.id ?? noList;
    const bytes = this.bytesOf(id);
    return bytes === null ? null : { id, list: TokenDictionary.from(bytes) };
  }

  /** The number of a list, which is added when it is new. */
  idOf(bytes: Uint8Array): number {
    const sha256 = sha256Of(bytes);
    const known = this.#byHash.get(sha256)?.id;
    if (known !== undefined) return known;
    const add = this.#db.prepare('INSERT INTO word_lists (sha256, texts) VALUES (?, 0)');
    const id = Number(add.run(sha256).lastInsertRowid);
    const copy = this.#db.prepare('INSERT INTO word_list_copies (list, copy, bytes) VALUES (?, ?, ?)');
    for (const nth of copiesOfList) copy.run(id, nth, bytes);
    return id;
  }

  /** Records how many texts more, or fewer, are written by each list. Lists that no text is written by are forgotten. */
  count(texts: ReadonlyMap<number, number>): void {
    const count = this.#db.prepare('UPDATE word_lists SET texts = texts + ? WHERE id = ?');
    for (const [id, more] of texts) if (more !== 0) count.run(more, id);
    // The count saves looking through the texts for each list; losing one that is in use would be too bad to trust it.
    this.#db.exec(
      `DELETE FROM word_lists WHERE texts <= 0 AND NOT EXISTS (SELECT 1 FROM texts WHERE list = word_lists.id);
       DELETE FROM word_list_copies WHERE list NOT IN (SELECT id FROM word_lists)`,
    );
  }

  /** Ids of the lists of which a copy is not what was stored. */
  damaged(): number[] {
    return this.#db
      .prepare<{ id: number }>('SELECT id FROM word_lists ORDER BY id')
      .all()
      .map(({ id }) => id)
      .filter((id) => this.#intactCopies(id).length < copiesOfList.length);
  }

  #intactCopies(id: number): Uint8Array[] {
    const row = this.#row.get(id);
    if (row === undefined) return [];
    const copies = this.#copies.all(id).map(({ bytes }) => bytes);
    return copies.filter((bytes) => Buffer.compare(sha256Of(bytes), row.sha256) === 0);
  }
}
