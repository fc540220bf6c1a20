import type { QueryFault } from '../../../../contract/search.ts';
import type { FilterName } from '../filter-names.ts';
import { parseFilter, type KnownValues } from './filter-values.ts';
import { replaced } from '../replaced.ts';
import type { QueryNode } from '../query-node.ts';
import { quotedIfNeeded } from '../quoted-value.ts';

/** Where a filter stands in a query: the name of the field begins `at`, its value is `[from, end)`. */
export type FilterSpan = Readonly<{ at: number; from: number; end: number }>;

/** Parses a filter of a query; its fault offers the query with the value that was meant. */
export function filterAt(
  query: string,
  name: FilterName,
  value: string,
  { at, from, end }: FilterSpan,
  { today, known = null }: Readonly<{ today: number; known?: KnownValues | null }>,
): Readonly<{ node: QueryNode | null; fault: QueryFault | null }> {
  const { node, message, instead } = parseFilter(name, value, today, known);
  if (message === null) return { node, fault: null };
  const fault = { at, length: end - at, message };
  if (instead === undefined) return { node, fault };
  return { node, fault: { ...fault, query: replaced(query, from, end - from, quotedIfNeeded(instead)) } };
}
