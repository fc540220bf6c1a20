import { sentence, type Sentence } from '../../../words/sentence.ts';
import type { QueryFault, QueryHint } from '../../../contract/search.ts';
import { withoutDirectionMarks } from './direction-marks.ts';
import { noteField } from './field-names.ts';
import { filterAt } from './filters/filter-at.ts';
import { isFilterName, type FilterName } from './filter-names.ts';
import { typedValue } from './lexer/typed-value.ts';
import type { KnownValues } from './filters/filter-values.ts';
import { lexNewsQuery } from './lexer/news-lexer.ts';
import type { NewsToken } from './lexer/news-token.ts';
import { mentionsOf } from './mentions.ts';
import { maxPatterns, tooManyPatterns } from './query-limits.ts';
import { queryHints } from './query-hints.ts';
import { isSpanNode, joined, type QueryNode } from './query-node.ts';
import { isPattern } from './wildcards.ts';
import { phraseOf, wordOf, type Around } from './wording.ts';

export type ParsedNewsQuery = Readonly<{
  node: QueryNode;
  faults: readonly QueryFault[];
  hints: readonly QueryHint[];
  notices: readonly Sentence[];
}>;

export type NewsContext = Readonly<{
  /** Days since 1970-01-01. */
  today: number;
  /** The last word may still be being typed. */
  typing: boolean;
  /** The values that the archive has; without, any is taken for one of them. */
  known?: KnownValues;
}>;

const maxDepth = 100;
/** Words and phrases that a query can have; what no person types is not worth the time that it takes. */
const maxParts = 1_000;

/**
 * Precedence, tightest first: a field or a sign on what follows it, NOT, nearness, AND (written or not), OR. Each rule leaves out
 * what it can't read, with a fault, so that the rest of the query still finds something.
 */
class NewsParser {
  readonly faults: QueryFault[];
  readonly hints: readonly QueryHint[];
  readonly notices: Sentence[] = [];
  readonly #tokens: readonly NewsToken[];
  readonly #text: string;
  readonly #context: NewsContext;
  #next = 0;
  #tooDeep = false;
  #parts = 0;
  #patterns = 0;

  constructor(text: string, context: NewsContext) {
    const { tokens, faults } = lexNewsQuery(text);
    this.#tokens = tokens;
    this.#text = text;
    this.faults = [...faults];
    this.hints = queryHints(text, tokens);
    this.#context = context;
  }

  query(): QueryNode {
    const nodes: QueryNode[] = [];
    while (this.#peek() !== undefined) {
      const node = this.#any({ field: null, written: null, depth: 0 });
      if (node !== null) nodes.push(node);
      const stray = this.#peek();
      if (stray?.kind !== 'close') continue;
      this.#fault(stray, sentence('fault.no-opening'));
      this.#next += 1;
    }
    return joined('all', nodes, true) ?? { kind: 'everything' };
  }

