const enders = /[.!?…؟。！？۔]/u;
/** Whether a sentence may end between two words: no other characters of ASCII end one. */
export function mayEndSentence(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const unit = units[at] as number;
    if (unit >= 128 || unit === 0x2e || unit === 0x21 || unit === 0x3f) return true;
  }
  return false;
}

/** After the ender nothing but closing marks, and then white space. */
const ending = /[.!?…؟。！？۔]["'”’»)\]]*(?:\s|$)/u;

/** Words before a point that shortens them (`Mr. Smith`), in lower case. */
const shortened = new Set(
  'mr mrs ms dr prof sen rep gov gen lt col maj capt sgt st jr sr vs inc ltd co corp no jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

/**
 * Whether a sentence ends between two neighbouring words of a text: the one in `[start, end)` and the one that begins
 * at `next`. A point after an initial, an abbreviation or an acronym, or before a small letter, ends none.
 */
export function endsSentence(text: string, start: number, end: number, next: number): boolean {
  if (next - end < 2) return false;
  const between = text.slice(end, next);
  if (!enders.test(between) || !ending.test(between)) return false;
  const first = text.charAt(next);
  if (first !== first.toUpperCase()) return false;
  if (!between.startsWith('.')) return true;
  const word = text.slice(start, end);
  const isInitial = word.length === 1 && word !== word.toLowerCase();
  return !isInitial && !word.includes('.') && !shortened.has(word.toLowerCase());
}
