import { hashBasis, hashMask, hashOf, hashPrime, TextUnits, type WordCursor } from './word-cursor.ts';

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

/** What cursors over the words of texts have in common. */
abstract class TextCursor implements WordCursor {
  protected readonly room = new TextUnits();
  protected length = 0;
  text = '';
  start = 0;
  end = 0;
  hash = hashBasis;

  get units(): Uint16Array {
    return this.room.units;
  }

  open(text: string): void {
    this.length = this.room.take(text);
    this.text = text;
    this.end = 0;
  }

  passTo(at: number): void {
    this.end = at;
  }

  abstract next(): boolean;
}

/** Most of most texts is ASCII, and a table reads it several times faster than a pattern of Unicode classes. */
export class ScriptCursor extends TextCursor {
  next(): boolean {
    const { units } = this.room;
    const { length } = this;
    for (let at = this.end; at < length;) {
      const code = units[at] as number;
      if (code < 128) {
        if (asciiClass[code] === 0) {
          at += 1;
          continue;
        }
        if (this.#readAscii(units, at)) return true;
      }
      wordPattern.lastIndex = at;
      if (wordPattern.test(this.text)) {
        this.start = at;
        this.end = wordPattern.lastIndex;
        this.hash = hashOf(units, at, this.end);
        return true;
      }
      at += (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    }
    return false;
  }

  /**
   * Reads the word that begins at `start` when its ASCII characters alone decide where it ends; false when the pattern
   * has to be asked: another character is met, or a point or comma that may belong to the word.
   */
  #readAscii(units: Uint16Array, start: number): boolean {
    let at = start;
    let code = units[at] as number;
    let seen = 0;
    let hash = hashBasis;
    while (code < 128 && asciiClass[code] !== 0) {
      seen |= asciiClass[code] as number;
      hash = Math.imul(hash ^ code, hashPrime);
      at += 1;
      code = units[at] as number;
    }
    if (code >= 128) return false;
    if (code === point || code === comma) {
      const next = units[at + 1] as number;
      if (next >= 128) return false;
      const isInitial = code === point && at === start + 1 && seen === letter && asciiClass[next] === letter;
      if (isInitial || (seen === digit && asciiClass[next] === digit)) return false;
    }
    while (code === apostrophe) {
      let end = at + 1;
      let more = Math.imul(hash ^ code, hashPrime);
      let next = units[end] as number;
      while (next < 128 && asciiClass[next] === letter) {
        more = Math.imul(more ^ next, hashPrime);
        end += 1;
        next = units[end] as number;
      }
      if (next >= 128) return false;
      if (end === at + 1) break;
      at = end;
      hash = more;
      code = next;
    }
    this.start = start;
    this.end = at;
    this.hash = hash & hashMask;
    return true;
  }
}

/** Stock Lunr's tokenizer: what stands between white space and hyphens. */
export class LunrCursor extends TextCursor {
  readonly #pattern = /[^\s-]+/g;

  next(): boolean {
    this.#pattern.lastIndex = this.end;
    const match = this.#pattern.exec(this.text);
    if (match === null) return false;
    this.start = match.index;
    this.end = this.#pattern.lastIndex;
    this.hash = hashOf(this.units, this.start, this.end);
    return true;
  }
}

/** A scanner of the words that a cursor meets. A callback may scan another text. */
function scannerOf(newCursor: () => WordCursor): WordScanner {
  const idle: WordCursor[] = [];
  return (text, onWord) => {
    const cursor = idle.pop() ?? newCursor();
    cursor.open(text);
    try {
      while (cursor.next()) onWord(text.slice(cursor.start, cursor.end), cursor.start, cursor.end);
    } finally {
      cursor.open('');
      idle.push(cursor);
    }
  };
}

export const scanWords = scannerOf(() => new ScriptCursor());
export const scanLikeLunr = scannerOf(() => new LunrCursor());
