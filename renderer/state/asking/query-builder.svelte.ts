import { emptyRow, type QueryRow } from '../../../electron/contract/query-rows.ts';
import { writeRows } from '../../../electron/contract/write-rows.ts';
import { archive } from '../../archive.ts';

/** A row and what tells it from others that say the same. */
export type BuilderRow = Readonly<{ id: number; row: QueryRow }>;

/** A query as rows that are filled in. */
export class QueryBuilder {
  rows = $state.raw<readonly BuilderRow[]>([]);
  #isStrict = false;
  #lastId = 0;
  readonly #before: string;
  #isChanged = $state(false);

  /** `query`: what it begins with, and what it stays as long as nothing is changed. */
  constructor(query: string) {
    this.#before = query;
  }

  /** Reads the query into rows; there is one to fill in at least. */
  async read(): Promise<void> {
    const { rows, isStrict } = await archive.queryRows({ query: this.#before });
    this.#isStrict = isStrict;
    this.rows = (rows.length === 0 ? [emptyRow] : rows).map((row) => this.#numbered(row));
  }

  get query(): string {
    const rows = this.rows.map(({ row }) => row);
    return this.#isChanged ? writeRows({ rows, isStrict: this.#isStrict }) : this.#before;
  }

  change(id: number, changes: Partial<QueryRow>): void {
    this.#isChanged = true;
    this.rows = this.rows.map((one) => (one.id === id ? { id, row: { ...one.row, ...changes } } : one));
  }

  add(): void {
    this.rows = [...this.rows, this.#numbered(emptyRow)];
  }

  /** The last row is emptied instead. */
  remove(id: number): void {
    this.#isChanged = true;
    const left = this.rows.filter((one) => one.id !== id);
    this.rows = left.length === 0 ? [this.#numbered(emptyRow)] : left;
  }

  #numbered(row: QueryRow): BuilderRow {
    this.#lastId += 1;
    return { id: this.#lastId, row };
  }
}
