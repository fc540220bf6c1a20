import { apostropheClass, gershayimClass } from './apostrophes.ts';
import { capitalA, capitalZ, isShouted } from './initials.ts';
import { letterEnd } from './plain-words.ts';
import { isStopWordInCapitals } from './stop-words.ts';
import { katakanaLetter, unspacedLetter, unspacedPiece } from './unspaced.ts';
import { hashBasis, hashMask, hashOf, hashPrime, TextUnits, type WordCursor } from './word-cursor.ts';

/** Calls back with each word of a text in order: the one between `start` and `end`, as `WordCursor` says it. */
export type WordScanner = (text: string, onWord: (word: string, start: number, end: number) => void) => void;

const apostrophes = `[${apostropheClass}]`;
/** Letters that are words with those around them. */
const letters = `[\\p{L}--${unspacedLetter}--${katakanaLetter}]`;
const digits = `[\\p{N}--${unspacedLetter}]`;
const lettersAndDigits = `[${letters}${digits}]`;
const lettersAndMarks = `[${letters}\\p{M}]`;
/** Of a word after its first letter. Characters that can't be seen do not end one. */
const following = `[${lettersAndDigits}\\p{M}_\u00ad\u0640\u200b-\u200f\u2060]*`;
const gershayim = `(?:[${gershayimClass}]|'')`;
const singleLetter = `${letters}\\p{M}*`;

/**
 * A word is a run of letters, marks and digits; an apostrophe between letters, a point after single letters, and a
 * point or comma between digits belong to it, and a quotation mark between the letters of Hebrew initials. Katakana are
 * words of their own, and so is each piece of what is written without spaces.
 */
export const wordPattern = [
  `${singleLetter}[.](?:${singleLetter}[.])*${singleLetter}(?![${lettersAndDigits}\\p{M}])[.]?`,
  `${digits}+(?:[.,]${digits}+)+(?!${letters})`,
  `[${lettersAndDigits}_]${following}(?:${apostrophes}${lettersAndMarks}+|` +
    `${gershayim}(?<=\\p{Script=Hebrew}\\p{M}*${gershayim})(?=\\p{Script=Hebrew})${following})*`,
  `${katakanaLetter}+`,
  unspacedPiece,
].join('|');

// Patterns of Unicode classes take milliseconds to make, which a thread that is only started need not wait for.
let wordHere: RegExp | null = null;
let unitClasses: Uint8Array | null = null;

const point = 0x2e;
const comma = 0x2c;
const apostrophe = 0x27;
const graveAccent = 0x60;
const smallS = 0x73;

const letter = 1;
const digit = 2;
const underscore = 4;
/** Belongs to the word that it follows. */
const mark = 8;
const begins = letter | digit | underscore;
const belongs = begins | mark;
const joins = letter | mark;
/** Nothing but the pattern can tell. */
const unclear = 16;

const tableEnd = letterEnd;
/** Apostrophes beyond ASCII, letters that a quotation mark may follow, and the soft hyphen, which no apostrophe is before. */
const onlyForPattern = `${apostrophes}|\\p{Script=Hebrew}|\u00ad`;

/** What each code unit below `tableEnd` is to a word; 0 for one that stands between words. */
function classesOfUnits(): Uint8Array {
  const isUnclear = new RegExp(onlyForPattern, 'v');
  const isLetter = new RegExp(letters, 'v');
  return Uint8Array.from({ length: tableEnd }, (_, code) => {
    const character = String.fromCharCode(code);
    if (code === apostrophe || code === graveAccent) return 0;
    if (isUnclear.test(character)) return unclear;
    if (isLetter.test(character)) return letter;
    if (/\p{N}/u.test(character)) return digit;
    if (/\p{M}/u.test(character)) return mark;
    return character === '_' ? underscore : 0;
  });
}

/** `US` is one even in a line of capitals, where the country is meant more often than we are. */
const alwaysInitials = 'US';

/** What cursors over the words of texts have in common. */
abstract class TextCursor implements WordCursor {
  protected readonly room = new TextUnits();
  protected length = 0;
  text = '';
  start = 0;
  end = 0;
  hash = hashBasis;

