import { stringOfUnits, unitsOf, type Units } from './char-buffer.ts';

/** Letters of the Arabic script that one language or keyboard writes for another's. */
const arabicForms: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ھ: 'ه',
  ہ: 'ه',
};

const unknown = -1;
/** What `foldUnit` answers for a mark that folding leaves out. */
export const dropped = -2;
/** What `foldUnit` answers for a unit that folds to several, or not in the same way wherever it stands. */
export const inContext = -3;

/** What each unit of the basic plane folds to by itself: a unit, or one of the above; found out when first met. */
const foldedUnits = new Int32Array(0x10000).fill(unknown);

/** Digits of any script that news is printed in, as ASCII digits; one unit stays one unit. */
export function foldDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९০-৯๐-๙０-９]/g, (digit) => String(valueOf(digit.charCodeAt(0))));
}

/** The digits of most scripts begin at a multiple of 16, those of India at 6 more. */
function valueOf(unit: number): number {
  return (unit - (unit >= 0x900 && unit < 0xa00 ? 6 : 0)) & 0xf;
}

/**
 * A spelling to compare short texts by: lower case, without accents, harakat, tatweel and joiners, with one
 * form for each Arabic letter and ASCII digits. Not for display and not for positions: its length may differ.
 */
export function foldSpelling(text: string): string {
  const { units, length } = foldToUnits(text);
  return stringOfUnits(units, length);
}

/** The units of what `foldSpelling` makes of a text, in memory that is good until something else is folded. */
export function foldToUnits(text: string): Units {
  const { units, length: whole } = unitsOf(text);
  let length = 0;
  for (let at = 0; at < whole; at++) {
    const folded = foldUnit(units[at] ?? 0);
    if (folded === dropped) continue;
    if (folded === inContext) return unitsOf(foldInContext(text));
    units[length++] = folded;
  }
  return { units, length };
}

/** What a unit folds to wherever it stands, as nearly every one does; or `dropped`, or `inContext`. */
export function foldUnit(unit: number): number {
  const known = foldedUnits[unit] ?? inContext;
  if (known !== unknown) return known;
  const letter = String.fromCharCode(unit);
  if (unit < 0x80) return (foldedUnits[unit] = letter.toLowerCase().charCodeAt(0));
  const folded = foldInContext(letter);
  // A sigma is another one at the end of a word; halves of pairs fold together; other marks change their places;
  // and an Arabic letter may fold differently in a text that is not all Arabic.
  const depends =
    /[ΣϹ\p{Cs}\p{Mc}\p{Me}]/u.test(letter) ||
    folded.length > 1 ||
    (isArabic(letter) && folded !== foldInContext(`é${letter}`).slice(1));
  const answer = depends ? inContext : folded === '' ? dropped : folded.charCodeAt(0);
  foldedUnits[unit] = answer;
  return answer;
}

function foldInContext(text: string): string {
  // Normalising is the slow part, and does nothing to Arabic letters that the table doesn't.
  const plain = isArabic(text) ? text : text.normalize('NFKD');
  return foldDigits(plain)
    .replace(/[\p{Mn}\u0640\u200b-\u200f\u2060\u00ad\ufeff]/gu, '')
    .toLowerCase()
    .replace(/[أإآٱؤئىیېکةەۀھہ]/g, (letter) => arabicForms[letter] ?? letter)
    .replace(/[‘’ʼ]/g, "'")
    .replace(/ı/g, 'i');
}

/** Whether a text holds nothing but ASCII, Arabic letters and the marks that go with them. */
function isArabic(text: string): boolean {
  return /^[\0-\x7f«»\u0600-\u06ff\u200b-\u201f]*$/.test(text);
}
