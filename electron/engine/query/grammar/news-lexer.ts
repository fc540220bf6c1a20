import type { QueryFault } from '../../../contract/search.ts';
import { nearestOf } from './edit-distance.ts';
import { isFilterName } from './filter-names.ts';
import type { Nearness } from './nearness.ts';
import { operatorIn } from './operator-words.ts';
import { unquoted } from './quoted-value.ts';
import { withoutShouting } from './shouted-query.ts';

export type NewsToken = Readonly<{ at: number; length: number }> &
  (
    | Readonly<{ kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'plus' | 'minus' }>
    | Readonly<{ kind: 'near'; nearness: Nearness }>
    | Readonly<{ kind: 'field'; name: string }>
    | Readonly<{ kind: 'word'; text: string; boost: number; editDistance: number }>
    | Readonly<{
        kind: 'phrase';
        text: string;
        boost: number;
        closed: boolean;
        /** Words that may stand between those of the phrase. */
        slack: number;
      }>
  );

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

/** Names that are read as a field when a colon and text follow, with the field that they stand for. */
export const fieldNames: ReadonlyMap<string, string> = new Map([
  ['headline', 'headline'],
  ['title', 'headline'],
  ['standfirst', 'standfirst'],
  ['byline', 'byline'],
  ['author', 'byline'],
  ['place', 'place'],
  ['dateline', 'place'],
  ['agency', 'agency'],
  ['caption', 'caption'],
  ['body', 'body'],
  ['furniture', 'furniture'],
  ['tag', 'tag'],
  ['source', 'source'],
  ['language', 'language'],
  ['lang', 'language'],
  ['words', 'words'],
  ['date', 'date'],
  ['before', 'before'],
  ['after', 'after'],
]);

/** A colon makes a field only if text follows at once, and it is no `//`, as in an address. */
const fieldPattern = /([\p{L}_][\p{L}\p{M}_]*):(?!\/\/)(?=[^\s)])/uy;
const openField = /([A-Za-z]+):$/uy;
/** Between the letters of Hebrew initials a quotation mark is part of the word. */
const gershayim = /(?<=\p{Script=Hebrew})["“”„](?=\p{Script=Hebrew})/uy;
const wordPattern = new RegExp(`(?:[^\\s()"“”„«»]|${gershayim.source})+`, 'uy');
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
    return { tokens: withoutShouting(this.tokens), faults: this.faults };
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
      this.tokens.push({ kind: 'near', nearness, at, length: word.length });
      this.#at += word.length;
      return;
    }
    this.#at += word.length;
    this.tokens.push({ kind: 'word', at, length: word.length, ...this.#modifiers(word, at) });
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
      const hint = nearest === null ? '' : `; ${nearest} is one`;
      const instead = nearest === null ? null : `${nearest}:`;
      this.#fault(at, whole.length, `there is no field “${written}”${hint}`, instead);
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
    if (!closed) this.#fault(at, this.#text.length - at, 'this quotation mark is not closed');
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

  /** Takes `^2` and `~1` off the end of a word; behind a phrase `~3` is its slack, `maxSlack` at most. */
  #modifiers(
    word: string,
    at: number,
    most = maxEditDistance,
  ): Readonly<{ text: string; boost: number; editDistance: number }> {
    let text = word;
    let boost = 1;
    let editDistance = 0;
    for (let found = modifierPattern.exec(text); found !== null; found = modifierPattern.exec(text)) {
      const [mark, sign, digits = ''] = found;
      const start = at + found.index;
      if (digits === '') this.#fault(start, mark.length, `a number belongs behind ${sign ?? ''}`);
      else if (sign === '^') boost = Number(digits);
      else if (Number(digits) > most) {
        const what = most === maxSlack ? 'the slack of a phrase' : 'an edit distance';
        this.#fault(start, mark.length, `${what} is ${String(most)} at most`, `~${String(most)}`);
        if (most === maxSlack) editDistance = most;
      } else editDistance = Number(digits);
      text = text.slice(0, found.index);
    }
    return { text, boost, editDistance };
  }

  /** `instead`: what would stand there. */
  #fault(at: number, length: number, message: string, instead: string | null = null): void {
    this.faults.push({
      at,
      length: Math.max(1, length),
      message,
      ...(instead === null ? {} : { query: replaced(this.#text, at, length, instead) }),
    });
  }
}

/** `text` with `instead` in the place of `length` units at `at`. */
export function replaced(text: string, at: number, length: number, instead: string): string {
  return text.slice(0, at) + instead + text.slice(at + length);
}

/** Cuts a query of grammar `news` into tokens; what can't be read becomes a fault, and the rest goes on. */
export function lexNewsQuery(text: string): LexedQuery {
  return new NewsLexer(text).run();
}
