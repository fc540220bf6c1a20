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

/** Digits of any script that news is printed in, as ASCII digits; one unit stays one unit. */
export function foldDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * A spelling to compare short texts by: lower case, without accents, harakat, tatweel and joiners, with one
 * form for each Arabic letter and ASCII digits. Not for display and not for positions: its length may differ.
 */
export function foldSpelling(text: string): string {
  const scripts = scriptsOf(text);
  if (scripts === 'ascii') return text.toLowerCase();
  // Normalising is the slow part, and does nothing to Arabic letters that the table doesn't.
  const plain = scripts === 'arabic' ? text : text.normalize('NFKD');
  return foldDigits(plain)
    .replace(/[\p{Mn}\u0640\u200b-\u200f\u2060\u00ad\ufeff]/gu, '')
    .toLowerCase()
    .replace(/[أإآٱؤئىیېکةەۀھہ]/g, (letter) => arabicForms[letter] ?? letter)
    .replace(/[‘’ʼ]/g, "'")
    .replace(/ı/g, 'i');
}

function scriptsOf(text: string): 'ascii' | 'arabic' | 'other' {
  let found: 'ascii' | 'arabic' = 'ascii';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    const arabic =
      (unit >= 0x600 && unit <= 0x6ff) ||
      (unit >= 0x200b && unit <= 0x201f) ||
      unit === 0xab ||
      unit === 0xbb;
    if (!arabic) return 'other';
    found = 'arabic';
  }
  return found;
}
