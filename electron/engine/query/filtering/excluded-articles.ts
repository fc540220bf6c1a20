import type { SearchFilter } from '../../../contract/search.ts';
import type { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { QueryNode } from '../grammar/query-node.ts';
import { filterByArticles } from '../matching/filters.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';
import { applyFilter, type FilterSets } from './apply-filter.ts';
import { countOf } from './matched-articles.ts';

/** Whether a query names excluded articles, be it to leave them out: it decides of them then. */
export function asksForExcluded(node: QueryNode): boolean {
  if (node.kind === 'is') return node.state === 'excluded';
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.some(asksForExcluded);
  return (node.kind === 'not' || node.kind === 'required') && asksForExcluded(node.node);
}

/** The same of what is chosen beside a query. */
function choosesExcluded({ states = [], not }: SearchFilter): boolean {
  return [...states, ...(not?.states ?? [])].includes('excluded');
}

/** Takes excluded articles out of `matched`; how many they were. */
function hideExcluded({ segments }: IndexSnapshot, matched: DocumentSets, excluded: BitSet): number {
  if (excluded.isEmpty) return 0;
  const before = countOf(matched);
  for (const [nth, segment] of segments.entries())
    matched[nth]?.subtract(filterByArticles(segment, excluded));
  return before - countOf(matched);
}

/** What a question says of excluded articles beside its query. */
export type Narrowing = Readonly<{
  filter: SearchFilter;
  /** They are found also where neither query nor filter names them. */
  withExcluded?: boolean;
}>;

export function findsExcluded({ filter, withExcluded = false }: Narrowing): boolean {
  return withExcluded || choosesExcluded(filter);
}

/** Takes out of `matched` what the filter keeps out and, where nothing asks for them, excluded articles. */
export function narrow(
  snapshot: IndexSnapshot,
  matched: DocumentSets,
  asked: Narrowing,
  sets: FilterSets,
): Readonly<{ hidden: number; hidesExcluded: boolean }> {
  applyFilter(snapshot, matched, asked.filter, sets);
  if (findsExcluded(asked)) return { hidden: 0, hidesExcluded: false };
  return { hidden: hideExcluded(snapshot, matched, sets.inReadingState('excluded')), hidesExcluded: true };
}

/** Not even what is hidden. */
export function findsNone({ matched, hidden }: Readonly<{ matched: DocumentSets; hidden: number }>): boolean {
  return hidden === 0 && matched.every((set) => set.isEmpty);
}
