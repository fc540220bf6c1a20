import type { PlainWords } from '../../analysis/plain-words.ts';
import { wordCase, type WordCase } from '../../analysis/word-case.ts';
import { hashBasis, hashMask, hashPrime } from '../../analysis/word-cursor.ts';

const maxLetters = 64;
const [point, comma, apostrophe, curlyApostrophe, smallS] = [0x2e, 0x2c, 0x27, 0x2019, 0x73];

/**
 * The form of a word of plain letters and digits, or of a number with points and commas: most words are that, and for
 * those no string has to be made and folded.
 */
export class PlainWord {
  readonly units = new Uint16Array(maxLetters);
  length = 0;
  hash = 0;
  /** How the word was written. */
  letterCase: WordCase = wordCase.lower;
  readonly #plain: PlainWords;

  constructor(plain: PlainWords) {
    this.#plain = plain;
  }

  /** Takes the word in `[start, end)`; false when it is none of these, or a very long one. */
  take(units: Uint16Array, start: number, end: number): boolean {
    if (end - start > maxLetters) return false;
    const { letters, cases, cutsPossessive } = this.#plain;
    const isPossessive = cutsPossessive && endsPossessive(units, start, end);
    const length = end - start - (isPossessive ? 2 : 0);
    let hash = hashBasis;
    let capitals = 0;
    let smalls = 0;
    let digits = 0;
    let marks = 0;
    for (let at = 0; at < length; at += 1) {
      const unit = units[start + at] as number;
      let letter = unit < letters.length ? (letters[unit] as number) : 0;
      if (letter === 0) {
        if (unit !== point && unit !== comma) return false;
        marks += 1;
        letter = unit;
      } else if (isDigit(letter)) digits += 1;
      else if (cases[unit] === 1) capitals += 1;
      else if (cases[unit] === 2) smalls += 1;
      this.units[at] = letter;
      hash = Math.imul(hash ^ letter, hashPrime);
    }
    if (marks > 0 && !this.#isNumber(length, digits + marks)) return false;
    this.length = length;
    this.hash = hash & hashMask;
    const isFirstCapital = cases[units[start] as number] === 1;
    if (isPossessive && units[end - 1] === smallS) smalls += 1;
    else if (isPossessive) capitals += 1;
    if (capitals === 0) this.letterCase = wordCase.lower;
    else if (capitals === 1 && isFirstCapital) this.letterCase = wordCase.capitalised;
    else this.letterCase = smalls === 0 ? wordCase.upper : wordCase.mixed;
    return true;
  }

  /** Whether what was taken is digits, with points and commas between them. */
  #isNumber(length: number, digitsAndMarks: number): boolean {
    const { units } = this;
    return digitsAndMarks === length && isDigit(units[0] as number) && isDigit(units[length - 1] as number);
  }
}

/** Whether an apostrophe and an `s` stand after a word. */
function endsPossessive(units: Uint16Array, start: number, end: number): boolean {
  if (end - start < 3 || ((units[end - 1] as number) | 0x20) !== smallS) return false;
  return units[end - 2] === apostrophe || units[end - 2] === curlyApostrophe;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
