import { isFragment } from '../../../article/html/read-fragment.ts';
import { countWords } from '../../../article/text/words.ts';
import { bodyParts, foldName, isOfPosts, isOtherDate, rolesOfName } from './column-names.ts';
import {
  columnRoles,
  type ColumnRole,
  type ColumnRoles,
  type GuessedTable,
  type TableRow,
} from '../../../../contract/table-columns.ts';
import { cellText } from '../column-roles.ts';
import { dayFirstIn, isDateCell } from './date-cells.ts';

/** Rows that a guess looks at; more say no more. */
export const guessedRows = 50;
const shownRows = 3;
const maxOf = 0.6;
const maxShownLength = 20_000;
const minWordsOfText = 25;
const maxHeadlineLength = 40;
const maxDateLength = 60;
const address = /^(?:https?:)?\/\/[^\s/]+\.\S+$|^www\.[^\s/]+\/\S+$|^\/[\w-]+\/\S+$/iu;
const languageName = /^\p{L}{2,20}(?:[-_]\p{L}{2,8})?$/u;

const namesOfShelves = new Set([
  'folder',
  'selection',
  'status',
  'unread',
  'archived',
  'is archived',
  'favorite',
  'starred',
]);
const bareTimes = new Set(['timestamp', 'time', 'date', 'datetime', 'date time']);

/** What the values of a column are like. */
type Signs = Readonly<{
  filled: number;
  words: number;
  distinct: number;
  urls: number;
  dates: number;
  /** Of these, those that are no mere number. */
  writtenDates: number;
  letters: number;
  /** Without a capital, in scripts that have them. */
  lowered: number;
  languages: number;
  fragments: number;
}>;

type Found = Readonly<{ role: ColumnRole; by: 'name' | 'content' | 'choice' }>;

/**
 * Guesses what each column of a table holds, by its name and, where that says nothing, by its values. What is known already
 * is no guess; the date that a person chose is no doubtful one either. Pure.
 */
export function guessColumns(
  columns: readonly string[],
  rows: readonly TableRow[],
  today: string,
  chosen: ColumnRoles | null = null,
  mayBeDoubtful = chosen === null,
): GuessedTable {
  const sample = rows.slice(0, guessedRows);
  const found = chosen === null ? guessed(columns, sample, today) : choice(columns, chosen);
  const dated = [...found].find(([, { role }]) => role === 'published')?.[0];
  return {
    columns: columns.map((name) => ({
      name,
      role: found.get(name)?.role ?? null,
      by: found.get(name)?.by ?? null,
    })),
    dayFirst: dated === undefined ? null : dayFirstIn(sample.map((row) => cellText(row[dated]))),
    isDateDoubtful: mayBeDoubtful && dated !== undefined && isCopyOfOtherDate(dated, columns, sample),
    rows: rows.slice(0, shownRows),
  };
}

function choice(columns: readonly string[], chosen: ColumnRoles): Map<string, Found> {
  return new Map(
    columns.flatMap((name): [string, Found][] => {
      const role = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
      return role === undefined ? [] : [[name, { role, by: 'choice' }]];
    }),
  );
}

function guessed(columns: readonly string[], sample: readonly TableRow[], today: string): Map<string, Found> {
  const signs = new Map(columns.map((name) => [name, signsOf(sample, name, today)]));
  const found = new Map<string, Found>();
  for (const role of columnRoles) {
    const [best] = candidates(columns, role, signs);
    if (best !== undefined && !found.has(best)) found.set(best, { role, by: 'name' });
  }
  addBodyParts(columns, signs, found);
  guessByContent(columns, signs, found);
  dropSavedTimes(columns, found);
  return found;
}

/** The columns that are named for a role and hold what it needs, best first. */
function candidates(
  columns: readonly string[],
  role: ColumnRole,
  signs: ReadonlyMap<string, Signs>,
): string[] {
  const found: { name: string; rank: number; words: number }[] = [];
  for (const name of columns) {
    const own = rolesOfName(name).find((one) => one.role === role);
    const sign = signs.get(name);
    if (own === undefined || sign === undefined || !canBe(role, sign)) continue;
    if (role === 'published' && isOtherDate(name, isOfPosts(columns))) continue;
    found.push({ name, rank: own.rank, words: sign.words });
  }
  // Of several texts the longest is the article, and the others are what is shown of it in lists.
  if (role === 'body')
    return found.sort((a, b) => b.words - a.words || a.rank - b.rank).map(({ name }) => name);
  return found.sort((a, b) => a.rank - b.rank).map(({ name }) => name);
}

/** Read-later lists that know no date of publication write the date of saving under that name as well. */
function isCopyOfOtherDate(name: string, columns: readonly string[], rows: readonly TableRow[]): boolean {
  const dated = rows.filter((row) => cellText(row[name]) !== '');
  return columns.some((other) => {
    if (other === name || !isOtherDate(other)) return false;
    const same = dated.filter((row) => cellText(row[name]) === cellText(row[other]));
    return dated.length > 1 && same.length > maxOf * dated.length;
  });
}

