import { sentence, type Sentence } from '../../../../words/sentence.ts';
import type { QueryFault } from '../../../../contract/search.ts';
import { nearestOf } from '../edit-distance.ts';
import { fieldNames } from '../field-names.ts';
import { replaced } from '../replaced.ts';
import { isFilterName } from '../filter-names.ts';
import { callIn } from './query-calls.ts';
import { withoutQuestionMark } from './question-mark.ts';
import type { Nearness } from '../nearness.ts';
import type { NewsToken } from './news-token.ts';
import { operatorIn } from './operator-words.ts';
import { unquoted } from '../quoted-value.ts';
import { withoutShouting } from './shouted-query.ts';

export type LexedQuery = Readonly<{ tokens: readonly NewsToken[]; faults: readonly QueryFault[] }>;

/** Each opening quotation mark with the ones that may close it. */
const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"”“'],
  ['“', '”"“'],
  ['„', '“”"'],
  ['«', '»'],
]);

const operators: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);

/** A colon makes a field only if text follows at once, and it is no `//`, as in an address. */
const fieldPattern = /([\p{L}_][\p{L}\p{M}_]*~?):(?!\/\/)(?=[^\s)])/uy;
const openField = /([A-Za-z]+~?):$/uy;
/** Between the letters of Hebrew initials a quotation mark is part of the word. */
const gershayim = /(?<=\p{Script=Hebrew})["“”„](?=\p{Script=Hebrew})/uy;
const wordPattern = new RegExp(`(?:[^\\s()"“”„«»]|${gershayim.source})+`, 'uy');
/** As in `lead(s)`. */
const pluralBracket = /\(e?s\)/uy;
const modifierPattern = /([~^])(\d*)$/u;
const maxEditDistance = 2;

const maxSlack = 100;

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
    return { tokens: withoutQuestionMark(withoutShouting(this.tokens)), faults: this.faults };
  }

  #next(): void {
    const text = this.#text;
    const at = this.#at;
    const character = text.charAt(at);
    if (/\s/u.test(character)) this.#at += 1;
    else if (character === '(') this.#mark('open', 1);
    else if (character === ')') this.#mark('close', 1);
    else if (quotes.has(character)) this.#phrase(character);
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
    if (this.#field()) return;
    const word = matchAt(wordPattern, this.#text, at)?.[0] ?? this.#text.charAt(at);
    const operator = operators.get(word);
    if (operator !== undefined) {
      this.#mark(operator, word.length);
      return;
    }
    const near = operatorIn(word);
    if (near !== null) {
      const { nearness, message, written } = near;
      if (message !== null) this.#fault(at, word.length, message, written);
      this.#near(nearness, word.length);
      return;
    }
    if (this.#call(word) || this.#fieldBeforeBracket(word)) return;
    this.#at += word.length;
    this.tokens.push({ kind: 'word', at, length: word.length, ...this.#modifiers(word, at) });
  }

  /** With the NOT right before it, it is one operator. */
  #near(nearness: Nearness, length: number): void {
    const end = this.#at + length;
    const not = this.tokens.at(-1)?.kind === 'not' ? this.tokens.pop() : undefined;
    const at = not?.at ?? this.#at;
    this.tokens.push({ kind: 'near', nearness, negated: not !== undefined, at, length: end - at });
    this.#at = end;
  }

  /** Takes an operator in front of a bracket. `lead(s)` is one lead or several. */
  #call(word: string): boolean {
    const at = this.#at;
    const { length } = word;
    if (!this.#isBeforeBracket(word)) return false;
    const found = callIn(word);
    if (found === null) return false;
    const { call, message, instead } = found;
    if (message !== null) this.#fault(at, length, message, instead);
    this.tokens.push({ kind: 'call', call, at, length });
    this.#at += length;
    return true;
  }

  /** Takes `headline(…)`, as other services write it. */
  #fieldBeforeBracket(word: string): boolean {
    const at = this.#at;
    const name = fieldNames.get(word.toLowerCase());
    if (name === undefined || !this.#isBeforeBracket(word)) return false;
    const instead = `${word}:`;
    this.#fault(at, word.length, sentence('fault.field-colon', { instead }), instead);
    this.tokens.push({ kind: 'field', name, at, length: word.length });
    this.#at += word.length;
    return true;
  }

  #isBeforeBracket(word: string): boolean {
    const end = this.#at + word.length;
    return this.#text.charAt(end) === '(' && matchAt(pluralBracket, this.#text, end) === null;
  }

  /** Takes the name of a field and its colon; one that is none is a fault, and what follows is looked for everywhere. */
  #field(): boolean {
    const at = this.#at;
    const found = matchAt(fieldPattern, this.#text, at) ?? this.#openField();
    const [whole = '', written = ''] = found ?? [];
    if (whole === '') return false;
    const name = fieldNames.get(written.toLowerCase());
    if (name !== undefined) this.tokens.push({ kind: 'field', name, at, length: whole.length });
    else if (/^\d/.test(this.#text.slice(at + whole.length))) return false;
    else {
      const nearest = nearestOf(written.toLowerCase(), fieldNames.keys());
      const message =
        nearest === null
          ? sentence('fault.no-field', { written })
          : sentence('fault.no-field-near', { written, near: nearest });
      const instead = nearest === null ? null : `${nearest}:`;
      this.#fault(at, whole.length, message, instead);
    }
    this.#at += whole.length;
    return true;
  }

  /** A known field at the very end, of which the words are still to come. */
  #openField(): RegExpExecArray | null {
    const found = matchAt(openField, this.#text, this.#at);
    return found !== null && fieldNames.has((found[1] ?? '').toLowerCase()) ? found : null;
  }

  #phrase(opening: string): void {
    const at = this.#at;
    const closing = quotes.get(opening) ?? '"';
    const isValue = this.#followsFilter();
    let end = at + 1;
    while (end < this.#text.length && !this.#closesAt(end, closing)) {
      end += isValue && this.#text.charAt(end) === '\\' ? 2 : 1;
    }
    end = Math.min(end, this.#text.length);
    const closed = end < this.#text.length;
    if (!closed) this.#fault(at, this.#text.length - at, sentence('fault.quote-not-closed'));
    const inner = this.#text.slice(at + 1, end);
    const text = isValue ? unquoted(inner) : inner;
    this.#at = closed ? end + 1 : end;
    const after = matchAt(/(?:[~^]\d*)+/uy, this.#text, this.#at)?.[0] ?? '';
    const { boost, editDistance: slack } = this.#modifiers(after, this.#at, maxSlack);
    this.#at += after.length;
    this.tokens.push({ kind: 'phrase', text, boost, closed, slack, at, length: this.#at - at });
  }

  #closesAt(at: number, closing: string): boolean {
    return closing.includes(this.#text.charAt(at)) && matchAt(gershayim, this.#text, at) === null;
  }

  /** Whether a filter's value begins here: in one a backslash stands before quotation marks that belong to it. */
  #followsFilter(): boolean {
    const before = this.tokens.at(-1);
    return before?.kind === 'field' && before.at + before.length === this.#at && isFilterName(before.name);
  }

  /** Takes `^2` and `~1` off the end of a word; after a phrase `~3` is its slack, `maxSlack` at most. */
  #modifiers(
    word: string,
    at: number,
    max = maxEditDistance,
  ): Readonly<{ text: string; boost: number; editDistance: number }> {
    let text = word;
    let boost = 1;
    let editDistance = 0;
    for (let found = modifierPattern.exec(text); found !== null; found = modifierPattern.exec(text)) {
      const [mark, sign, digits = ''] = found;
      const start = at + found.index;
      if (digits === '')
        this.#fault(start, mark.length, sentence('fault.number-after', { sign: sign ?? '' }));
      else if (sign === '^') boost = Number(digits);
      else if (Number(digits) > max) {
        const name = max === maxSlack ? 'fault.max-slack' : 'fault.max-distance';
        this.#fault(start, mark.length, sentence(name, { max }), `~${String(max)}`);
        if (max === maxSlack) editDistance = max;
      } else editDistance = Number(digits);
      text = text.slice(0, found.index);
    }
    return { text: withStarAtEnd(text), boost, editDistance };
  }

  /** `instead`: what would stand there. */
  #fault(at: number, length: number, message: Sentence, instead: string | null = null): void {
    this.faults.push({
      at,
      length: Math.max(1, length),
      message,
      ...(instead === null ? {} : { query: replaced(this.#text, at, length, instead) }),
    });
  }
}

/** `withdraw!` is `withdraw*` elsewhere; after fewer letters it is a mark. */
function withStarAtEnd(word: string): string {
  return word.replace(/(?<=[\p{L}\p{N}]{2})!$/u, '*');
}

/** Cuts a query of grammar `news` into tokens; what can't be read becomes a fault, and the rest goes on. */
export function lexNewsQuery(text: string): LexedQuery {
  return new NewsLexer(text).run();
}
