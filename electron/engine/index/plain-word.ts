import { wordCase, type WordCase } from '../analysis/word-case.ts';
import { hashBasis, hashMask, hashPrime } from '../analysis/word-cursor.ts';

const longest = 64;
/** What makes a capital letter of ASCII a small one. */
const smallBit = 0x20;

/**
 * A word of ASCII letters and digits in lower case, which is the written form of such a word in every analysis: most
 * words are, and for those no string has to be made and folded to find out whether their form is known.
 */
export class PlainWord {
  readonly units = new Uint16Array(longest);
  length = 0;
  hash = 0;
  /** How the word was written. */
  letterCase: WordCase = wordCase.lower;

  /** Reads the word in `[start, end)`; false when it is none of these, or a very long one. */
  read(units: Uint16Array, start: number, end: number): boolean {
    const length = end - start;
    if (length > longest) return false;
    let hash = hashBasis;
    let capitals = 0;
    let smalls = 0;
    for (let at = 0; at < length; at += 1) {
      let unit = units[start + at] as number;
      if (isCapital(unit)) {
        capitals += 1;
        unit |= smallBit;
      } else if (isSmall(unit)) smalls += 1;
      else if (!isDigit(unit)) return false;
      this.units[at] = unit;
      hash = Math.imul(hash ^ unit, hashPrime);
    }
    this.length = length;
    this.hash = hash & hashMask;
    if (capitals === 0) this.letterCase = wordCase.lower;
    else if (capitals === 1 && isCapital(units[start] as number)) this.letterCase = wordCase.capitalised;
    else this.letterCase = smalls === 0 ? wordCase.upper : wordCase.mixed;
    return true;
  }
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
