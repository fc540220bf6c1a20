import type { QueryNode } from '../grammar/query-node.ts';

/** Whether texts have to be read to answer a part of a query. */
export function asksAsWritten(node: QueryNode): boolean {
  if (node.kind === 'word' || node.kind === 'phrase') return node.written === 'exact';
  if (node.kind === 'near') return asksAsWritten(node.left) || asksAsWritten(node.right);
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.some(asksAsWritten);
  if (node.kind === 'not' || node.kind === 'required' || node.kind === 'atleast')
    return asksAsWritten(node.node);
  return false;
}
