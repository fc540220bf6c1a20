import { isFilter, type QueryNode } from './query-node.ts';

/**
 * The query with plain words joined by OR where AND was not written, for when no article has all of them; null when
 * there is nothing to loosen. Filters, NOT and words with `+` stay as they are.
 */
export function relaxed(node: QueryNode): QueryNode | null {
  if (node.kind !== 'all' || !node.implicit) return null;
  const fixed = node.nodes.filter((part) => isFilter(part) || part.kind === 'required');
  const plain = node.nodes.filter((part) => !fixed.includes(part));
  // Next to a required word the others are wishes: they raise an article and keep none out.
  const hasRequired = fixed.some((part) => part.kind === 'required');
  if (plain.length < (hasRequired ? 1 : 2)) return null;
  const any: QueryNode = { kind: 'any', nodes: hasRequired ? [{ kind: 'everything' }, ...plain] : plain };
  return fixed.length === 0 ? any : { kind: 'all', nodes: [...fixed, any], implicit: false };
}
