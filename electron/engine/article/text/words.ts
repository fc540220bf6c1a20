import { stringOfUnits, unitsOf, type Units } from './char-buffer.ts';
import { charCode } from './char-code.ts';
import { letter, pair, charClasses, unspaced, wordCharacter } from './char-classes.ts';

const unspacedShift = Math.log2(unspaced);
const unspacedCharacters = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g;
const lastOfBasicPlane = 0xffff;
const astralWordCharacter = /[\p{L}\p{N}]/u;

/** The number of words of a text of any length: runs of letters and digits (`[\p{L}\p{N}]+`). */
export function countWords(text: string): number {
  const { length } = text;
  let words = 0;
  let inside = 0;
  let seen = 0;
  for (let at = 0; at < length; at++) {
    const kinds = charClasses[charCode(text, at)] ?? 0;
    const part = kinds & wordCharacter;
    words += part & ~inside;
    inside = part;
    seen |= kinds;
  }
  return (seen & pair) === 0 ? words : countWithPairs(text);
}

/** The kinds of all units of a text, see `charClasses`. */
export function kindsOf(text: string): number {
  return measure(text).kinds;
}

function countWithPairs(text: string): number {
  const { length } = text;
  let words = 0;
  let inside = false;
  for (let at = 0; at < length; at++) {
    const point = text.codePointAt(at) ?? 0;
    const isPart =
      point > lastOfBasicPlane
        ? astralWordCharacter.test(String.fromCodePoint(point))
        : ((charClasses[point] ?? 0) & wordCharacter) !== 0;
    if (isPart && !inside) words++;
    inside = isPart;
    if (point > lastOfBasicPlane) at++;
  }
  return words;
}

/** What the characters of a text come to. */
export type Measure = Readonly<{
  /** The kinds of all its units, see `charClasses`: what has to be in a text for a rule to apply is looked up here. */
  kinds: number;
  words: number;
  /** The number of words, where every two characters of a script without spaces count as a word. */
  weight: number;
}>;

/** Measures a text in one pass over it; `units` are those of the text, where they have been read already. */
export function measure(text: string, units = unitsOf(text).units): Measure {
  const { length } = text;
  let words = 0;
  let spacedWords = 0;
  let characters = 0;
  let inside = 0;
  let insideSpaced = 0;
  let kinds = 0;
  // Without a branch in it, for one that can't be foreseen takes as long as ten steps of the loop.
  for (let at = 0; at < length; at++) {
    const own = charClasses[units[at] ?? 0] ?? 0;
    const part = own & wordCharacter;
    const alone = (own & unspaced) >> unspacedShift;
    const spaced = part & ~alone;
    words += part & ~inside;
    spacedWords += spaced & ~insideSpaced;
    characters += alone;
    inside = part;
    insideSpaced = spaced;
    kinds |= own;
  }
  if ((kinds & pair) === 0) return { kinds, words, weight: spacedWords + characters / 2 };
  const weight = countWithPairs(text.replace(unspacedCharacters, ' ')) + characters / 2;
  return { kinds, words: countWithPairs(text), weight };
}

/** Calls back for each run of units of a kind (`letter`, `wordCharacter`), in order: `[start, end)`. */
export function eachRun(
  { units, length }: Units,
  kind: number,
  visit: (start: number, end: number) => void,
): void {
  let start = -1;
  for (let at = 0; at < length; at++) {
    const kinds = charClasses[units[at] ?? 0] ?? 0;
    if ((kinds & pair) !== 0) {
      eachRunWithPairs({ units, length }, start < 0 ? at : start, kind, visit);
      return;
    }
    const isPart = (kinds & kind) !== 0;
    if (isPart === start >= 0) continue;
    if (start >= 0) visit(start, at);
    start = isPart ? at : -1;
  }
  if (start >= 0) visit(start, length);
}

function eachRunWithPairs(
  { units, length }: Units,
  from: number,
  kind: number,
  visit: (start: number, end: number) => void,
): void {
  const rest = stringOfUnits(units.subarray(from), length - from);
  for (const { index, 0: run } of rest.matchAll(kind === letter ? /\p{L}+/gu : /[\p{L}\p{N}]+/gu))
    visit(from + index, from + index + run.length);
}

/** The words of a short text, as written. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
