import { foldDigits, foldSpelling } from '../text/fold-spelling.ts';
import { decimal, digit, gap, kindsAt, letter, mark, pair } from '../text/char-classes.ts';
import { charCode } from '../text/char-code.ts';

const joiner = 0x200c;

/** A number, a word or a mark of a text in which a date is looked for, `[start, end)`. */
export class DateToken {
  readonly kind: 'number' | 'word' | 'mark';
  readonly start: number;
  readonly end: number;
  readonly #source: string;
  #text: string | undefined;

  constructor(kind: DateToken['kind'], source: string, start: number, end: number) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.#source = source;
  }

  get length(): number {
    return this.end - this.start;
  }

  get written(): string {
    return this.#source.slice(this.start, this.end);
  }

  /** A unit of what is written, 0 after its end. */
  charCode(at: number): number {
    return at < this.length ? charCode(this.#source, this.start + at) : 0;
  }

  /** A number in ASCII digits, a word in the spelling of `foldSpelling`: of few words anyone asks for it. */
  get text(): string {
    return (this.#text ??= this.#spell());
  }

  #spell(): string {
    if (this.kind === 'mark') return this.written;
    return this.kind === 'number' ? foldDigits(this.written) : foldSpelling(this.written);
  }
}

/** The tokens of a text, in order: `\p{Nd}+`, runs of letters, marks and joiners, and `[^\s\p{L}\p{N}]`. */
export function dateTokensOf(text: string): DateToken[] {
  const tokens: DateToken[] = [];
  const { length } = text;
  let start = 0;
  let open: DateToken['kind'] | null = null;
  for (let at = 0; at < length;) {
    const unit = charCode(text, at);
    const kinds = kindsAt(text, at);
    const width = (kinds & pair) !== 0 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const kind = kindOfToken(unit, kinds);
    if (kind !== open || kind === 'mark') {
      if (open !== null) tokens.push(new DateToken(open, text, start, at));
      open = kind;
      start = at;
    }
    at += width;
  }
  if (open !== null) tokens.push(new DateToken(open, text, start, length));
  return tokens;
}

function kindOfToken(unit: number, kinds: number): DateToken['kind'] | null {
  if ((kinds & (letter | mark)) !== 0 || unit === joiner) return 'word';
  if ((kinds & decimal) !== 0) return 'number';
  return (kinds & (digit | gap)) === 0 ? 'mark' : null;
}

const zero = 0x30;
const lengths = ['0', '1', '2', '3', '4'];

/** The number at a place, if it has as many digits as one of `digits` says. */
export function numberAt(tokens: readonly DateToken[], at: number, digits: string): number | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return null;
  const { length } = token;
  if (!digits.includes(lengths[length] ?? ' ')) return null;
  let number = 0;
  for (let nth = 0; nth < length; nth++) {
    const value = token.charCode(nth) - zero;
    // Digits of other scripts are folded first.
    if (value < 0 || value > 9) return Number(token.text);
    number = number * 10 + value;
  }
  return number;
}
