import { isFragment, lineOfHtml, readFragment } from '../../../article/html/read-fragment.ts';
import { withoutBy } from '../../../article/credits/byline.ts';
import { dateOfUrl } from '../../../article/dates/date-in-name.ts';
import { plainBlocks } from '../../../article/page/plain-blocks.ts';
import type { SaidFields, TextBlock } from '../../../article/record-text.ts';
import type { FoundRecord, OriginalRef } from '../format-reader.ts';
import { readDateCell } from './date-cells.ts';
import type { Cell, ColumnRole, ColumnRoles, TableRow } from '../../../../contract/table-columns.ts';
import { cellText } from '../column-roles.ts';
import { tagsIn } from './tag-cells.ts';

/** How the rows of one table are read. */
export type RowReading = Readonly<{
  roles: ColumnRoles;
  dayFirst: boolean | null;
  isDateDoubtful: boolean;
  encoding: string;
  today: string;
}>;

const plainRoles = ['standfirst', 'byline', 'place', 'outlet', 'section', 'language'] as const;
const nothing = /^(?:nan|none|null|n\/?a|-+|\[\]|\{\})$/iu;
/** A list as Python prints it. */
const printedList = /^\[\s*(?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*\s*\]$/u;
const maxPrintedLength = 2_000;

/** The article of a row; null when none of its columns holds a text or a headline. */
export function rowRecord(row: TableRow, reading: RowReading, original: OriginalRef): FoundRecord | null {
  const cells = cellsOf(row, reading.roles);
  const said = saidByRow(row, reading);
  const { headline = '', url = null } = said;
  const text = (cells.get('body') ?? []).flatMap((cell) => bodyBlocks(cellText(cell, '\n\n'), headline));
  if (text.length === 0 && headline === '') return null;
  const key = cellText(cells.get('key')?.[0]).trim() || url;
  const labels = tagsIn(cells.get('tags') ?? []);
  const record = { key, text, said, encoding: reading.encoding, original };
  return labels.length === 0 ? record : { ...record, labels };
}

/** What a row says of its article. */
export function saidByRow(
  row: TableRow,
  { roles, ...dates }: Omit<RowReading, 'encoding'>,
): Partial<SaidFields> {
  const cells = cellsOf(row, roles);
  const first = (role: ColumnRole): string => cellText(cells.get(role)?.[0]);
  const headline = lineOfHtml(first('headline'));
  const url = first('url').trim();
  const published = publishedOf(first('published'), url, dates);
  return {
    ...(headline === '' ? {} : { headline }),
    ...plainFields(first),
    ...(published === null ? {} : { published }),
    ...(url === '' ? {} : { url }),
  };
}

function publishedOf(
  written: string,
  url: string,
  { today, dayFirst, isDateDoubtful }: Omit<RowReading, 'encoding' | 'roles'>,
): SaidFields['published'] | null {
  const said = readDateCell(written, today, dayFirst);
  const ofAddress = dateOfUrl(url, today);
  if (said === null || ofAddress === null || !isDateDoubtful)
    return said === null || isDateDoubtful ? ofAddress : said;
  const date = typeof said === 'string' ? said : said.date;
  return date.slice(0, 10) === ofAddress.date ? said : ofAddress;
}

function cellsOf(row: TableRow, roles: ColumnRoles): ReadonlyMap<ColumnRole, readonly Cell[]> {
  const cells = new Map<ColumnRole, Cell[]>();
  for (const [name, role] of Object.entries(roles)) {
    const cell = row[name];
    if (cell === undefined || isNothing(cell)) continue;
    const known = cells.get(role);
    if (known === undefined) cells.set(role, [cell]);
    else known.push(cell);
  }
  return cells;
}

/** A text in blocks, read as HTML where it is. */
function bodyBlocks(text: string, headline: string): TextBlock[] {
  if (isFragment(text)) return readFragment(text, headline);
  return plainBlocks(text);
}

function plainFields(first: (role: ColumnRole) => string): Partial<SaidFields> {
  const said: Partial<Record<(typeof plainRoles)[number], string>> = {};
  for (const role of plainRoles) {
    const written = first(role);
    const value = lineOfHtml(role === 'byline' ? withoutBy(namesIn(written)) : written);
    if (value !== '') said[role] = value;
  }
  return said;
}

function namesIn(written: string): string {
  const text = written.trim();
  if (text.length > maxPrintedLength || !printedList.test(text)) return text;
  return [...text.matchAll(/'([^']*)'|"([^"]*)"/gu)].map(([, one, other]) => one ?? other ?? '').join(', ');
}

function isNothing(cell: Cell): boolean {
  const text = cellText(cell).trim();
  return text === '' || (text.length < 5 && nothing.test(text));
}
