/** A word as it stands in the text: `[start, end)` in UTF-16 code units. */
export type RawToken = Readonly<{ word: string; start: number; end: number }>;

/** Calls back with each word of a text in order; `word` is the text between `start` and `end`. */
export type WordScanner = (text: string, onWord: (word: string, start: number, end: number) => void) => void;

/**
 * A word is a run of letters, marks and digits; an apostrophe between letters, a point between single letters, and a
 * point or comma between digits belong to it. Characters that can't be seen do not end a word.
 */
const wordPattern =
  /(?:\p{L}[.](?:\p{L}[.])*\p{L}(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)+(?!\p{L})|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u00ad\u0640\u200b-\u200f\u2060]*(?:['’‘ʼ＇][\p{L}\p{M}]+)*)/uy;

const letter = 1;
const digit = 2;
const underscore = 4;

/** What each ASCII character is to a word; 0 for one that stands between words. */
const asciiClass = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) return letter;
  if (/[0-9]/.test(character)) return digit;
  return character === '_' ? underscore : 0;
});

const point = 0x2e;
const comma = 0x2c;
const apostrophe = 0x27;

/** Past the end of a text: a character that belongs to no word. */
const nothing = 0x20;

/**
 * The end of the word that begins at `start` when its ASCII characters alone decide it; -1 when the pattern has to be
 * asked: another character is met, or a point or comma that may belong to the word.
 */
function asciiEnd(text: string, start: number): number {
  const { length } = text;
  let at = start;
  let code = text.charCodeAt(at);
  let seen = 0;
  while (code < 128 && asciiClass[code] !== 0) {
    seen |= asciiClass[code] as number;
    at += 1;
    code = at < length ? text.charCodeAt(at) : nothing;
  }
  if (code >= 128) return -1;
  if (code === point || code === comma) {
    const next = at + 1 < length ? text.charCodeAt(at + 1) : nothing;
    if (next >= 128) return -1;
    const isInitial = code === point && at === start + 1 && seen === letter && asciiClass[next] === letter;
    const isNumber = seen === digit && asciiClass[next] === digit;
    return isInitial || isNumber ? -1 : at;
  }
  while (code === apostrophe) {
    let end = at + 1;
    let next = end < length ? text.charCodeAt(end) : nothing;
    while (next < 128 && asciiClass[next] === letter) {
      end += 1;
      next = end < length ? text.charCodeAt(end) : nothing;
    }
    if (next >= 128) return -1;
    if (end === at + 1) return at;
    at = end;
    code = next;
  }
  return code >= 128 ? -1 : at;
}

/** Most of most texts is ASCII, and a table reads it several times faster than a pattern of Unicode classes. */
export const scanWords: WordScanner = (text, onWord) => {
  const { length } = text;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code < 128 && asciiClass[code] === 0) {
      at += 1;
      continue;
    }
    let end = code < 128 ? asciiEnd(text, at) : -1;
    if (end < 0) {
      wordPattern.lastIndex = at;
      end = wordPattern.test(text) ? wordPattern.lastIndex : -1;
    }
    if (end < 0) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    onWord(text.slice(at, end), at, end);
    at = end;
  }
};

/** Stock Lunr's tokenizer: what stands between white space and hyphens. */
export const scanLikeLunr: WordScanner = (text, onWord) => {
  for (const match of text.matchAll(/[^\s-]+/g)) onWord(match[0], match.index, match.index + match[0].length);
};
