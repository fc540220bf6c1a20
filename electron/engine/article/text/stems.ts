import { foldToUnits } from './fold-spelling.ts';
import { wordCharacter } from './char-classes.ts';
import { stringOfUnits, type Units } from './char-buffer.ts';
import { WordSet } from './word-set.ts';
import { eachRun } from './words.ts';

const stemLength = 5;
const minLetters = 4;
/** Outside the Latin scripts a word of two letters says as much. */
const minOtherLetters = 2;
const lastLatin = 0x24f;
const [waw, feh, alef, lam, beh] = [0x648, 0x641, 0x627, 0x644, 0x628];

/** Rough stems of a text's longer words: enough to see that two texts speak of one thing, in any language. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  const { units, length } = foldToUnits(text);
  eachStem({ units, length }, (start, end) => stems.add(stringBetween(units, start, end)));
  return stems;
}

/** Those of `wanted` that are stems of the texts. */
export function sharedStems(wanted: ReadonlySet<string>, texts: readonly string[]): Set<string> {
  const table = new WordSet([...wanted]);
  const shared = new Set<string>();
  for (const text of texts) {
    const { units, length } = foldToUnits(text);
    eachStem({ units, length }, (start, end) => {
      if (table.find(units, start, end) >= 0) shared.add(stringBetween(units, start, end));
    });
  }
  return shared;
}

function stringBetween(units: Uint16Array, start: number, end: number): string {
  return stringOfUnits(units.subarray(start, end), end - start);
}

function eachStem(text: Units, visit: (start: number, end: number) => void): void {
  const { units } = text;
  eachRun(text, wordCharacter, (wordStart, end) => {
    const start = isArabic(units[wordStart] ?? 0) ? afterArticle(units, wordStart, end) : wordStart;
    const length = end - start;
    if (length >= minLetters || (length >= minOtherLetters && isOther(units, start, end)))
      visit(start, Math.min(end, start + stemLength));
  });
}

function isArabic(unit: number): boolean {
  return unit >= 0x600 && unit <= 0x6ff;
}

function isOther(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((units[at] ?? 0) > lastLatin) return true;
  return false;
}

/** After what Arabic writes together with a word: "and" or "so", and the article, with a preposition or without. */
function afterArticle(units: Uint16Array, start: number, end: number): number {
  const first = units[start] ?? 0;
  const from = first === waw || first === feh ? start + 1 : start;
  const [a, b, c] = [from, from + 1, from + 2].map((at) => (at < end ? (units[at] ?? 0) : 0));
  if (b === lam && (a === alef || a === lam)) return from + 2;
  return a === beh && b === alef && c === lam ? from + 3 : from;
}
