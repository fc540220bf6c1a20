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
import type { ColumnRoles, GuessedTable, TableRow } from '../../../../contract/table-columns.ts';
import { chosenRolesOfObjects } from '../column-roles.ts';
import { decodeTextAs, isDecodeFailure } from '../../encodings/encodings.ts';
import { guessColumns, guessedRows } from './guess-columns.ts';
import { isColumnar, rowsOfColumns } from './json-columns.ts';
import { jsonElements, type JsonElement } from './json-elements.ts';
import { articlePath, membersPath } from './json-list.ts';
import { columnsOf, rowOfObject } from './json-rows.ts';
import { parseLoosely } from './loose-json.ts';
import { RowReader } from './row-reader.ts';

const jsonExtensions = new Set(['json', 'jsonl', 'ndjson']);
const sniffedLetters = 256;
const opening = /^\s*(?:(?:window|var|let|const)[\w.\s]{1,100}=\s*)?(?:\[\s*[{[]|\{\s*")/;
const pathBytes = 1_048_576;
const maxOfOneObject = 16_777_216;

/** Lists of objects, or objects one after the other: an article each. What has a reader of its own is not read by this one. */
export const json: FormatReader = {
  holds: 'many',
  sniff: (input, path) => {
    if (!opensJson(input)) return 0;
    return jsonExtensions.has(extensionOf(path)) ? 0.3 : 0.2;
  },
  read: (input, context) => readJson(input, context, null),
  columnsOf: (input, context) => {
    const opened = openJsonTable(input, context, null);
    return isRecordFailure(opened) ? opened : opened.table;
  },
};

/** Whether a file begins like JSON that has objects. */
export function opensJson(input: ByteSource): boolean {
  return opening.test(headText(input).slice(0, sniffedLetters));
}

/** Where a format says it, what its objects are; otherwise both are found out. */
export type KnownList = Readonly<{ path: string; roles: ColumnRoles }>;

type ValueElement = Extract<JsonElement, { value: unknown }>;

/** A list of which the first objects were read, or a table that is written column by column and was read whole. */
type OpenJson = Readonly<{ encoding: string; table: GuessedTable }> &
  (
    | Readonly<{ rows: readonly TableRow[] }>
    | Readonly<{
        file: Utf8File;
        first: JsonElement[];
        others: Generator<JsonElement>;
        rowOf: (element: ValueElement) => TableRow;
      }>
  );

function openJsonTable(
  input: ByteSource,
  context: ReadContext,
  known: KnownList | null,
): OpenJson | RecordFailure {
  const file = utf8Of(input, context.encoding);
  if ('code' in file) return { place: null, ...file };
  if (known === null && isColumnar(headText(input))) return openColumns(input, file.encoding, context);
  const path = known?.path ?? findPath(file, input.size, context.today);
  const others = jsonElements({
    ...file,
    isElement: (one) => one === (path ?? '$[]'),
    begin: context.begin,
  });
  const first: JsonElement[] = [];
  for (let next = others.next(); next.done !== true; next = others.next()) {
    first.push(next.value);
    if (first.length >= guessedRows) break;
  }
  const rowOf = ({ value, path: own }: ValueElement): TableRow =>
    path === membersPath ? { key: own.slice(2), ...rowOfObject(value) } : rowOfObject(value);
  const rows = first.flatMap((element) => ('value' in element ? [rowOf(element)] : []));
  const columns = columnsOf(rows);
  const roles = known?.roles ?? chosenRolesOfObjects(columns, context.columns);
  const table = guessColumns(columns, rows, context.today, roles, roles === null || known !== null);
  return { encoding: file.encoding, table, file, first, others, rowOf };
}

/** Reads the objects of a file as rows of a table. */
export function* readJson(
  input: ByteSource,
  context: ReadContext,
  known: KnownList | null,
): Generator<FoundRecord | RecordFailure> {
  const opened = openJsonTable(input, context, known);
  if (isRecordFailure(opened)) {
    yield opened;
    return;
  }
  const { encoding, table } = opened;
  const reader = new RowReader(table, encoding, context, 'rows' in opened ? 'row' : 'object');
  if (reader.refusal !== null && ('rows' in opened || table.rows.length > 0)) {
    yield reader.refusal;
    return;
  }
  if ('rows' in opened) {
    for (const [at, row] of opened.rows.entries())
      if (context.begin(at + 1)) yield* reader.read(at + 1, row, 'text');
    return;
  }
  const { file, first, others, rowOf } = opened;
  const read = function* (element: JsonElement): Generator<FoundRecord | RecordFailure> {
    const { number, start, end } = element;
    if ('reason' in element) yield reader.failure(number, element.reason);
    else yield* reader.read(number, rowOf(element), file.isOwn ? { start, end } : 'text');
  };
  for (const element of first.splice(0)) {
    // Others were parsed since: what ends the program now is to be blamed on this one.
    if ('reason' in element || context.begin(element.start)) yield* read(element);
  }
  for (const element of others) yield* read(element);
}

/** A table by its columns is one object, which is read at once. */
function openColumns(input: ByteSource, encoding: string, context: ReadContext): OpenJson | RecordFailure {
  const decoded = decodeTextAs(input.whole(), encoding === 'utf-8-bom' ? 'utf-8' : encoding);
  if (isDecodeFailure(decoded)) return { place: null, ...decoded };
  const rows = rowsOfColumns(parseLoosely(decoded.text.replace(/^\ufeff/, '')));
  const columns = columnsOf(rows);
  const roles = chosenRolesOfObjects(columns, context.columns);
  return { encoding, table: guessColumns(columns, rows, context.today, roles), rows };
}

/** A file that is one article is a single object, of which the beginning tells nothing. */
function findPath(file: Utf8File, size: number, today: string): string | null {
  const found = articlePath(beginningOf(file, pathBytes), today);
  if (found !== null || size <= pathBytes || size > maxOfOneObject) return found;
  return articlePath(beginningOf(file, maxOfOneObject), today);
}

function beginningOf(file: Utf8File, most: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (const { bytes } of file.windows(file.start)) {
    parts.push(Buffer.from(bytes));
    length += bytes.length;
    if (length >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}