  abstract readonly isInitials: boolean;

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

  get word(): string {
    const written = this.text.slice(this.start, this.end);
    return this.isInitials ? withPoints(written) : written;
  }

  abstract next(): boolean;
}

/** Points between the capitals that a word begins with. */
export function withPoints(word: string): string {
  return word.replace(/^[A-Z]+/, (capitals) => capitals.split('').join('.'));
}

/** Most of most texts is letters below `tableEnd`, and a table reads it several times faster than a pattern of Unicode classes. */
export class ScriptCursor extends TextCursor {
  readonly #wordHere = (wordHere ??= new RegExp(wordPattern, 'vy'));
  readonly #classes = (unitClasses ??= classesOfUnits());

  next(): boolean {
    const { units } = this.room;
    const pattern = this.#wordHere;
    const classes = this.#classes;
    const { length } = this;
    for (let at = this.end; at < length;) {
      const code = units[at] as number;
      if (code < tableEnd) {
        const kind = classes[code] as number;
        if ((kind & (begins | unclear)) === 0) {
          at += 1;
          continue;
        }
        if (kind !== unclear && this.#readByTable(units, at)) return true;
      }
      pattern.lastIndex = at;
      if (pattern.test(this.text)) {
        this.start = at;
        this.end = pattern.lastIndex;
        this.hash = hashOf(units, at, this.end);
        return true;
      }
      at += (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    }
    return false;
  }

  /**
   * Reads the word that begins at `start` when the table alone decides where it ends; false when the pattern has to be
   * asked: another character is met, or a point or comma that may belong to the word.
   */
  #readByTable(units: Uint16Array, start: number): boolean {
    // Bundled, constants of a module are variables: each letter would look them up.
    const classes = this.#classes;
    const limit = tableEnd;
    const within = belongs;
    const prime = hashPrime;
    let at = start;
    let code = units[at] as number;
    let kind = classes[code] as number;
    let seen = 0;
    let hash = hashBasis;
    while ((kind & within) !== 0) {
      seen |= kind;
      hash = Math.imul(hash ^ code, prime);
      at += 1;
      code = units[at] as number;
      kind = code < limit ? (classes[code] as number) : unclear;
    }
    if (kind === unclear) return false;
    if (code === point || code === comma) {
      const next = units[at + 1] as number;
      if (next >= tableEnd || classes[next] === unclear) return false;
      const isInitial = code === point && (at === start + 1 || (seen & mark) !== 0) && (seen & digit) === 0;
      if (isInitial && classes[next] === letter) return false;
      if (seen === digit && classes[next] === digit) return false;
    }
    while (code === apostrophe || code === graveAccent) {
      let end = at + 1;
      let more = Math.imul(hash ^ code, hashPrime);
      let next = units[end] as number;
      while (next < tableEnd && ((classes[next] as number) & joins) !== 0) {
        more = Math.imul(more ^ next, hashPrime);
        end += 1;
        next = units[end] as number;
      }
      if (next >= tableEnd || classes[next] === unclear) return false;
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

  /** Worked out when it is asked for, which is for few words. */
  get isInitials(): boolean {
    const { units, start, end, text } = this;
    let at = start;
    while (at < end && (units[at] as number) >= capitalA && (units[at] as number) <= capitalZ) at += 1;
    if (at - start < 2 || !isStopWordInCapitals(units, start, at)) return false;
    const isPossessive =
      end - at === 2 && units[at + 1] === smallS && apostropheClass.includes(text.charAt(at));
    if (at < end && !isPossessive) return false;
    return text.startsWith(alwaysInitials, start) || !isShouted(units, this.length, start, end);
  }
}

/** Stock Lunr's tokenizer: what stands between white space and hyphens. */
export class LunrCursor extends TextCursor {
  readonly #pattern = /[^\s-]+/g;
  readonly isInitials = false;

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
      while (cursor.next()) onWord(cursor.word, cursor.start, cursor.end);
    } finally {
      cursor.open('');
      idle.push(cursor);
    }
  };
}

export const scanWords = scannerOf(() => new ScriptCursor());
export const scanLikeLunr = scannerOf(() => new LunrCursor());
