import { dropped, foldToUnits, foldUnit, inContext } from '../text/fold-spelling.ts';
import { furnitureOfLanguages } from './furniture-of-languages.ts';
import { furniturePatterns } from './furniture-patterns.ts';
import { charCode } from '../text/char-code.ts';
import { digit, letter, pair, charClasses, wordCharacter } from '../text/char-classes.ts';
import { stringOfUnits } from '../text/char-buffer.ts';
import { WordSet } from '../text/word-set.ts';

/**
 * What a line of furniture does to the lines around it. `line`: nothing. `edge`: it is furniture only at the
 * edges of a page or beside other furniture. `neighbour` and `list`: headlines of other articles follow it.
 * `end`: what follows is not the article any more.
 */
export type Furniture = 'line' | 'edge' | 'neighbour' | 'list' | 'end';

const maxKeyLength = 160;
const maxOpeningLength = 16;
const maxHeadingLength = 6;
const blank = 0x20;
const numberSign = 0x23;
const apostrophe = 0x27;
const comma = 0x2c;
const point = 0x2e;
const asciiLetter = /[a-z]/i;
const anyLetter = '*';
const keyUnits = new Uint16Array(2_048);

/** A line as furniture is compared: without case, accents, punctuation; every number is `#`. */
export function furnitureKey(line: string): string {
  const { units, length: whole } = foldToUnits(line.slice(0, maxKeyLength));
  const end = dropApostrophes(units, whole);
  const key = end * 2 > keyUnits.length ? new Uint16Array(end * 2) : keyUnits;
  let length = 0;
  let apart = false;
  for (let at = 0; at < end;) {
    const unit = units[at] ?? 0;
    const kinds = charClasses[unit] ?? 0;
    // Characters beyond the basic plane are rare, and the table knows none.
    if ((kinds & pair) !== 0) return slowKey(stringOfUnits(units, end));
    const isNumber = (kinds & digit) !== 0;
    if (isNumber || (kinds & letter) !== 0 || unit === numberSign) {
      if ((apart || isNumber) && length > 0) key[length++] = blank;
      key[length++] = isNumber ? numberSign : unit;
      apart = isNumber;
    } else apart = true;
    at = isNumber ? numberEnd(units, end, at) : at + 1;
  }
  return stringOfUnits(key, length);
}

/** In place; the new length. */
function dropApostrophes(units: Uint16Array, length: number): number {
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    if (unit !== apostrophe) units[kept++] = unit;
  }
  return kept;
}

function isDigit(unit: number): boolean {
  return ((charClasses[unit] ?? 0) & digit) !== 0;
}

/** Where a number ends: points and commas between its digits belong to it. */
function numberEnd(units: Uint16Array, end: number, from: number): number {
  let at = from + 1;
  while (at < end) {
    const unit = units[at];
    const inner = (unit === point || unit === comma) && at + 1 < end ? 1 : 0;
    if (!isDigit(units[at + inner] ?? 0)) break;
    at += inner + 1;
  }
  return at;
}

function slowKey(folded: string): string {
  return folded
    .replace(/\p{N}+(?:[.,]\p{N}+)*/gu, ' # ')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim();
}

function phrasesOf(kind: keyof typeof furniturePatterns): string {
  return `${furniturePatterns[kind]} | ${furnitureOfLanguages[kind]}`;
}

const lines = new Map<string, Furniture>();
// Later lists win: "comments" is a line of furniture and the end of an article.
for (const kind of ['edge', 'line', 'neighbour', 'list', 'end'] as const) {
  for (const phrase of phrasesOf(kind).split('|')) lines.set(furnitureKey(phrase), kind);
}

const shortOpenings = openingsOf(phrasesOf('opening'), 'line');
const endOpenings = openingsOf(phrasesOf('endOpening'), 'end');
const listOpenings = openingsOf(furnitureOfLanguages.listOpening, 'list');
const notices = openingsOf(phrasesOf('notice'), 'line');

