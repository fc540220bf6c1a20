import type { ChosenValues, FacetName } from '../../../electron/contract/facet-values.ts';
import type { SearchFilter } from '../../../electron/contract/search.ts';

/** Of a facet, as its own kind of id or name. */
export type FacetKey = string | number;

/** Whether articles are to have a value, or not to have it. */
export type Choice = 'in' | 'out' | null;

/** How several choices of one facet are meant. */
export type Meaning = 'any' | 'all' | 'none';

export function choiceOf(filter: SearchFilter, facet: FacetName, keys: readonly FacetKey[]): Choice {
  const isAmong = (chosen: readonly FacetKey[]) =>
    keys.length > 0 && keys.every((key) => chosen.includes(key));
  if (isAmong(keysIn(filter, facet))) return 'in';
  return isAmong(keysIn(filter.not ?? {}, facet)) ? 'out' : null;
}

/** `filter` with this choice for the values, in place of any other that was made for them. */
export function choose(
  filter: SearchFilter,
  facet: FacetName,
  keys: readonly FacetKey[],
  choice: Choice,
): SearchFilter {
  const others = (chosen: readonly FacetKey[]) => chosen.filter((key) => !keys.includes(key));
  const wanted = others(keysIn(filter, facet));
  const unwanted = others(keysIn(filter.not ?? {}, facet));
  return withKeys(
    filter,
    facet,
    choice === 'in' ? [...wanted, ...keys] : wanted,
    choice === 'out' ? [...unwanted, ...keys] : unwanted,
  );
}

/** What the choices of a facet mean together; null where there is none to mean. */
export function meaningOf(filter: SearchFilter, facet: FacetName): Meaning | null {
  const wanted = keysIn(filter, facet).length;
  const unwanted = keysIn(filter.not ?? {}, facet).length;
  if (wanted === 0) return unwanted > 1 ? 'none' : null;
  if (wanted === 1) return null;
  return filter.every?.includes(facet) === true ? 'all' : 'any';
}

/** `filter` with all choices of the facet meant in this way. */
export function withMeaning(filter: SearchFilter, facet: FacetName, meaning: Meaning): SearchFilter {
  const keys = [...new Set([...keysIn(filter, facet), ...keysIn(filter.not ?? {}, facet)])];
  const every = (filter.every ?? []).filter((other) => other !== facet);
  const chosen = meaning === 'none' ? withKeys(filter, facet, [], keys) : withKeys(filter, facet, keys, []);
  const { every: _, ...rest } = chosen;
  const all = meaning === 'all' ? [...every, facet] : every;
  return all.length === 0 ? rest : { ...rest, every: all };
}

/** What is chosen of a facet, or left out. */
export function keysIn(chosen: SearchFilter | ChosenValues, facet: FacetName): readonly FacetKey[] {
  return chosen[facet] ?? [];
}

/** Lists without values are left away, so that filters of the same meaning are the same. */
function withKeys(
  filter: SearchFilter,
  facet: FacetName,
  wanted: readonly FacetKey[],
  unwanted: readonly FacetKey[],
): SearchFilter {
  const isAlwaysThere = facet === 'tags' || facet === 'sources';
  const { [facet]: _, not = {}, ...rest } = filter;
  const { [facet]: _not, ...othersNot } = not;
  const left = { ...othersNot, ...(unwanted.length === 0 ? {} : { [facet]: unwanted }) };
  return {
    tags: [],
    sources: [],
    ...rest,
    ...(wanted.length === 0 && !isAlwaysThere ? {} : { [facet]: wanted }),
    ...(Object.keys(left).length === 0 ? {} : { not: left }),
  };
}
