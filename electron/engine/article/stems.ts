import { foldSpelling } from './fold.ts';
import { eachRun } from './words.ts';
import { unitAt } from './unit-at.ts';
import { wordCharacter } from './unit-kinds.ts';

const stemLength = 5;
const fewestLetters = 4;
/** Outside the Latin scripts a word of two letters says as much. */
const fewestOtherLetters = 2;
const lastLatin = 0x24f;
const [waw, feh, alef, lam, beh] = [0x648, 0x641, 0x627, 0x644, 0x628];

/** Rough stems of a text's longer words: enough to see that two texts speak of one thing, in any language. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  const folded = foldSpelling(text);
  eachStem(folded, (start, end) => stems.add(folded.slice(start, end)));
  return stems;
}

/** Those of `wanted` that are stems of the texts. */
export function sharedStems(wanted: ReadonlySet<string>, texts: readonly string[]): Set<string> {
  // Nearly all the words of a page are none of these; their first two letters tell so before a string is made.
  const openings = new Uint8Array(4_096);
  for (const stem of wanted) openings[openingOf(stem, 0)] = 1;
  const shared = new Set<string>();
  for (const text of texts) {
    const folded = foldSpelling(text);
    eachStem(folded, (start, end) => {
      if (openings[openingOf(folded, start)] !== 1) return;
      const stem = folded.slice(start, end);
      if (wanted.has(stem)) shared.add(stem);
    });
  }
  return shared;
}

function openingOf(text: string, at: number): number {
  return ((unitAt(text, at) << 6) ^ unitAt(text, at + 1)) & 0xfff;
}

function eachStem(folded: string, visit: (start: number, end: number) => void): void {
  eachRun(folded, wordCharacter, (wordStart, end) => {
    const start = isArabic(unitAt(folded, wordStart)) ? afterArticle(folded, wordStart, end) : wordStart;
    const length = end - start;
    if (length >= fewestLetters || (length >= fewestOtherLetters && isOther(folded, start, end)))
      visit(start, Math.min(end, start + stemLength));
  });
}

function isArabic(unit: number): boolean {
  return unit >= 0x600 && unit <= 0x6ff;
}

function isOther(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (unitAt(text, at) > lastLatin) return true;
  return false;
}

/** Behind what Arabic writes together with a word: "and" or "so", and the article, with a preposition or without. */
function afterArticle(text: string, start: number, end: number): number {
  const first = unitAt(text, start);
  const from = first === waw || first === feh ? start + 1 : start;
  const [a, b, c] = [from, from + 1, from + 2].map((at) => (at < end ? unitAt(text, at) : 0));
  if (b === lam && (a === alef || a === lam)) return from + 2;
  return a === beh && b === alef && c === lam ? from + 3 : from;
}
