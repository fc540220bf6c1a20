import { rolesOfName } from './column-names.ts';

/** How a table of separated values is written. */
export type CsvDialect = Readonly<{
  delimiter: string;
  /** Null where quotation marks are signs like all others. */
  quote: '"' | "'" | null;
  /** Whether a quotation mark inside of a quoted value has a backslash in front of it, instead of another one. */
  isBackslashed: boolean;
  /** Lines in front of the table: the `sep=;` that spreadsheets read. */
  firstLine: number;
}>;

const delimiters = [',', ';', '\t', '|'];
const sampledRows = 60;
const maxHeaderLength = 2_000;
const minColumns = 3;
const separatorLine = /^\ufeff?"?sep=([^\w\r\n"])"?\r?\n/i;

/** Finds how a table is written by its beginning. */
export function csvDialect(head: string): CsvDialect {
  const said = separatorLine.exec(head);
  const text = said === null ? head : head.slice(said[0].length);
  const delimiter = said?.[1] ?? likeliestDelimiter(text);
  const quote = quoteOf(text, delimiter);
  const isBackslashed =
    quote !== null && text.includes(`\\${quote}`) && !doublesMarks(text, quote, delimiter);
  return { delimiter, quote, isBackslashed, firstLine: said === null ? 1 : 2 };
}

/** Whether two marks stand inside of a value anywhere: at its ends they are an empty value, or one mark of it and one around it. */
function doublesMarks(text: string, quote: string, delimiter: string): boolean {
  const ends = `\\${delimiter}\\\\\\n\\r${quote}`;
  return new RegExp(`[^${ends}]${quote}${quote}[^${ends}]`).test(text);
}

/** Whether a head, a character for each byte, begins like a table with a header that names parts of articles, whatever its file is called. */
export function opensTable(head: string): boolean {
  const end = head.indexOf('\n');
  if (end < 0 || end > maxHeaderLength) return false;
  const first = head.slice(0, end).trim();
  // A sentence has commas as well, and a space after each.
  if (first.includes(', ')) return false;
  const delimited = delimiters.filter(
    (delimiter) => first.indexOf(delimiter) !== first.lastIndexOf(delimiter),
  );
  if (delimited.length === 0) return false;
  const line = Buffer.from(first, 'latin1').toString('utf8').trim();
  return delimited.some((delimiter) => {
    if (line.split(delimiter, minColumns).length < minColumns) return false;
    const roles = line.split(delimiter).map((name) => rolesOfName(name.replace(/^\s*"|"\s*$/g, ''))[0]?.role);
    const known = new Set(roles);
    return (known.has('headline') || known.has('body')) && known.size >= minColumns;
  });
}

/** The one that gives the same number of columns in most rows; of several the one that gives most. */
function likeliestDelimiter(text: string): string {
  let best = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const counts = columnsOfRows(text, delimiter);
    const frequencies = new Map<number, number>();
    for (const count of counts) frequencies.set(count, (frequencies.get(count) ?? 0) + 1);
    const [columns = 1, rows = 0] = [...frequencies].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    if (columns < 2) continue;
    const share = rows / counts.length;
    // The names in the first line are told apart by it as well.
    const score = share + (counts[0] === columns ? 0.5 : 0) + Math.min(columns, 20) / 1_000;
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

function columnsOfRows(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let columns = 1;
  let isQuoted = false;
  let isStart = true;
  for (const sign of text) {
    if (isQuoted) {
      if (sign === '"') isQuoted = false;
      continue;
    }
    if (sign === '"' && (isStart || text === '')) isQuoted = true;
    else if (sign === delimiter) columns++;
    else if (sign === '\n') {
      if (columns > 1 || !isStart) counts.push(columns);
      columns = 1;
      if (counts.length === sampledRows) break;
    }
    isStart = sign === delimiter || sign === '\n';
  }
  if (columns > 1 && counts.length < sampledRows) counts.push(columns);
  return counts;
}

/** Marks quote when they stand at both ends of values. */
function quoteOf(text: string, delimiter: string): CsvDialect['quote'] {
  const ends = (mark: string): number =>
    text.split(mark + delimiter).length + text.split(`${mark}\n`).length + text.split(`${mark}\r`).length - 3;
  const starts = (mark: string): number =>
    text.split(delimiter + mark).length +
    text.split(`\n${mark}`).length -
    2 +
    (text.startsWith(mark) ? 1 : 0);
  const quotes = (mark: string): boolean => starts(mark) > 0 && ends(mark) > 0;
  if (quotes('"')) return '"';
  if (starts("'") > 3 && starts("'") === ends("'")) return "'";
  // Of a table that quotes nothing in its beginning a later value may still be quoted, but not where tabs separate.
  return delimiter === '\t' || text.includes('"') ? null : '"';
}
