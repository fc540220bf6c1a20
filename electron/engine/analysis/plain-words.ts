/**
 * Words that are read without a string: their form is that of their letters, one by one, and their term is made in place
 * of the form. Most words of an archive are plain.
 */
export type PlainWords = Readonly<{
  /**
   * By UTF-16 code unit, as far as it goes: what stands in the form of a word for that letter or digit; 0 for what is not
   * plain.
   */
  letters: Uint16Array;
  /** For each of these: 1 for a capital letter, 2 for a small one, 0 for one without case. */
  cases: Uint8Array;
  /** Whether an apostrophe and an `s` at the end of a word are left out of its form. */
  cutsPossessive: boolean;
  /**
   * What `termOfForm` makes of a plain form, or of a number with points and commas, made in place of it:
   * `units[0..length)`. Returns the length of the term; -1 for a stop word, which stays as it is.
   */
  termInPlace(units: Uint16Array, length: number): number;
}>;

/** After Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters: two bytes of UTF-8 at most. */
export const letterEnd = 0x700;
const letterOrDigit = /^[\p{L}\p{N}]$/u;

/**
 * The letters and digits below `end`, as `fold` gives them, that are one letter each whatever stands next to them: what
 * `fold` makes two letters of, or none, or a sigma, which has another form at the end of a word, is left out.
 */
export function plainLetters(fold: (word: string) => string, end: number): Uint16Array {
  return Uint16Array.from({ length: end }, (_, unit) => {
    const letter = String.fromCharCode(unit);
    if (!letterOrDigit.test(letter)) return 0;
    const folded = fold(letter);
    const isPlain = letterOrDigit.test(folded) && fold(letter + letter) === folded + folded;
    return isPlain && folded.charCodeAt(0) < end ? folded.charCodeAt(0) : 0;
  });
}

/** For each letter below `end`: 1 for a capital letter, 2 for a small one, 0 for one without case. */
export function casesOfLetters(end: number): Uint8Array {
  return Uint8Array.from({ length: end }, (_, unit) => {
    const letter = String.fromCharCode(unit);
    if (letter !== letter.toLowerCase()) return 1;
    return letter === letter.toUpperCase() ? 0 : 2;
  });
}
