const wordCharacter = /[\p{L}\p{N}]/u;

/** One byte per UTF-16 unit of the basic plane: a regular expression per character is ten times slower. */
const basicPlane = (() => {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) {
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    if (!surrogate && wordCharacter.test(String.fromCharCode(unit))) table[unit] = 1;
  }
  return table;
})();

function unitsOfWordCharacterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return basicPlane[unit] ?? 0;
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff && wordCharacter.test(String.fromCodePoint(point)) ? 2 : 0;
}

/** The number of words of a text: runs of letters and digits (`[\p{L}\p{N}]+`). */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const units = unitsOfWordCharacterAt(text, at);
    if (units > 0 && !inside) words++;
    inside = units > 0;
    if (units === 2) at++;
  }
  return words;
}

/** The words of a short text, as written. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
