import { isSpanNode, type QueryNode } from './query-node.ts';

/** So many mentions of each of several things, or of any of them together; null where something has no place in a text. */
export function mentionsOf(node: QueryNode, count: number): QueryNode | null {
  if (isSpanNode(node)) return { kind: 'atleast', count, node };
  if (node.kind === 'required') {
    const inner = mentionsOf(node.node, count);
    return inner === null ? null : { kind: 'required', node: inner };
  }
  if (node.kind !== 'all') return null;
  const parts = node.nodes.map((part) => mentionsOf(part, count));
  const nodes = parts.filter((part) => part !== null);
  return nodes.length === parts.length ? { ...node, nodes } : null;
}
