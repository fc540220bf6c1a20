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

const ascii = /^[\x20-\x7e]*$/;
const apostrophes = /[’‘ʼ‛′＇`´]/g;
/** Soft hyphen, zero-width characters, bidirectional controls, tatweel, harakat and the marks of the Quran. */
const unseen =
  /[\u00ad\u034f\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const foldedLetters = new RegExp(
  `[${Object.keys(latinFolds).join('')}${Object.keys(arabicFolds).join('')}]`,
  'g',
);
const latinMarks = /([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu;
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * One spelling for what readers take to be the same word: lower case, straight apostrophes, no marks on Latin and
 * Greek letters, one form of alef, yeh, kaf and heh in Arabic script, ASCII digits, nothing that can't be seen.
 */
export function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(apostrophes, "'")
    .replace(unseen, '')
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFD')
    .replace(latinMarks, '$1')
    .normalize('NFC')
    .replace(foldedLetters, (letter) => latinFolds[letter] ?? arabicFolds[letter] ?? letter)
    .replace(unseen, '');
}
