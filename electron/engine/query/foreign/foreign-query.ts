import { sentence, type Sentence } from '../../../words/sentence.ts';
import type { ForeignQuery } from '../../../contract/search.ts';
import { measureAt } from './foreign-dates.ts';
import type { ForeignOperator } from './foreign-operators.ts';
import { serviceOf, type ForeignService } from './foreign-service.ts';

/** A part that was translated, and the operator that holds it together; null for one that nothing can come between. */
type Part = Readonly<{ text: string; operator: string | null }>;

/** A query that nobody types is not worth the time. */
const maxLength = 20_000;
const maxDepth = 50;

const wordPattern = /[^\s()"“”=]+/uy;
const phrasePattern = /["“]([^"“”]*)["”]?/uy;

/** Translates a query of another service, by its own precedence: every bracket that ours needs is written out. */
class ForeignTranslator {
  readonly notes = new Map<string, Sentence>();
  readonly #text: string;
  readonly #service: ForeignService;
  #at = 0;
  #depth = 0;

  constructor(text: string, service: ForeignService) {
    this.#text = text;
    this.#service = service;
  }

  run(): string {
    const parts: string[] = [];
    while (this.#at < this.#text.length) {
      const part = this.#joined(0);
      if (part !== null) parts.push(parts.length === 0 && this.#isAtEnd() ? part.text : bracketed(part));
      else this.#at += 1;
    }
    return parts.join(' AND ');
  }

  #isAtEnd(): boolean {
    return this.#text.slice(this.#at).trim() === '';
  }

  #note(name: string, note: Sentence): void {
    this.notes.set(name, note);
  }

  /** What binds at least so tight, from left to right. */
  #joined(min: number): Part | null {
    let left = this.#run();
    for (;;) {
      const operator = this.#peekOperator();
      if (operator === null || operator.binds < min) return left;
      this.#at += operator.length;
      const right = this.#joined(operator.binds + 0.000_01);
      if (operator.note !== undefined) this.#note(operator.note, sentence(`foreign.${operator.note}`));
      left = this.#combined(left, operator, right);
    }
  }

  #combined(left: Part | null, { text }: ForeignOperator, right: Part | null): Part | null {
    if (right === null) return left;
    if (left === null) return text === 'NOT' ? { text: `NOT ${bracketed(right)}`, operator: 'NOT' } : right;
    const isFlat = text === 'AND' || text === 'OR';
    const own = (part: Part): string => (isFlat && part.operator === text ? part.text : bracketed(part));
    const operators = [left.operator, right.operator];
    if (this.#service.name === 'Nexis' && text === 'AND' && operators.includes('OR')) {
      this.#note('or-first', sentence('foreign.or-first'));
    }
    const operator = text === 'NOT' ? 'AND' : text;
    const before = text === 'NOT' && left.operator === 'AND' ? left.text : own(left);
    return { text: `${before} ${text} ${own(right)}`, operator };
  }

  #peekOperator(): ForeignOperator | null {
    this.#skipSpace();
    return this.#service.operatorAt(this.#text, this.#at);
  }

  #skipSpace(): void {
    while (/\s/u.test(this.#text.charAt(this.#at))) this.#at += 1;
  }

  /** Things without an operator between them, which are a phrase there. */
  #run(): Part | null {
    const parts: Part[] = [];
    let words: string[] = [];
    const endPhrase = (): void => {
      if (words.length > 0) parts.push({ text: phraseOf(words), operator: null });
      if (words.length > 1) this.#note('phrase', sentence('foreign.phrase'));
      words = [];
    };
    for (;;) {
      this.#skipSpace();
      if (this.#isAtEnd() || this.#text.charAt(this.#at) === ')') break;
      if (parts.length + words.length > 0 && this.#peekOperator() !== null) break;
      const found = this.#thing();
      if (found === null) break;
      if ('word' in found) {
        words.push(found.word);
        continue;
      }
      endPhrase();
      if (found.part !== null) parts.push(found.part);
    }
    endPhrase();
    return parts.reduce<Part | null>(
      (left, part) =>
        left === null ? part : { text: `${bracketed(left)} AND ${bracketed(part)}`, operator: 'AND' },
      null,
    );
  }

  /** A word, or anything else; null for nothing more. */
  #thing(): Readonly<{ word: string }> | Readonly<{ part: Part | null }> | null {
    const text = this.#text;
    const measure = measureAt(text, this.#at);
    if (measure !== null) {
      this.#at += measure.length;
      return { part: { text: measure.text, operator: null } };
    }
    if (text.charAt(this.#at) === '(') return { part: this.#group() };
    phrasePattern.lastIndex = this.#at;
    const phrase = phrasePattern.exec(text);
    if (phrase !== null) {
      this.#at += phrase[0].length;
      const words = (phrase[1] ?? '').trim();
      return words === '' ? { part: null } : { part: { text: this.#after(`"${words}"`), operator: null } };
    }
    wordPattern.lastIndex = this.#at;
    const word = wordPattern.exec(text)?.[0];
    if (word === undefined) {
      this.#at += 1;
      return { part: null };
    }
    return this.#fieldOrCount(word) ?? this.#word(word);
  }

  #word(word: string): Readonly<{ word: string }> | Readonly<{ part: Part | null }> {
    this.#at += word.length;
    const first = /^(.+)\/f(\d{1,4})\/$/iu.exec(word);
    if (first !== null) {
      return {
        part: { text: `first${first[2] ?? ''}(${this.#translated(first[1] ?? '')})`, operator: null },
      };
    }
    const plain = this.#translated(word);
    return /[\p{L}\p{N}]/u.test(plain) ? { word: plain } : { part: null };
  }

  /** A phrase with what may stand right after it. */
  #after(phrase: string): string {
    const first = /^\/f(\d{1,4})\//iu.exec(this.#text.slice(this.#at));
    if (first === null) return phrase;
    this.#at += first[0].length;
    return `first${first[1] ?? ''}(${phrase})`;
  }

  /** Signs for letters that are left out. */
  #translated(word: string): string {
    if (this.#service.starIsLetter && word.includes('*')) {
      this.#note('one-letter', sentence('foreign.one-letter'));
      return word.replaceAll('*', '?');
    }
    if (!this.#service.starIsLetter && /\$\d?/.test(word)) {
      this.#note('letters', sentence('foreign.letters'));
      return word.replace(/\$\d?/g, '*');
    }
    return word;
  }

  #group(): Part | null {
    this.#at += 1;
    if (this.#depth >= maxDepth) return null;
    this.#depth += 1;
    const part = this.#joined(0);
    this.#depth -= 1;
    this.#skipSpace();
    if (this.#text.charAt(this.#at) === ')') this.#at += 1;
    return part;
  }

  #fieldOrCount(word: string): Readonly<{ part: Part | null }> | null {
    const text = this.#text;
    const end = this.#at + word.length;
    const count = /^atleast(\d{1,3})$/iu.exec(word);
    if (count !== null) {
      this.#at = end;
      this.#skipSpace();
      const inner = this.#inner();
      return {
        part: inner === null ? null : { text: `atleast${count[1] ?? ''}(${inner.text})`, operator: null },
      };
    }
    const field = this.#service.fields.get(word.toLowerCase());
    const opens = text.charAt(end) === this.#service.opening;
    if (field === undefined || !opens) return null;
    this.#at = this.#service.opening === '(' ? end : end + 1;
    const inner = this.#inner();
    if (inner === null) return { part: null };
    switch (field.kind) {
      case 'call':
        return { part: { text: `${field.name}(${inner.text})`, operator: null } };
      case 'field':
      case 'value':
        return { part: { text: `${field.name}:${bracketed(inner)}`, operator: null } };
      case 'subject':
        this.#note(`subject ${word}`, sentence('foreign.subject', { field: word }));
        return { part: inner };
      case 'code':
        this.#note(`code ${word}`, sentence('foreign.code', { field: `${word}=${inner.text}` }));
        return { part: null };
    }
  }

  /** What a field or a count is of: a group, a phrase or a word. */
  #inner(): Part | null {
    const found = this.#thing();
    if (found === null) return null;
    return 'word' in found ? { text: found.word, operator: null } : found.part;
  }
}

function bracketed({ text, operator }: Part): string {
  return operator === null ? text : `(${text})`;
}

function phraseOf(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `"${words.join(' ')}"`;
}

/** A query that was written for Nexis or Factiva, in our language, and what differs; null for any other. */
export function foreignQuery(text: string): ForeignQuery | null {
  if (text.length > maxLength) return null;
  const service = serviceOf(text);
  if (service === null) return null;
  const translator = new ForeignTranslator(text, service);
  const query = translator.run();
  if (query === '' || query === text.trim()) return null;
  return { service: service.name, query, differs: [...translator.notes.values(), sentence('foreign.forms')] };
}