  #peek(): NewsToken | undefined {
    return this.#tokens[this.#next];
  }

  #fault(token: Readonly<{ at: number; length: number }>, message: Sentence): void {
    this.faults.push({ at: token.at, length: token.length, message });
  }

  #any(around: Around): QueryNode | null {
    const nodes: QueryNode[] = [];
    let mixed = false;
    for (;;) {
      const { node, several } = this.#all(around);
      if (node !== null) nodes.push(node);
      mixed ||= several;
      const token = this.#peek();
      if (token?.kind !== 'or') break;
      this.#next += 1;
      if (node === null || !this.#startsOperand())
        this.#fault(token, sentence('fault.between', { operator: 'OR' }));
    }
    if (mixed && nodes.length > 1) {
      this.notices.push(sentence('read.and-before-or'));
    }
    return joined('any', nodes, false);
  }

  #startsOperand(): boolean {
    const kind = this.#peek()?.kind;
    return kind !== undefined && kind !== 'and' && kind !== 'or' && kind !== 'close' && kind !== 'near';
  }

  /** `several`: whether more than one thing has to be there. */
  #all(around: Around): Readonly<{ node: QueryNode | null; several: boolean }> {
    const nodes: QueryNode[] = [];
    let written = false;
    for (;;) {
      const token = this.#peek();
      if (token === undefined || token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and') {
        this.#next += 1;
        if (nodes.length === 0 || !this.#startsOperand())
          this.#fault(token, sentence('fault.between', { operator: 'AND' }));
        else written = true;
        continue;
      }
      const node = this.#near(around);
      if (node !== null) nodes.push(...node);
    }
    return { node: joined('all', nodes, !written), several: nodes.length > 1 };
  }

  /** Operands with `w/5` and its like between them, from left to right; apart when they can't be near. */
  #near(around: Around): QueryNode[] | null {
    let left = this.#operand(around);
    for (let token = this.#peek(); token?.kind === 'near'; token = this.#peek()) {
      this.#next += 1;
      const right = this.#startsOperand() ? this.#operand(around) : null;
      if (left !== null && right !== null && isSpanNode(left) && isSpanNode(right)) {
        const { nearness, negated } = token;
        left = { kind: 'near', left, right, nearness, negated };
        continue;
      }
      this.#fault(token, sentence('fault.near-between'));
      if (left === null || right === null) {
        left ??= right;
        continue;
      }
      return [left, right];
    }
    return left === null ? null : [left];
  }

  #operand(around: Around): QueryNode | null {
    const token = this.#peek();
    if (token === undefined) return null;
    this.#next += 1;
    if ((token.kind === 'word' || token.kind === 'phrase') && (this.#parts += 1) > maxParts) {
      this.#fault(token, sentence('fault.max-parts', { max: maxParts }));
      this.#next = this.#tokens.length;
      this.#tooDeep = true;
      return null;
    }
    switch (token.kind) {
      case 'not':
      case 'minus':
      case 'plus':
        return this.#signed(token, around);
      case 'open':
        return this.#group(token, around);
      case 'call':
        return this.#called(token, around);
      case 'field':
        return this.#field(token, around);
      case 'word':
      case 'phrase':
        return this.#wording(token, around);
      case 'and':
      case 'or':
      case 'close':
      case 'near':
        // The callers stop at these; one that follows a sign or a field names nothing.
        this.#next -= 1;
        return null;
    }
  }

  #signed(token: NewsToken, around: Around): QueryNode | null {
    const known = this.faults.length;
    const node = this.#startsOperand() ? this.#operand(around) : null;
    if (node === null) {
      if (this.faults.length === known) this.#fault(token, sentence('fault.word-after'));
      return null;
    }
    return token.kind === 'plus' ? { kind: 'required', node } : { kind: 'not', node };
  }

  #group(token: NewsToken, around: Around): QueryNode | null {
    if (around.depth >= maxDepth) {
      this.#fault(token, sentence('fault.max-depth', { max: maxDepth }));
      this.#next = this.#tokens.length;
      this.#tooDeep = true;
      return null;
    }
    const node = this.#any({ ...around, depth: around.depth + 1 });
    if (this.#peek()?.kind === 'close') this.#next += 1;
    else if (!this.#tooDeep) this.#fault(token, sentence('fault.not-closed'));
    return node;
  }

  /** What is in the brackets of an operator, which stand right after it. */
  #called(token: NewsToken & { kind: 'call' }, around: Around): QueryNode | null {
    const { call } = token;
    const known = this.faults.length;
    const bracket = this.#peek() ?? token;
    this.#next += 1;
    const node = this.#group(bracket, {
      ...around,
      ...(call.kind === 'written' ? { written: call.written } : {}),
      ...(call.kind === 'zone' ? { field: call.zone } : {}),
    });
    if (node === null) {
      const message = sentence('fault.brackets-empty');
      if (this.faults.length === known) this.#fault(token, message);
      return null;
    }
    if (call.kind !== 'atleast') return node;
    const counted = mentionsOf(node, call.count);
    if (counted === null) this.#fault(token, sentence('fault.not-counted'));
    return counted ?? node;
  }

  #wording(token: NewsToken & { kind: 'word' | 'phrase' }, around: Around): QueryNode | null {
    const { field } = around;
    if (field !== null && isFilterName(field)) {
      return this.#filter(field, token.text, { at: token.at, from: token.at, end: token.at + token.length });
    }
    return token.kind === 'word' ? this.#word(token, around) : phraseOf(token, around);
  }

  #word(token: NewsToken & { kind: 'word' }, around: Around): QueryNode | null {
    const isExact = around.written === 'exact';
    if (isExact && token.editDistance > 0)
      this.#fault(token, sentence('fault.no-distance', { operator: 'exact' }));
    const last = token.at + token.length === this.#text.length;
    const asked = isExact ? { ...token, editDistance: 0 } : token;
    const node = wordOf(asked, around, this.#context.typing && last);
    if (node?.kind !== 'word' || (node.editDistance === 0 && !isPattern(node.text))) return node;
    this.#patterns += 1;
    if (this.#patterns === maxPatterns + 1) this.#fault(token, tooManyPatterns);
    return this.#patterns > maxPatterns ? null : node;
  }

  #field(token: NewsToken & { kind: 'field' }, around: Around): QueryNode | null {
    const { name } = token;
    const value = this.#peek();
    const adjacent = value !== undefined && value.at === token.at + token.length;
    if (value === undefined || !adjacent || !this.#startsOperand()) {
      this.#fault(token, sentence('fault.field-empty', { field: name }));
      return null;
    }
    const depth = around.depth + 1;
    if (name === noteField) {
      const node = this.#operand({ ...around, field: null, depth });
      return node === null ? null : { kind: 'note', node };
    }
    if (!isFilterName(name) || value.kind === 'open') return this.#operand({ ...around, field: name, depth });
    const typed = typedValue(this.#tokens, this.#next);
    this.#next += typed.tokens;
    if (typed.text === null) {
      this.#fault(token, sentence('fault.one-word', { field: name }));
      return null;
    }
    return this.#filter(name, typed.text, { at: token.at, from: value.at, end: typed.end });
  }

  #filter(name: FilterName, text: string, span: Parameters<typeof filterAt>[3]): QueryNode | null {
    const { node, fault } = filterAt(this.#text, name, text.trim(), span, this.#context);
    if (fault !== null) this.faults.push(fault);
    return node;
  }
}

/** Parses a query of grammar `news`; never throws, and finds a reading for any text. */
export function parseNewsQuery(text: string, context: NewsContext): ParsedNewsQuery {
  const visible = withoutDirectionMarks(text);
  const parser = new NewsParser(visible.text, context);
  const node = parser.query();
  const asWritten = <Remark extends QueryFault | QueryHint>(remark: Remark): Remark => ({
    ...remark,
    ...visible.inWhole(remark),
  });
  return {
    node,
    faults: parser.faults.map(asWritten).sort((a, b) => a.at - b.at),
    hints: parser.hints.map(asWritten),
    notices: [...new Set(parser.notices)],
  };
}
