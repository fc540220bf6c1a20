import { arabicArticles } from '../../analysis/stem.ts';
import { literalPieces } from '../grammar/wildcards.ts';

/** Code units from here down are white space, or no part of a text: they are in no word. */
export const blank = 0x20;

const ascii = 128;
const firstArabic = 0x0620;
const endOfArabic = 0x064b;
const tatweel = 0x0640;

/** Codes of letters: an ASCII character in lower case is itself, and letters of Arabic script come after these. */
const codes = ascii + endOfArabic - firstArabic;
/** Any other code unit. It may stand for anything, once it is folded. */
const other = 255;
const point = 0x2e;
const apostrophe = 0x27;
/** Stands for an apostrophe too. */
const graveAccent = 0x60;

/** Letters that folding makes alike, and those that it makes out of them and a mark. */
const alike: ReadonlyMap<string, string> = new Map([
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ى', 'ي'],
  ['ة', 'ه'],
]);

function codeOf(unit: number): number {
  if (unit === graveAccent) return apostrophe;
  if (unit < ascii) return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
  if (unit < firstArabic || unit >= endOfArabic || unit === tatweel) return other;
  const letter = String.fromCharCode(unit);
  return ascii + (alike.get(letter) ?? letter).charCodeAt(0) - firstArabic;
}

const codeOfUnit = new Uint8Array(65_536).fill(other);
for (let unit = 0; unit < endOfArabic; unit += 1) codeOfUnit[unit] = codeOf(unit);

const isLetter = Uint8Array.from({ length: 256 }, (_, code) =>
  (code >= 0x61 && code <= 0x7a) || (code >= ascii && code < codes) ? 1 : 0,
);

/** Marks of two codes that stand side by side: words that begin with them, and words that hold them, may be sought. */
const begins = 1;
const holds = 2;

/**
 * Tells words that can't be what is looked for by a few of their letters, before anything is made of them. Folding takes
 * ASCII letters to lower case and some of Arabic script to others, and stemming takes letters off the end, so that the
 * first two of a word are those of its form and of its term, as far as these have two; but for Arabic articles, which are
 * no part of a term. Letters that stand side by side in a form do so in the word.
 */
export class WordPrefilter {
  /** By two codes. */
  readonly #pairs = new Uint8Array(codes * codes);
  /** Codes of letters that words hold which are looked for. */
  readonly #pieces: Uint8Array[] = [];

  /** Lets through the words of a term or a form, or of all that begin with it. */
  addBeginning(wanted: string): void {
    const first = codeOf(wanted.charCodeAt(0));
    // Words that begin with other letters are never ruled out.
    if (wanted === '' || first === other) return;
    const second = wanted.length < 2 ? other : codeOf(wanted.charCodeAt(1));
    // Initials that keep their points in a form are written without them too.
    if (second === other || second === point) {
      for (let code = 0; code < codes; code += 1) this.#mark(first, code, begins);
    } else this.#mark(first, second, begins);
    // The same word as initials.
    this.#mark(first, point, begins);
    if (first < ascii) return;
    for (const [one = 0, two = 0] of arabicArticles) this.#mark(codeOf(one), codeOf(two), begins);
  }

  /** Lets through the words of which the forms match a folded pattern with `*` and `?`. */
  addWildcard(pattern: string): void {
    const [first = '', ...rest] = literalPieces(pattern);
    const maxLength = rest.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
    if (first.length >= 2 || (first !== '' && maxLength.length < 2)) this.addBeginning(first);
    // A point may stand in a form where none is written.
    else if (maxLength.length >= 2 && !maxLength.includes('.')) this.#addPiece(maxLength);
    else this.#pairs.fill(begins);
  }

  #addPiece(letters: string): void {
    const piece = Uint8Array.from(letters.split(''), (letter) => codeOf(letter.charCodeAt(0)));
    this.#pieces.push(piece);
    // Words with other letters are never ruled out.
    if (piece.includes(other)) return;
    this.#mark(piece[0] as number, piece[1] as number, holds);
    // In initials a point stands between.
    this.#mark(piece[0] as number, point, holds);
  }

  #mark(first: number, second: number, mark: number): void {
    const pair = first * codes + second;
    this.#pairs[pair] = (this.#pairs[pair] as number) | mark;
  }

  /** Whether the word `[start, end)` of some code units may be one of those. */
  mayBe(units: Uint16Array, start: number, end: number): boolean {
    const first = codeOfUnit[units[start] as number] as number;
    const second = end - start < 2 ? 0 : (codeOfUnit[units[start + 1] as number] as number);
    if (first === other || second === other) return true;
    if (((this.#pairs[first * codes + second] as number) & begins) !== 0) return true;
    return this.#pieces.length > 0 && this.#mayHold(units, start, end);
  }

  #mayHold(units: Uint16Array, start: number, end: number): boolean {
    let before = 0;
    for (let index = start; index < end; index += 1) {
      const code = codeOfUnit[units[index] as number] as number;
      if (code === other || code === point) return true;
      const isMarked = ((this.#pairs[before * codes + code] as number) & holds) !== 0;
      if (isMarked && this.#pieces.some((piece) => standsAt(piece, units, index - 1, end))) return true;
      before = code;
    }
    return false;
  }

  /**
   * The first index from `at` on in a word that may be one of those, or at a sign next to it; `length`, where a unit of no
   * word has to stand, when there is none before. Every letter of a text comes by here: each costs one look into the
   * table, whether a word begins there is only asked where it says so, and nothing is called.
   */
  nextIn(units: Uint16Array, at: number, length: number): number {
    const pairs = this.#pairs;
    let before = 0;
    /** Whether a letter stands before that one. */
    let afterLetter = 0;
    for (let index = at; index <= length; index += 1) {
      const code = codeOfUnit[units[index] as number] as number;
      if (code === other) return index;
      const pair = pairs[before * codes + code] as number;
      // A letter after a letter begins no word.
      if (
        pair !== 0 &&
        ((pair & holds) !== 0 || (before > blank && (afterLetter & (isLetter[before] as number)) === 0))
      ) {
        return index - 1;
      }
      afterLetter = isLetter[before] as number;
      before = code;
    }
    return length;
  }
}

/** Whether the letters of `piece` stand at `at` of some code units, before `end`. */
function standsAt(piece: Uint8Array, units: Uint16Array, at: number, end: number): boolean {
  if (at + piece.length > end) return false;
  for (let nth = 0; nth < piece.length; nth += 1) {
    if (codeOfUnit[units[at + nth] as number] !== piece[nth]) return false;
  }
  return true;
}
