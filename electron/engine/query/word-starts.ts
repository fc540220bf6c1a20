import { arabicArticles } from '../analysis/stem.ts';

/** Code units from here down are white space, or no part of a text: they are in no word. */
export const blank = 0x20;

const ascii = 128;
const firstArabic = 0x0620;
const endOfArabic = 0x064b;
const tatweel = 0x0640;

/** Codes of letters: an ASCII character in lower case is itself, and letters of Arabic script come behind these. */
const codes = ascii + endOfArabic - firstArabic;
/** Any other code unit. It may stand for anything, once it is folded. */
const other = 255;

/** Letters that folding makes alike, and those that it makes out of them and a mark. */
const alike: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ؤ: 'و', ئ: 'ي', ى: 'ي', ة: 'ه' };

function codeOf(unit: number): number {
  if (unit < ascii) return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
  if (unit < firstArabic || unit >= endOfArabic || unit === tatweel) return other;
  const letter = String.fromCharCode(unit);
  return ascii + (alike[letter] ?? letter).charCodeAt(0) - firstArabic;
}

const codeOfUnit = new Uint8Array(65_536).fill(other);
for (let unit = 0; unit < endOfArabic; unit += 1) codeOfUnit[unit] = codeOf(unit);

const isLetter = Uint8Array.from({ length: 256 }, (_, code) =>
  (code >= 0x61 && code <= 0x7a) || (code >= ascii && code < codes) ? 1 : 0,
);

/**
 * Tells words that can't be one of some terms and forms by their first two letters, before anything is made of them.
 * Folding takes ASCII letters to lower case and some of Arabic script to others, and stemming takes letters off the end, so
 * that the first two of a word are those of its form and of its term, as far as these have two; but for Arabic articles,
 * which are no part of a term.
 */
export class WordStarts {
  /** 1 for two codes that some term or form begins with. */
  readonly #begun = new Uint8Array(codes * codes);

  /** A term or form that is looked for. */
  add(sought: string): void {
    const first = codeOf(sought.charCodeAt(0));
    // Words that begin with other letters are never ruled out.
    if (sought === '' || first === other) return;
    const row = first * codes;
    const second = sought.length < 2 ? other : codeOf(sought.charCodeAt(1));
    if (second === other) this.#begun.fill(1, row, row + codes);
    else this.#begun[row + second] = 1;
    if (first < ascii) return;
    for (const [one = 0, two = 0] of arabicArticles) this.#begun[codeOf(one) * codes + codeOf(two)] = 1;
  }

  addAll(): void {
    this.#begun.fill(1);
  }

  /** Whether the word `[start, end)` of some code units may be one of those. */
  mayBegin(units: Uint16Array, start: number, end: number): boolean {
    const first = codeOfUnit[units[start] as number] as number;
    const second = end - start < 2 ? 0 : (codeOfUnit[units[start + 1] as number] as number);
    return first === other || second === other || this.#begun[first * codes + second] === 1;
  }

  /**
   * The first place from `at` on in a word that may be one of those, or at a sign next to it; `length`, where a unit of no
   * word has to stand, when there is none before. Every letter of a text comes by here: each costs one look into the
   * table, whether a word begins there is only asked where it says so, and nothing is called.
   */
  nextIn(units: Uint16Array, at: number, length: number): number {
    const begun = this.#begun;
    let before = 0;
    /** Whether a letter stands before that one. */
    let behindLetter = 0;
    for (let place = at; place <= length; place += 1) {
      const code = codeOfUnit[units[place] as number] as number;
      if (code === other) return place;
      // A letter behind a letter begins no word.
      if (
        begun[before * codes + code] === 1 &&
        before > blank &&
        (behindLetter & (isLetter[before] as number)) === 0
      ) {
        return place - 1;
      }
      behindLetter = isLetter[before] as number;
      before = code;
    }
    return length;
  }
}
