import { straightApostrophes } from './apostrophes.ts';

/** Letters that are one letter to a reader though Unicode does not decompose them. */
const latinFolds: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

const arabicFolds: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
};

/** Ligatures of Yiddish, which Unicode does not take apart. */
const hebrewFolds: Readonly<Record<string, string>> = { װ: 'וו', ױ: 'וי', ײ: 'יי' };

const folds: Readonly<Record<string, string>> = { ...latinFolds, ...arabicFolds, ...hebrewFolds };

const ascii = /^[\x20-\x7e]*$/;
/**
 * Soft hyphen, zero-width characters, bidirectional controls, variation selectors, tatweel, harakat and the marks of the
 * Quran, points and accents of Hebrew, and the vowels of Khmer that are not spoken.
 */
const unseen =
  /[\u00ad\u034f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u17b4\u17b5\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;
const foldedLetters = new RegExp(`[${Object.keys(folds).join('')}]`, 'g');
const latinMarks = /([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu;
const cyrillicMarks = /(\p{Script=Cyrillic})(\p{Mn}+)/gu;
/** Grave, acute, double grave and inverted breve: stress and tone, but on ѓ and ќ, which are letters of Macedonian. */
const stress = /[\u0300\u0301\u030f\u0311]/g;
const stressOrDiaeresis = /[\u0300\u0301\u0308\u030f\u0311]/g;
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;
/** In Sorani no word begins with a flapped r, so that most write the trilled one there without its sign. */
const firstReh = /^ڕ/;

/** Takes stress marks off a Cyrillic letter, and the dots off ё; й, ї, ў and their like stay what they are. */
function withoutStress(_: string, letter: string, marks: string): string {
  if (letter === 'г' || letter === 'к') return letter + marks;
  return letter + marks.replace(letter === 'е' ? stressOrDiaeresis : stress, '');
}

/**
 * One spelling for what readers take to be the same word: lower case, straight apostrophes, no marks on Latin and
 * Greek letters, е for ё, no stress in Cyrillic and no points in Hebrew, one form of alef, yeh, kaf and heh in Arabic
 * script, one r at the beginning of Sorani words, ASCII digits, nothing that can't be seen.
 */
export function fold(word: string): string {
  // Apostrophes come first: Unicode makes a space and a mark of some.
  const straight = straightApostrophes(word);
  if (ascii.test(straight)) return straight.toLowerCase();
  return straightApostrophes(straight.normalize('NFKC').toLowerCase())
    .replace(unseen, '')
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFD')
    .replace(latinMarks, '$1')
    .replace(cyrillicMarks, withoutStress)
    .normalize('NFC')
    .replace(foldedLetters, (letter) => folds[letter] ?? letter)
    .replace(unseen, '')
    .replace(firstReh, 'ر');
}
