import type { QueryFault } from '../../../contract/search.ts';
import { textGap } from '../../index/schema/streams.ts';
import type { Nearness } from './nearness.ts';

export type NewsToken = Readonly<{ at: number; length: number }> &
  (
    | Readonly<{ kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'plus' | 'minus' }>
    | Readonly<{ kind: 'near'; nearness: Nearness }>
    | Readonly<{ kind: 'field'; name: string }>
    | Readonly<{ kind: 'word'; text: string; boost: number; editDistance: number }>
    | Readonly<{ kind: 'phrase'; text: string; boost: number; closed: boolean }>
  );

export type LexedQuery = Readonly<{ tokens: readonly NewsToken[]; faults: readonly QueryFault[] }>;

/** Each opening quotation mark with the ones that may close it. */
const quotes: Readonly<Record<string, string>> = { '"': '"”“', '“': '”"“', '„': '“”"', '«': '»' };

const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' };

/** Names that are read as a field when a colon follows, with the field that they stand for. */
export const fieldNames: Readonly<Record<string, string>> = {
  headline: 'headline',
  title: 'headline',
  standfirst: 'standfirst',
  byline: 'byline',
  author: 'byline',
  place: 'place',
  dateline: 'place',
  agency: 'agency',
  caption: 'caption',
  body: 'body',
  furniture: 'furniture',
  tag: 'tag',
  source: 'source',
  language: 'language',
  lang: 'language',
  words: 'words',
  date: 'date',
  before: 'before',
  after: 'after',
};

const fieldPattern = /([A-Za-z]+):/uy;
const wordPattern = /[^\s()"“”„«»]+/uy;
const modifierPattern = /([~^])(\d*)$/u;
const maxEditDistance = 2;

const nearPattern = /^(w|near|pre)\/(\d{1,4}|s|p)$/iu;

/** What `w/5`, `near/5`, `pre/5`, `w/s` and `w/p` ask for, however far; null for anything else. */
function nearnessIn(word: string): Nearness | null {
  const [, operator = '', reach = ''] = nearPattern.exec(word) ?? [];
  if (operator === '') return null;
  const ordered = operator.toLowerCase() === 'pre';
  if (/\d/.test(reach)) return { within: Number(reach), ordered };
  return { within: reach.toLowerCase() === 's' ? 'sentence' : 'paragraph', ordered };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

class NewsLexer {
  readonly tokens: NewsToken[] = [];
  readonly faults: QueryFault[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): LexedQuery {
    while (this.#at < this.#text.length) this.#next();
    return { tokens: this.tokens, faults: this.faults };
  }

  #next(): void {
    const text = this.#text;
    const at = this.#at;
    const character = text.charAt(at);
    if (/\s/u.test(character)) this.#at += 1;
    else if (character === '(') this.#mark('open', 1);
    else if (character === ')') this.#mark('close', 1);
    else if (character in quotes) this.#phrase(character);
    else if (character === '”' || character === '»') this.#at += 1;
    else if ((character === '+' || character === '-') && /^[^\s)+-]/u.test(text.slice(at + 1))) {
      this.#mark(character === '+' ? 'plus' : 'minus', 1);
    } else this.#fieldOrWord();
  }

  #mark(kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'plus' | 'minus', length: number): void {
    this.tokens.push({ kind, at: this.#at, length });
    this.#at += length;
  }

  #fieldOrWord(): void {
    const at = this.#at;
    const field = matchAt(fieldPattern, this.#text, at);
    const name = fieldNames[field?.[1]?.toLowerCase() ?? ''];
    if (field !== null && name !== undefined) {
      this.tokens.push({ kind: 'field', name, at, length: field[0].length });
      this.#at += field[0].length;
      return;
    }
    const word = matchAt(wordPattern, this.#text, at)?.[0] ?? this.#text.charAt(at);
    const operator = operators[word];
    if (operator !== undefined) {
      this.#mark(operator, word.length);
      return;
    }
    const near = nearnessIn(word);
    if (near !== null) {
      this.tokens.push({ kind: 'near', nearness: this.#reachable(near, word), at, length: word.length });
      this.#at += word.length;
      return;
    }
    this.#at += word.length;
    this.tokens.push({ kind: 'word', at, length: word.length, ...this.#modifiers(word, at) });
  }

  /** Further apart than `textGap` two texts would count as one. */
  #reachable(near: Nearness, word: string): Nearness {
    if (typeof near.within !== 'number' || near.within <= textGap) return near;
    this.#fault(this.#at, word.length, `words can be ${textGap.toLocaleString('en')} apart at most`);
    return { ...near, within: textGap };
  }

  #phrase(opening: string): void {
    const at = this.#at;
    const closing = quotes[opening] ?? '"';
    let end = at + 1;
    while (end < this.#text.length && !closing.includes(this.#text.charAt(end))) end += 1;
    const closed = end < this.#text.length;
    if (!closed) this.#fault(at, this.#text.length - at, 'this quotation mark is not closed');
    const text = this.#text.slice(at + 1, end);
    this.#at = closed ? end + 1 : end;
    const after = matchAt(/[~^]\d*/uy, this.#text, this.#at)?.[0] ?? '';
    const { boost } = this.#modifiers(after, this.#at);
    this.#at += after.length;
    this.tokens.push({ kind: 'phrase', text, boost, closed, at, length: this.#at - at });
  }

  /** Takes `^2` and `~1` off the end of a word. */
  #modifiers(word: string, at: number): Readonly<{ text: string; boost: number; editDistance: number }> {
    let text = word;
    let boost = 1;
    let editDistance = 0;
    for (let found = modifierPattern.exec(text); found !== null; found = modifierPattern.exec(text)) {
      const [mark, sign, digits = ''] = found;
      const start = at + found.index;
      if (digits === '') this.#fault(start, mark.length, `a number belongs behind ${sign ?? ''}`);
      else if (sign === '^') boost = Number(digits);
      else if (Number(digits) > maxEditDistance) {
        this.#fault(start, mark.length, `an edit distance is ${String(maxEditDistance)} at most`);
      } else editDistance = Number(digits);
      text = text.slice(0, found.index);
    }
    return { text, boost, editDistance };
  }

  #fault(at: number, length: number, message: string): void {
    this.faults.push({ at, length: Math.max(1, length), message });
  }
}

/** Cuts a query of grammar `news` into tokens; what can't be read becomes a fault, and the rest goes on. */
export function lexNewsQuery(text: string): LexedQuery {
  return new NewsLexer(text).run();
}
