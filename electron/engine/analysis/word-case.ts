/** How a word was written. */
export const wordCase = { lower: 0, capitalised: 1, upper: 2, mixed: 3 } as const;
export type WordCase = (typeof wordCase)[keyof typeof wordCase];

/** Scripts without case, and digits, count as lower case; a single capital letter counts as capitalised. */
export function wordCaseOf(word: string): WordCase {
  const lower = word.toLowerCase();
  if (word === lower) return wordCase.lower;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const rest = word.slice(first.length);
  if (first !== first.toLowerCase() && rest === rest.toLowerCase()) return wordCase.capitalised;
  return word === word.toUpperCase() ? wordCase.upper : wordCase.mixed;
}
