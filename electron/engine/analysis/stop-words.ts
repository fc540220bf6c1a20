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

const longest = Math.max(...stopWords.map(({ length }) => length));

/** Base of the numbers that words of a few small letters are. */
const base = 27;
const numbers = new Set(stopWords.map((word) => numberOf(lettersOf(word), word.length)));

/** Whether a folded word, `units[0..length)`, is one of them. No string is made of it. */
export function isPlainStopWord(units: ArrayLike<number>, length: number): boolean {
  return length <= longest && numbers.has(numberOf(units, length));
}

/** A number of its own for each word of small ASCII letters; -1 for others. */
function numberOf(units: ArrayLike<number>, length: number): number {
  let number = 0;
  for (let at = 0; at < length; at += 1) {
    const letter = (units[at] as number) - 0x60;
    if (letter < 1 || letter >= base) return -1;
    number = number * base + letter;
  }
  return number;
}

function lettersOf(word: string): number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}
