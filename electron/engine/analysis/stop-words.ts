/** The words that `lunr.stopWordFilter` leaves out: Lunr has no way to ask for its list. */
export const stopWords: readonly string[] = `
  a able about across after all almost also am among an and any are as at be because been but by can cannot
  could dear did do does either else ever every for from get got had has have he her hers him his how
  however i if in into is it its just least let like likely may me might most must my neither no nor not of
  off often on only or other our own rather said say says she should since so some than that the their them
  then there these they this tis to too twas us wants was we were what when where which while who whom why
  will with would yet you your
`
  .trim()
  .split(/\s+/);

const asStrings = new Set(stopWords);

/** Whether a folded word is one of them. */
export function isStopWord(form: string): boolean {
  return asStrings.has(form);
}

const longest = Math.max(...stopWords.map(({ length }) => length));

/** Base of the numbers that words of a few small letters are. */
const base = 27;
/** What stands before the first letter. */
const smallLetters = 0x60;
const capitalLetters = 0x40;
const numbers = new Set(stopWords.map((word) => numberOf(lettersOf(word), 0, word.length, smallLetters)));

/** Whether a folded word, `units[0..length)`, is one of them. No string is made of it. */
export function isPlainStopWord(units: ArrayLike<number>, length: number): boolean {
  return length <= longest && numbers.has(numberOf(units, 0, length, smallLetters));
}

/** Whether capitals, `units[start..end)`, are one of them in small letters. */
export function isStopWordInCapitals(units: ArrayLike<number>, start: number, end: number): boolean {
  return end - start <= longest && numbers.has(numberOf(units, start, end, capitalLetters));
}

/** A number of its own for each word of ASCII letters of one case, which stand after `before`; -1 for others. */
function numberOf(units: ArrayLike<number>, start: number, end: number, before: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const letter = (units[at] as number) - before;
    if (letter < 1 || letter >= base) return -1;
    number = number * base + letter;
  }
  return number;
}

function lettersOf(word: string): number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}
