import type { ByteSource } from '../byte-source.ts';
import {
  isRecordFailure,
  type FormatReader,
  type FoundRecord,
  type ReadContext,
  type RecordFailure,
} from '../format-reader.ts';
import { extensionOf } from '../format-table.ts';
import { headText } from '../reading/head-text.ts';
import { utf8Of, type Utf8File } from '../reading/utf8-file.ts';
import type { GuessedTable, TableRow } from '../../../../contract/table-columns.ts';
import { chosenRoles } from '../column-roles.ts';
import { csvDialect, opensTable } from './csv-dialect.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';
import { rolesOfName } from './column-names.ts';
import { guessColumns, guessedRows } from './guess-columns.ts';
import { columnNames, hasHeader, rowsAbove } from './header-row.ts';
import { RowReader } from './row-reader.ts';

const tableExtensions = new Set(['csv', 'tsv', 'tab']);
const sampledLetters = 65_536;

/** A table of separated values: an article a row. */
export const csv: FormatReader = {
  holds: 'many',
  sniff: (input, path) => {
    if (tableExtensions.has(extensionOf(path))) return 0.5;
    return opensTable(headText(input)) ? 0.45 : 0;
  },
  read: readCsv,
  columnsOf: async (input, context) => {
    const opened = await openCsv(input, context);
    return isRecordFailure(opened) ? opened : opened.table;
  },
};

/** A table of which the first rows were read. */
type OpenCsv = Readonly<{
  file: Utf8File;
  table: GuessedTable;
  names: readonly string[];
  /** The column whose values may hold the delimiter without marks around them: a text that is the last column; -1 for none. */
  open: number;
  delimiter: string;
  /** The number of the row before the first one: names and what stands above them are no rows. */
  before: number;
  first: CsvRow[];
  others: AsyncGenerator<CsvRow>;
}>;

async function openCsv(input: ByteSource, context: ReadContext): Promise<OpenCsv | RecordFailure> {
  const file = utf8Of(input, context.encoding);
  if ('code' in file) return { place: null, ...file };
  const dialect = csvDialect(file.head(sampledLetters));
  const others = csvRows(file, dialect);
  const first = await firstOf(others, guessedRows + 1);
  const whole = first.flatMap(({ cells }) => (cells === null ? [] : [cells]));
  const above = rowsAbove(whole);
  const written = whole.slice(above);
  const isHeaded = hasHeader(written, context);
  const last = isHeaded ? openColumn(written) : -1;
  const names = columnNames(last === -1 ? written : written.slice(0, 1), isHeaded);
  const { delimiter } = dialect;
  const sampled = written
    .slice(isHeaded ? 1 : 0)
    .map((cells) => rowOf(names, joined(cells, last, delimiter)));
  const table = guessColumns(names, sampled, context.today, chosenRoles(names, context.columns));
  return { file, table, names, open: last, delimiter, before: (isHeaded ? -1 : 0) - above, first, others };
}

async function* readCsv(
  input: ByteSource,
  context: ReadContext,
): AsyncGenerator<FoundRecord | RecordFailure> {
  const opened = await openCsv(input, context);
  if (isRecordFailure(opened)) {
    yield opened;
    return;
  }
  const { file, table, names, open, delimiter, before, first, others } = opened;
  const reader = new RowReader(table, file.encoding, context, 'row');
  if (reader.refusal !== null) {
    yield reader.refusal;
    return;
  }
  let number = before;
  const read = function* ({ cells, start, end }: CsvRow): Generator<FoundRecord | RecordFailure> {
    number += 1;
    const original = file.isOwn ? { start, end } : 'text';
    if (cells === null) yield reader.failure(number, 'a quotation mark in it is never closed');
    else if (number > 0 && context.begin(start))
      yield* reader.read(number, rowOf(names, joined(cells, open, delimiter)), original);
  };
  for (const row of first.splice(0)) yield* read(row);
  for await (const row of others) yield* read(row);
}

/** The first few, without closing what gives them. */
async function firstOf<Value>(values: AsyncGenerator<Value>, most: number): Promise<Value[]> {
  const first: Value[] = [];
  while (first.length < most) {
    const next = await values.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  return first;
}

/**
 * Where the header's last column is a text and rows have more values than it has names, nobody put marks around their texts: what is too
 * much belongs to them.
 */
function openColumn(rows: readonly (readonly string[])[]): number {
  const [header = [], ...others] = rows;
  const last = header.length - 1;
  const isText = rolesOfName(header[last] ?? '').some(({ role }) => role === 'body');
  return isText && others.some(({ length }) => length > header.length) ? last : -1;
}

function joined(cells: readonly string[], open: number, delimiter: string): readonly string[] {
  if (open < 0 || cells.length <= open + 1) return cells;
  return [...cells.slice(0, open), cells.slice(open).join(delimiter)];
}

function rowOf(names: readonly string[], cells: readonly string[]): TableRow {
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
}
