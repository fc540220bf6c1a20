import type { FacetName } from '../../../contract/facet-values.ts';
import type { SearchFilter } from '../../../contract/search.ts';

/** What is chosen of a facet, or left out: told whatever it finds. */
export function keptValues(filter: SearchFilter): (facet: FacetName) => readonly string[] {
  return (facet) => [...(filter[facet] ?? []), ...(filter.not?.[facet] ?? [])].map(String);
}
