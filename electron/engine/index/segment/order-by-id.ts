import type { Column } from '../schema/columns.ts';

/** Documents by ascending id of their articles, `ids` by document. */
export function orderById(ids: Column): Uint32Array {
  const documents = Uint32Array.from(ids.keys());
  let ascending = true;
  for (let at = 1; at < ids.length; at += 1) ascending &&= (ids[at] as number) > (ids[at - 1] as number);
  return ascending ? documents : documents.sort((a, b) => (ids[a] as number) - (ids[b] as number));
}
