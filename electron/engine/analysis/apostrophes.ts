/**
 * Everything that is written for an apostrophe, as a class of a pattern holds it: quotation marks, accents, primes and
 * feet that stand without a letter, letters that Unicode has for it (Hawaiian, transliterated Arabic, Armenian, Hebrew),
 * and what a wrong table of windows-1252 leaves of one.
 */
export const apostropheClass =
  "'`\u0091\u0092´ʹʻʼʽʾʿˈˊˋ\u0374\u0384՚׳\u1fbd\u1fbf‘’‛′‵\u275b\u275c\ua78b\ua78c＇｀";

/** What stands between the last two letters of Hebrew initials: gershayim, or a quotation mark for them. */
export const gershayimClass = '"״“”„';

const apostrophes = new RegExp(`[${apostropheClass}]`, 'g');
const gershayim = new RegExp(
  `(?<=\\p{Script=Hebrew}\\p{M}*)(?:[${gershayimClass}]|'')(?=\\p{Script=Hebrew})`,
  'gu',
);
/** After a vowel of Cyrillic an accent by itself is a stress mark: apostrophes stand after consonants there. */
const spacingStress = /(?<=[аеёиоуыэюяіїє])[´ˊˋ`](?=\p{Script=Cyrillic})/giu;

/** Straight apostrophes for all that stand for one, and none for signs between letters that only say how to read them. */
export function straightApostrophes(word: string): string {
  return word.replace(spacingStress, '').replace(apostrophes, "'").replace(gershayim, '');
}
