/**
 * Scripts that are written without spaces between words, or, as Korean, with more than a word between two. What is
 * looked for in them may stand anywhere in a run of letters, so that each syllable or character of one is a word of the
 * index, and a word of a query the phrase of its own. ICU's dictionaries would cut the same name one way in a text and
 * another way in a query, and not alike in any two versions of Electron and Node.
 */
const scripts = 'Han Hiragana Hangul Thai Lao Khmer Myanmar'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('');

/** A letter of these scripts, as a class of a pattern with the flag `v`. */
export const unspacedLetter = `[[${scripts}]&&[\\p{L}\\p{Nl}]]`;

/** Katakana, whole and half width, and the signs that lengthen and voice them. */
export const katakanaLetter = '[[\\p{Script=Katakana}ー\u3099\u309aｰﾞﾟ]&&[\\p{L}\\p{M}]]';

/** Vowels of Thai and Lao that are written before the consonant after which they are spoken. */
const leadingVowel = '[เ-ไເ-ໄ]';
/** A sign that stacks the next consonant below the one before. */
const stacker = '[\u17d2\u1039]';
/** What is written after the letter that it belongs to: marks, vowels of Thai and Lao, parts of Korean syllables, long vowels of kana. */
const trailing = '[\\p{M}\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u0ebd\u1160-\u11ff\ud7b0-\ud7fb\u30fc]';

/**
 * One piece of a run: an ideograph, a kana, a syllable of Korean, or a consonant of a script of south-east Asia with all
 * that is written around it. It begins and ends in the same places whatever stands around it, so that pieces of a word
 * are pieces of each text that holds the word.
 */
export const unspacedPiece = `(?:${leadingVowel}(?=${unspacedLetter}))?${unspacedLetter}(?:${stacker}\\p{L}|${trailing})*`;

const hasPiece = new RegExp(unspacedLetter, 'v');

/** Whether a text has letters of these scripts, which are pieces of their own. */
export function isUnspaced(text: string): boolean {
  return hasPiece.test(text);
}
