import type { QueryFault, QueryHint } from '../../../contract/search.ts';
import { isFilterName, type FilterName } from './filter-names.ts';
import { readFilter, type KnownValues } from './filter-values.ts';
import { lexNewsQuery, replaced, type NewsToken } from './news-lexer.ts';
import { mostPatterns, tooManyPatterns } from './query-limits.ts';
import { queryHints } from './query-hints.ts';
import { isSpanNode, type QueryNode } from './query-node.ts';
import { quotedIfNeeded } from './quoted-value.ts';

export type ParsedNewsQuery = Readonly<{
  node: QueryNode;
  faults: readonly QueryFault[];
  hints: readonly QueryHint[];
  notices: readonly string[];
}>;

export type NewsContext = Readonly<{
  /** Days since 1970-01-01. */
  today: number;
  /** The last word may still be being typed. */
  typing: boolean;
  /** The values that the archive has; without, any is taken for one of them. */
  known?: KnownValues;
}>;

const deepest = 100;
/** Words and phrases that a query can have; what no person types is not worth the time that it takes. */
const mostParts = 1_000;

/**
 * Precedence, tightest first: a field or a sign on what follows it, NOT, nearness, AND (written or not), OR. Each rule leaves out
 * what it can't read, with a fault, so that the rest of the query still finds something.
 */
