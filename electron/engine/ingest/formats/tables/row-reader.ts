import { saidBy } from '../../../../contract/failure.ts';
import { type Said, sentence } from '../../../../words/sentence.ts';
import type { FoundRecord, OriginalRef, ReadContext, RecordFailure } from '../format-reader.ts';
import { holdArticles, type GuessedTable, type TableRow } from '../../../../contract/table-columns.ts';
import { rolesIn } from '../column-roles.ts';
import { rowRecord, type RowReading } from './row-record.ts';

const maxNamed = 8;

/** Makes records of the rows of one table. */
export class RowReader {
  /** Why the table holds no articles at all, or null. */
  readonly refusal: RecordFailure | null;
  readonly #reading: RowReading;
  readonly #unit: string;

  /** `unit`: what a row is called where it failed. */
  constructor(table: GuessedTable, encoding: string, { today }: ReadContext, unit: string) {
    const roles = rolesIn(table);
    const { dayFirst, isDateDoubtful } = table;
    this.#reading = { roles, dayFirst, isDateDoubtful, encoding, today };
    this.#unit = unit;
    this.refusal = holdArticles(roles) ? null : noArticles(table);
  }

  /** The record of a row, of which the first is 1; none where it has no text and no headline. */
  *read(number: number, row: TableRow, original: OriginalRef): Generator<FoundRecord | RecordFailure> {
    try {
      const record = rowRecord(row, this.#reading, original);
      if (record !== null) yield record;
    } catch (error) {
      yield this.failure(number, saidBy(error));
    }
  }

  failure(number: number, reason: Said): RecordFailure {
    return { place: `${this.#unit} ${number}`, code: 'unreadable', reason };
  }
}

function noArticles({ columns }: GuessedTable): RecordFailure {
  const named = columns.slice(0, maxNamed).map(({ name }) => name);
  const all = columns.length > maxNamed ? [...named, '…'] : named;
  return {
    place: null,
    code: 'unsupported',
    reason: sentence('file.no-columns', { columns: all }),
  };
}
