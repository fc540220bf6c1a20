import type { DateToken } from './date-tokens.ts';
import { numberAt } from './date-tokens.ts';
import { foldSpelling } from '../text/fold-spelling.ts';
import { monthNames } from './month-names.ts';

type Month = Readonly<{ month: number; solarHijri: boolean }>;
/** A month in a list of tokens, and the number of the token after it. */
export type FoundMonth = Month & Readonly<{ next: number }>;

const monthReach = 5;
/** "Month" in front of the number of one. */
const monthWords = new Set(['thang']);
const numberedMonths: ReadonlyMap<string, readonly [first: number, second: number]> = new Map([
  ['كانون', [12, 1]],
  ['كانوني', [12, 1]],
  ['تشرين', [10, 11]],
  ['تشريني', [10, 11]],
]);
const months = new Map<string, Month>();
for (const { calendar, months: names } of monthNames) {
  names.forEach((alternatives, at) => {
    for (const name of alternatives.split('|')) {
      const key = monthKey(foldSpelling(name));
      if (!months.has(key)) months.set(key, { month: at + 1, solarHijri: calendar === 'solar-hijri' });
    }
  });
}

/** First words of the names of two words: other words need not be looked up with the next one. */
const firstsOfTwo = new Set(
  [...months.keys()]
    .map((key) => key.split(' '))
    .flatMap(([first = '', second]) => (second === undefined ? [] : [first])),
);

/** By the first three letters, where all are of ASCII: whether the name of a month begins like that. */
const monthOpenings = new Uint8Array(1 << 15);
for (const key of months.keys()) {
  const place = placeOfOpening(key.charCodeAt(0), key.charCodeAt(1), key.charCodeAt(2));
  if (place >= 0) monthOpenings[place] = 1;
}

/** Of letters of ASCII in either case; -1 for others. */
function placeOfOpening(first: number, second: number, third: number): number {
  const [one, two, three] = [(first | 0x20) - 0x60, (second | 0x20) - 0x60, (third | 0x20) - 0x60];
  if (!isLetter(one) || !isLetter(two) || !isLetter(three)) return -1;
  return (one << 10) | (two << 5) | three;
}

function isLetter(number: number): boolean {
  return number >= 1 && number <= 26;
}

/** Whether a word may be the name of a month: most aren't by their first letters, and need not be folded. */
export function opensMonth(token: DateToken | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const place = placeOfOpening(token.charCode(0), token.charCode(1), token.charCode(2));
  return place < 0 || monthOpenings[place] === 1;
}

/** Sorani spells a long u with one waw or two. */
function monthKey(folded: string): string {
  return folded.includes('وو') || folded.includes('مم')
    ? folded.replace(/وو/g, 'و').replace(/مم/g, 'م')
    : folded;
}

function isMonthWord(token: DateToken | undefined): boolean {
  return token?.kind === 'word' && (token.charCode(0) | 0x20) === 0x74 && monthWords.has(token.text);
}

/** An ending, a mark and a word may stand between. */
export function hasMonthAfter(tokens: readonly DateToken[], at: number): boolean {
  for (let after = at + 1; after <= at + monthReach; after++)
    if (opensMonth(tokens[after]) || isMonthWord(tokens[after])) return true;
  return false;
}

/** The month that stands after no more than a few tokens of a set. */
export function monthBehind(
  tokens: readonly DateToken[],
  at: number,
  between: ReadonlySet<string>,
): FoundMonth | null {
  for (let next = at; next < at + monthReach; next++) {
    const month = opensMonth(tokens[next]) ? monthAt(tokens, next) : null;
    if (month !== null) return month;
    const text = tokens[next]?.text ?? '';
    if (monthWords.has(text)) return monthOfNumber(tokens, next + 1);
    if (!between.has(text)) return null;
  }
  return null;
}

function monthOfNumber(tokens: readonly DateToken[], at: number): FoundMonth | null {
  const month = numberAt(tokens, at, '12');
  return month === null || month < 1 || month > 12 ? null : { month, solarHijri: false, next: at + 1 };
}

export function monthAt(tokens: readonly DateToken[], at: number): FoundMonth | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const key = monthKey(token.text);
  const numbered = numberedMonthAt(tokens, at, key);
  if (numbered !== null) return twiceNamed(tokens, numbered);
  const after = firstsOfTwo.has(key) ? tokens[at + 1] : undefined;
  const pair = after?.kind === 'word' ? months.get(monthKey(`${token.text} ${after.text}`)) : undefined;
  const behindPoint = tokens[at - 1]?.text === '.' ? months.get(`. ${key}`) : undefined;
  const month = pair ?? behindPoint ?? months.get(key) ?? months.get(withoutAffix(key));
  if (month === undefined) return null;
  return twiceNamed(tokens, { ...month, next: pair === undefined ? at + 1 : at + 2 });
}

/** Sorani and Persian join a month to its year with a yeh, Hebrew to its day with a bet. */
function withoutAffix(key: string): string {
  if (key.endsWith('ي')) return key.slice(0, -1);
  return key.startsWith('ב') ? key.slice(1) : key;
}

/** "كانون 2" is كانون الثاني. */
function numberedMonthAt(tokens: readonly DateToken[], at: number, key: string): FoundMonth | null {
  const both = numberedMonths.get(key);
  const number = both === undefined ? null : numberAt(tokens, at + 1, '1');
  const month = number === 1 || number === 2 ? both?.[number - 1] : undefined;
  return month === undefined ? null : { month, solarHijri: false, next: at + 2 };
}

/** Arabic pages often name a month twice: "26 تموز / يوليو 2021". */
function twiceNamed(tokens: readonly DateToken[], month: FoundMonth): FoundMonth {
  let { next } = month;
  const mark = tokens[next]?.text ?? '';
  if (['/', '(', '-', '–', '،'].includes(mark) && tokens[next + 1]?.kind === 'word') {
    const again = months.get(monthKey(tokens[next + 1]?.text ?? ''));
    if (again?.month === month.month) next += mark === '(' ? 3 : 2;
  }
  if (tokens[next]?.text === '.') next++;
  return { ...month, next };
}