class NewsParser {
  readonly faults: QueryFault[];
  readonly hints: readonly QueryHint[];
  readonly notices: string[] = [];
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
      const node = this.#any(null, 0);
      if (node !== null) nodes.push(node);
      const stray = this.#peek();
      if (stray?.kind !== 'close') continue;
      this.#fault(stray, 'there is no opening bracket for this one');
      this.#next += 1;
    }
    return joined('all', nodes, true) ?? { kind: 'everything' };
  }

  #peek(): NewsToken | undefined {
    return this.#tokens[this.#next];
  }

  #fault(token: Readonly<{ at: number; length: number }>, message: string): void {
    this.faults.push({ at: token.at, length: token.length, message });
  }

  #any(field: string | null, depth: number): QueryNode | null {
    const nodes: QueryNode[] = [];
    let mixed = false;
    for (;;) {
      const { node, several } = this.#all(field, depth);
      if (node !== null) nodes.push(node);
      mixed ||= several;
      const token = this.#peek();
      if (token?.kind !== 'or') break;
      this.#next += 1;
      if (node === null || !this.#startsOperand()) this.#fault(token, 'OR stands between two words');
    }
    if (mixed && nodes.length > 1) {
      this.notices.push('AND was read before OR; brackets would say which is meant.');
    }
    return joined('any', nodes, false);
  }

  #startsOperand(): boolean {
    const kind = this.#peek()?.kind;
    return kind !== undefined && kind !== 'and' && kind !== 'or' && kind !== 'close' && kind !== 'near';
  }

  /** `several`: whether more than one thing has to be there. */
  #all(field: string | null, depth: number): Readonly<{ node: QueryNode | null; several: boolean }> {
    const nodes: QueryNode[] = [];
    let written = false;
    for (;;) {
      const token = this.#peek();
      if (token === undefined || token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and') {
        this.#next += 1;
        if (nodes.length === 0 || !this.#startsOperand()) this.#fault(token, 'AND stands between two words');
        else written = true;
        continue;
      }
      const node = this.#near(field, depth);
      if (node !== null) nodes.push(...node);
    }
    return { node: joined('all', nodes, !written), several: nodes.length > 1 };
  }

  /** Operands with `w/5` and its like between them, from left to right; apart when they can't be near. */
  #near(field: string | null, depth: number): QueryNode[] | null {
    let left = this.#operand(field, depth);
    for (let token = this.#peek(); token?.kind === 'near'; token = this.#peek()) {
      this.#next += 1;
      const right = this.#startsOperand() ? this.#operand(field, depth) : null;
      if (left !== null && right !== null && isSpanNode(left) && isSpanNode(right)) {
        left = { kind: 'near', left, right, nearness: token.nearness };
        continue;
      }
      this.#fault(token, 'this stands between two words, phrases, or words joined by OR in brackets');
      if (left === null || right === null) {
        left ??= right;
        continue;
      }
      return [left, right];
    }
    return left === null ? null : [left];
  }

  #operand(field: string | null, depth: number): QueryNode | null {
    const token = this.#peek();
    if (token === undefined) return null;
    this.#next += 1;
    if ((token.kind === 'word' || token.kind === 'phrase') && (this.#parts += 1) > mostParts) {
      this.#fault(token, `a query has ${String(mostParts)} words and phrases at most; the rest was left out`);
      this.#next = this.#tokens.length;
      this.#tooDeep = true;
      return null;
    }
    switch (token.kind) {
      case 'not':
      case 'minus':
      case 'plus':
        return this.#signed(token, field, depth);
      case 'open':
        return this.#group(token, field, depth);
      case 'field':
        return this.#field(token, depth);
      case 'word':
        return this.#word(token, field);
      case 'phrase':
        if (token.text.trim() === '') return null;
        return {
          kind: 'phrase',
          text: token.text.trim(),
          field,
          boost: token.boost,
          unfinished: !token.closed,
          slack: token.slack,
        };
      case 'and':
      case 'or':
      case 'close':
      case 'near':
        // The callers stop at these; one that follows a sign or a field names nothing.
        this.#next -= 1;
        return null;
    }
  }

  #signed(token: NewsToken, field: string | null, depth: number): QueryNode | null {
    const node = this.#startsOperand() ? this.#operand(field, depth) : null;
    if (node === null) {
      this.#fault(token, 'a word belongs behind this');
      return null;
    }
    return token.kind === 'plus' ? { kind: 'required', node } : { kind: 'not', node };
  }

  #group(token: NewsToken, field: string | null, depth: number): QueryNode | null {
    if (depth >= deepest) {
      this.#fault(token, `brackets go ${String(deepest)} deep at most`);
      this.#next = this.#tokens.length;
      this.#tooDeep = true;
      return null;
    }
    const node = this.#any(field, depth + 1);
    if (this.#peek()?.kind === 'close') this.#next += 1;
    else if (!this.#tooDeep) this.#fault(token, 'this bracket is not closed');
    return node;
  }

  #word(token: NewsToken & { kind: 'word' }, field: string | null): QueryNode | null {
    if (!/[\p{L}\p{N}*]/u.test(token.text)) return null;
    if (/^\*+$/u.test(token.text)) return { kind: 'everything' };
    const isPattern = token.editDistance > 0 || token.text.includes('*');
    if (isPattern && (this.#patterns += 1) > mostPatterns) {
      if (this.#patterns === mostPatterns + 1) {
        this.#fault(token, tooManyPatterns);
      }
      return null;
    }
    const last = token.at + token.length === this.#text.length;
    return {
      kind: 'word',
      text: token.text,
      field,
      boost: token.boost,
      editDistance: token.editDistance,
      unfinished: this.#context.typing && last,
    };
  }

  #field(token: NewsToken & { kind: 'field' }, depth: number): QueryNode | null {
    const value = this.#peek();
    const adjacent = value !== undefined && value.at === token.at + token.length;
    if (value === undefined || !adjacent || !this.#startsOperand()) {
      this.#fault(token, `what to look for in ${token.name} is missing`);
      return null;
    }
    if (!isFilterName(token.name)) return this.#operand(token.name, depth + 1);
    this.#next += 1;
    // A minus in front of digits is part of a date such as -30d.
    const following = this.#peek();
    const isAgo =
      value.kind === 'minus' && following?.kind === 'word' && following.at === value.at + value.length;
    if (isAgo) this.#next += 1;
    const text = isAgo
      ? `-${following.text}`
      : value.kind === 'word' || value.kind === 'phrase'
        ? value.text
        : null;
    if (text === null) {
      this.#fault(token, `${token.name}: takes one word or a phrase in quotation marks`);
      return null;
    }
    const end = isAgo ? following.at + following.length : value.at + value.length;
    return this.#filter(token.name, text.trim(), { at: token.at, from: value.at, end });
  }

  /** `at`: where the name of the field begins; the value stands at `[from, end)`. */
  #filter(
    name: FilterName,
    text: string,
    { at, from, end }: Readonly<{ at: number; from: number; end: number }>,
  ): QueryNode | null {
    const { today, known = null } = this.#context;
    const { node, message, instead } = readFilter(name, text, today, known);
    if (message === null) return node;
    const fault = { at, length: end - at, message };
    if (instead === undefined) this.faults.push(fault);
    else {
      const query = replaced(this.#text, from, end - from, quotedIfNeeded(instead));
      this.faults.push({ ...fault, query });
    }
    return node;
  }
}

function joined(kind: 'all' | 'any', nodes: readonly QueryNode[], implicit: boolean): QueryNode | null {
  if (nodes.length === 0) return null;
  if (nodes.length === 1) return nodes[0] ?? null;
  return kind === 'all' ? { kind, nodes, implicit } : { kind, nodes };
}

/** Reads a query of grammar `news`; never throws, and finds a reading for any text. */
export function parseNewsQuery(text: string, context: NewsContext): ParsedNewsQuery {
  const parser = new NewsParser(text, context);
  const node = parser.query();
  const { faults, hints, notices } = parser;
  return { node, faults: faults.sort((a, b) => a.at - b.at), hints, notices: [...new Set(notices)] };
}
