import { sentence } from '../../../words/sentence.ts';
import type { QueryHint } from '../../../contract/search.ts';
import { fieldNames } from './field-names.ts';
import { replaced } from './replaced.ts';
import { callIn } from './lexer/query-calls.ts';
import type { NewsToken } from './lexer/news-token.ts';

const small: ReadonlySet<string> = new Set(['and', 'or', 'not']);

type Word = Extract<NewsToken, { kind: 'word' }>;

/** Whether something stands at a token that an operator could have on its side. */
function isOperand(token: NewsToken | undefined, side: 'left' | 'right'): boolean {
  switch (token?.kind) {
    case 'word':
    case 'phrase':
      return true;
    case 'close':
      return side === 'left';
    case 'open':
    case 'field':
    case 'plus':
    case 'minus':
    case 'not':
    case 'call':
      return side === 'right';
    case 'and':
    case 'or':
    case 'near':
    case undefined:
      return false;
  }
}

/** Words that would be an operator in capitals, where they stand between two things; `not` needs only what follows it. */
function smallOperators(tokens: readonly NewsToken[]): Word[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word' || !small.has(token.text) || token.text.length !== token.length) return [];
    const follows = isOperand(tokens[at + 1], 'right');
    const isMeant = follows && (token.text === 'not' || isOperand(tokens[at - 1], 'left'));
    return isMeant ? [token] : [];
  });
}

/** One hint for all operators of a query that are written small: what it would be with them in capitals. */
function smallOperatorHint(text: string, tokens: readonly NewsToken[]): QueryHint | null {
  const found = smallOperators(tokens);
  const [first] = found;
  if (first === undefined) return null;
  let query = text;
  for (const { at, length } of found) {
    query = query.slice(0, at) + query.slice(at, at + length).toUpperCase() + query.slice(at + length);
  }
  const names = [...new Set(found.map(({ text: name }) => name.toUpperCase()))];
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1);
  const operators = before.length === 0 ? last : sentence('common.two', { one: before, other: last });
  const message = sentence('hint.capitals', { count: names.length, operators });
  return { at: first.at, length: first.length, message, query };
}

/** `headline: oil`: a colon makes a field only where its text follows at once, and somebody may have meant one. */
function fieldApart(text: string, tokens: readonly NewsToken[]): QueryHint | null {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || !token.text.endsWith(':')) continue;
    const next = tokens[at + 1];
    const name = token.text.slice(0, -1).toLowerCase();
    if (next === undefined || !fieldNames.has(name) || !isOperand(next, 'right')) continue;
    const end = token.at + token.length;
    const query = replaced(text, end, next.at - end, '');
    const message = sentence('hint.field-apart', { text: token.text });
    return { at: token.at, length: token.length, message, query };
  }
  return null;
}

/** `exact (US)`: an operator with brackets has them right after it. */
function callApart(text: string, tokens: readonly NewsToken[]): QueryHint | null {
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (token.kind !== 'word' || next?.kind !== 'open' || callIn(token.text)?.instead !== token.text)
      continue;
    const end = token.at + token.length;
    const query = replaced(text, end, next.at - end, '');
    const message = sentence('hint.call-apart', { operator: token.text });
    return { at: token.at, length: token.length, message, query };
  }
  return null;
}

/** What a query may have been meant to say and does not. */
export function queryHints(text: string, tokens: readonly NewsToken[]): QueryHint[] {
  return [smallOperatorHint, fieldApart, callApart]
    .map((hintOf) => hintOf(text, tokens))
    .filter((hint) => hint !== null);
}
