/** A word as it stands in the text: `[start, end)` in UTF-16 code units. */
export type RawToken = Readonly<{ word: string; start: number; end: number }>;

/** Calls back with each word of a text in order; `word` is the text between `start` and `end`. */
export type WordScanner = (text: string, onWord: (word: string, start: number, end: number) => void) => void;

/**
 * A word is a run of letters, marks and digits; an apostrophe between letters, a point between single letters, and a
 * point or comma between digits belong to it. Characters that can't be seen do not end a word.
 */
const wordPattern =
  /(?:\p{L}[.](?:\p{L}[.])*\p{L}(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)+(?!\p{L})|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u00ad\u0640\u200b-\u200f\u2060]*(?:['’‘ʼ＇][\p{L}\p{M}]+)*)/gu;

export const scanWords: WordScanner = (text, onWord) => {
  for (const match of text.matchAll(wordPattern))
    onWord(match[0], match.index, match.index + match[0].length);
};

/** Stock Lunr's tokenizer: what stands between white space and hyphens. */
export const scanLikeLunr: WordScanner = (text, onWord) => {
  for (const match of text.matchAll(/[^\s-]+/g)) onWord(match[0], match.index, match.index + match[0].length);
};