/** Nothing speaks against a column without values, which a few rows may well have none of. */
function canBe(
  role: ColumnRole,
  { filled, urls, dates, letters, lowered, languages, words, distinct }: Signs,
): boolean {
  if (filled === 0) return true;
  switch (role) {
    case 'published':
      return dates >= maxOf * filled;
    case 'url':
      return urls >= maxOf * filled;
    case 'language':
      return languages >= maxOf * filled;
    case 'headline':
      return letters >= maxOf * filled && urls < maxOf * filled && words <= 3 * maxHeadlineLength;
    case 'key':
      return words <= 6 && distinct >= maxOf * filled;
    case 'body':
      return letters >= maxOf * filled && urls < maxOf * filled;
    // "archive" and "later" are where a list keeps something.
    case 'place':
      return letters >= maxOf * filled && lowered < maxOf * filled && words <= minWordsOfText;
    case 'byline':
    case 'tags':
    case 'section':
      return letters >= maxOf * filled && words <= minWordsOfText;
    case 'outlet':
      return letters >= maxOf * filled && urls < maxOf * filled && words <= 15;
    case 'standfirst':
      return letters >= maxOf * filled;
  }
}

/** A body in several columns: all of them, in the order of the table. */
function addBodyParts(
  columns: readonly string[],
  signs: ReadonlyMap<string, Signs>,
  found: Map<string, Found>,
): void {
  const hasPart = [...found].some(([name, { role }]) => role === 'body' && bodyParts.has(foldName(name)));
  if (!hasPart) return;
  for (const name of columns)
    if (!found.has(name) && bodyParts.has(foldName(name)) && (signs.get(name)?.letters ?? 0) > 0)
      found.set(name, { role: 'body', by: 'name' });
}

/** In a list of links that somebody keeps a bare time is that of keeping. */
function dropSavedTimes(columns: readonly string[], found: Map<string, Found>): void {
  if ([...found.values()].some(({ role }) => role === 'body')) return;
  if (!columns.some((name) => namesOfShelves.has(foldName(name)))) return;
  for (const [name, { role }] of found)
    if (role === 'published' && bareTimes.has(foldName(name))) found.delete(name);
}

function guessByContent(
  columns: readonly string[],
  signs: ReadonlyMap<string, Signs>,
  found: Map<string, Found>,
): void {
  const has = (role: ColumnRole): boolean => [...found.values()].some((one) => one.role === role);
  const free = (): { name: string; sign: Signs }[] =>
    columns.flatMap((name) => {
      const sign = signs.get(name);
      return found.has(name) || sign === undefined || sign.filled === 0 ? [] : [{ name, sign }];
    });
  const take = (role: ColumnRole, name: string | undefined): void => {
    if (name !== undefined && !has(role)) found.set(name, { role, by: 'content' });
  };
  take('url', free().find(({ sign }) => sign.urls === sign.filled)?.name);
  take(
    'published',
    free().find(({ name, sign }) => sign.writtenDates === sign.filled && !isOtherDate(name))?.name,
  );
  const texts = free()
    .filter(({ sign }) => sign.words >= minWordsOfText || sign.fragments > maxOf * sign.filled)
    .sort((a, b) => b.sign.words - a.sign.words);
  take('body', texts[0]?.name);
  // What is called a summary where there is no other text, and is as long as one, is the text.
  const summary = [...found].find(([, { role }]) => role === 'standfirst')?.[0];
  if (summary !== undefined && !has('body') && (signs.get(summary)?.words ?? 0) >= minWordsOfText)
    found.set(summary, { role: 'body', by: 'name' });
  take('headline', free().find(({ sign }) => isLikeHeadlines(sign))?.name);
}

function isLikeHeadlines({ words, distinct, filled, letters, urls, dates }: Signs): boolean {
  if (urls > 0 || dates > 0 || letters < filled * maxOf) return false;
  return words >= 3 && words <= maxHeadlineLength && distinct > filled * maxOf;
}

function signsOf(rows: readonly TableRow[], name: string, today: string): Signs {
  const values = rows
    .map((row) => cellText(row[name]).trim().slice(0, maxShownLength))
    .filter((one) => one !== '');
  const count = (holds: (value: string) => boolean): number => values.filter(holds).length;
  const dated = values.filter((value) => value.length <= maxDateLength && isDateCell(value, today));
  const words = values.reduce((sum, value) => sum + countWords(value), 0);
  return {
    filled: values.length,
    words: values.length === 0 ? 0 : words / values.length,
    distinct: new Set(values).size,
    urls: count((value) => address.test(value)),
    dates: dated.length,
    writtenDates: dated.filter((value) => /[^\d.]/.test(value)).length,
    letters: count((value) => /\p{L}/u.test(value)),
    lowered: count((value) => /\p{Ll}/u.test(value) && !/\p{Lu}/u.test(value)),
    languages: count((value) => languageName.test(value)),
    fragments: count((value) => isFragment(value)),
  };
}
