/** What tokens of RTF do (RTF specification 1.9.1, "Conventions of an RTF Reader"). */
export type RtfHandler = Readonly<{
  open: () => void;
  close: () => void;
  /** A control word without its backslash, and its number. */
  word: (word: string, number: number | null) => void;
  /** `\*`: who does not know the word that follows leaves out its group. */
  star: () => void;
  /** A byte of text, and whether it was written as `\'hh`. */
  byte: (byte: number, isEscaped: boolean) => void;
  /** A character that a control symbol stands for. */
  character: (character: string) => void;
  /** Whether text is left out here. */
  isLeftOut: () => boolean;
}>;

const backslash = 0x5c;
const openingBrace = 0x7b;
const closingBrace = 0x7d;
const apostrophe = 0x27;
/** Neither control words nor their numbers are longer; a window is read up to so many bytes before its end. */
const maxWordLength = 128;

/** Takes RTF apart as it comes, window by window. */
export class RtfTokens {
  readonly #handler: RtfHandler;
  #binary = 0;

  constructor(handler: RtfHandler) {
    this.#handler = handler;
  }

  /** Bytes that are no text follow, which may hold anything (`\bin`). */
  skip(bytes: number): void {
    this.#binary = Math.max(0, bytes);
  }

  /** Reads bytes as far as they are sure to be whole; answers how many. */
  read(bytes: Buffer, isLast: boolean): number {
    const limit = isLast ? bytes.length : bytes.length - maxWordLength;
    let at = 0;
    while (at < limit) {
      if (this.#binary > 0) {
        const passed = Math.min(this.#binary, bytes.length - at);
        this.#binary -= passed;
        at += passed;
        continue;
      }
      const byte = bytes[at] ?? 0;
      if (byte === backslash) at = this.#control(bytes, at + 1);
      else if (byte === openingBrace) {
        this.#handler.open();
        at++;
      } else if (byte === closingBrace) {
        this.#handler.close();
        at++;
      } else if (isUnread(byte)) at++;
      else at = this.#plain(bytes, at, limit);
    }
    return at;
  }

  /** A control word or symbol after its backslash; answers where the next thing begins. */
  #control(bytes: Buffer, start: number): number {
    const first = bytes[start] ?? 0;
    if (!isLetter(first)) return this.#symbol(bytes, first, start + 1);
    let at = start;
    while (isLetter(bytes[at] ?? 0) && at < start + maxWordLength) at++;
    const word = bytes.toString('latin1', start, at);
    const digits = at;
    if (bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)) at++;
    while (isDigit(bytes[at] ?? 0) && at < digits + 12) at++;
    const number = at > digits ? Number(bytes.toString('latin1', digits, at)) : null;
    if (bytes[at] === 0x20) at++;
    this.#handler.word(word, number);
    return at;
  }

  #symbol(bytes: Buffer, symbol: number, next: number): number {
    if (symbol === apostrophe) {
      const byte = Number.parseInt(bytes.toString('latin1', next, next + 2), 16);
      if (!Number.isNaN(byte)) this.#handler.byte(byte, true);
      return next + 2;
    }
    const written = String.fromCharCode(symbol);
    if (written === '*') this.#handler.star();
    else if (symbol === 0x0a || symbol === 0x0d) this.#handler.word('par', null);
    else if (written === '~') this.#handler.character('\u00a0');
    else if (written === '_') this.#handler.character('-');
    else if (written === '\\' || written === '{' || written === '}') this.#handler.byte(symbol, false);
    return next;
  }

  /** A run of letters that stand for themselves. */
  #plain(bytes: Buffer, start: number, limit: number): number {
    let at = start;
    while (at < limit) {
      const byte = bytes[at] ?? 0;
      if (byte === backslash || byte === openingBrace || byte === closingBrace || isUnread(byte)) break;
      at++;
    }
    if (this.#handler.isLeftOut()) return at;
    for (let each = start; each < at; each++) this.#handler.byte(bytes[each] ?? 0, false);
    return at;
  }
}

/** Line breaks of the file are none of the text. */
function isUnread(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
