import { sentence, type Said } from '../../words/sentence.ts';
import { saidBy } from '../../contract/failure.ts';
import type { Cell, ChosenColumns, GuessedTable, TableRow } from '../../contract/table-columns.ts';
import { defaultLimits } from './files/file-to-ingest.ts';
import { FileBytes, newScratch } from './files/file-bytes.ts';
import { isRecordFailure } from './formats/format-reader.ts';
import { readableFormats } from './formats/readable-formats.ts';

/** A table, and what people chose for it. */
export type TableToRead = Readonly<{
  path: string;
  encoding: string | null;
  columns: readonly ChosenColumns[];
}>;

const maxShownLetters = 300;

/** How the columns of a table are read, by its first rows; or in a sentence why they can't be shown. */
export async function readTable(
  { path, encoding, columns }: TableToRead,
  today: string,
): Promise<{ value: GuessedTable } | { reason: Said }> {
  let file: FileBytes | null = null;
  try {
    file = new FileBytes(path, defaultLimits.maxFileBytes, newScratch());
    const { stats } = file;
    const reader = (await readableFormats.formatOf(file, path))?.reader;
    if (reader?.columnsOf === undefined) return { reason: sentence('file.no-table', { path }) };
    const table = await reader.columnsOf(file, {
      ...{ path, fileTimeMs: stats.mtimeMs, today, encoding, columns },
      begin: () => true,
      declare: () => undefined,
    });
    if (isRecordFailure(table)) return { reason: sentence('file.says', { path, why: table.reason }) };
    return { value: { ...table, rows: table.rows.map(shortened) } };
  } catch (error) {
    return { reason: sentence('file.not-read', { path, why: saidBy(error) }) };
  } finally {
    file?.close();
  }
}

function shortened(row: TableRow): TableRow {
  const cut = (text: string): string =>
    text.length > maxShownLetters ? `${text.slice(0, maxShownLetters)}…` : text;
  const cell = (value: Cell): Cell => (typeof value === 'string' ? cut(value) : value.map(cut).slice(0, 10));
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)]));
}