const firstWords = [
  ...new Set(
    [
      ...lines.keys(),
      ...shortOpenings.keys(),
      ...endOpenings.keys(),
      ...listOpenings.keys(),
      ...notices.keys(),
    ].map(firstWordOf),
  ),
];
const firstWordSet = new WordSet(firstWords);
/** Of a line too long to be furniture as a whole: by the numbers of first words, how the second words of openings begin. */
const secondLetters = firstWords.map((first) =>
  [shortOpenings, endOpenings, listOpenings, notices]
    .flatMap((openings) => openings.get(first) ?? [])
    .map(({ phrase }) => phrase.charAt(first.length + 1) || anyLetter)
    .join(''),
);
const opening = new Uint16Array(maxKeyLength);

/** The first word of a line's key. */
export function furnitureOpening(line: string): string {
  const start = line.search(/[\p{L}\p{N}#]/u);
  const end = line.indexOf(' ', start);
  return firstWordOf(furnitureKey(end < 0 ? line : line.slice(0, end)));
}

/** Whether any line of furniture begins with the first word of this one: few do, so that most keys need not be made. */
export function opensFurniture(line: string): boolean {
  const length = readOpening(line);
  return length === inContext
    ? firstWords.includes(furnitureOpening(line))
    : firstWordSet.find(opening, 0, length) >= 0;
}

/** The same of the beginning of a long line, of which the second word tells nearly all others. */
export function opensLongFurniture(line: string): boolean {
  const length = readOpening(line);
  if (length === inContext) return opensFurniture(line);
  const number = firstWordSet.find(opening, 0, length);
  const letters = number < 0 ? '' : (secondLetters[number] ?? '');
  if (letters === '' || letters.includes(anyLetter)) return letters !== '';
  const second = line.charAt(line.indexOf(' ', 1) + 1);
  if (!asciiLetter.test(line.charAt(0)) || !asciiLetter.test(second)) return true;
  return letters.includes(second.toLowerCase());
}

/** Puts what `furnitureOpening` answers in `opening`; its length, or `inContext` for what has to be folded whole. */
function readOpening(line: string): number {
  const end = Math.min(line.length, maxKeyLength);
  let length = 0;
  let begun = false;
  for (let at = 0; at < end; at++) {
    const written = charCode(line, at);
    if (begun && written === blank) break;
    begun ||= written === numberSign || ((charClasses[written] ?? 0) & wordCharacter) !== 0;
    const unit = foldUnit(written);
    if (unit === inContext) return inContext;
    if (unit === dropped || unit === apostrophe) continue;
    const isNumber = isDigit(unit);
    if (isNumber || unit === numberSign || ((charClasses[unit] ?? 0) & letter) !== 0) {
      // A sign that only folds to a letter, such as one in a circle.
      if (!begun) return inContext;
      if (isNumber && length > 0) break;
      opening[length++] = isNumber ? numberSign : unit;
      if (isNumber) break;
    } else if (length > 0) break;
  }
  return length;
}

function firstWordOf(key: string): string {
  const end = key.indexOf(' ');
  return end < 0 ? key : key.slice(0, end);
}

/** What kind of furniture the line with this key is by its wording alone, or null. */
export function furnitureOf(key: string): Furniture | null {
  const whole = lines.get(key);
  if (whole !== undefined) return whole;
  const first = firstWordOf(key);
  const notice = notices.get(first)?.find((one) => one.opens(key));
  if (notice !== undefined) return notice.kind;
  const ends = endOpenings.get(first);
  const opens = shortOpenings.get(first);
  const words = wordsOfKey(key);
  const heads =
    words <= maxHeadingLength ? listOpenings.get(first)?.find((one) => one.opens(key)) : undefined;
  if (heads !== undefined) return heads.kind;
  if ((ends === undefined && opens === undefined) || words > maxOpeningLength) return null;
  return (ends?.find((one) => one.opens(key)) ?? opens?.find((one) => one.opens(key)))?.kind ?? null;
}

function wordsOfKey(key: string): number {
  let words = 1;
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) words++;
  return words;
}

type Opening = Readonly<{ kind: Furniture; phrase: string; opens: (key: string) => boolean }>;

function openingsOf(phrases: string, kind: Furniture): ReadonlyMap<string, readonly Opening[]> {
  const openings = new Map<string, Opening[]>();
  for (const phrase of phrases.split('|').map(furnitureKey)) {
    const first = firstWordOf(phrase);
    const opening = { kind, phrase, opens: (key: string) => key === phrase || key.startsWith(`${phrase} `) };
    openings.set(first, [...(openings.get(first) ?? []), opening]);
  }
  return openings;
}
