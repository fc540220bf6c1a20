const arabicForms: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
};

/** Digits of any script that news is printed in, as ASCII digits; one unit stays one unit. */
export function foldDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * A spelling to compare short texts by: lower case, without accents, harakat, tatweel and joiners, with one
 * form for each Arabic letter and ASCII digits. Not for display and not for positions: its length may differ.
 */
export function foldSpelling(text: string): string {
  return foldDigits(text)
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640\u200b-\u200f\u2060\u00ad\ufeff]/gu, '')
    .toLowerCase()
    .replace(/[أإآٱىیېکةەھہ]/g, (letter) => arabicForms[letter] ?? letter)
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/ı/g, 'i');
}
