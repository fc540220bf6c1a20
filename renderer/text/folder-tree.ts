import type { FacetValue } from '../../electron/contract/facet-values.ts';

/** The folders that lie directly in `parent`, in the order of their names. */
export function foldersBelow(folders: readonly FacetValue[], parent: string): readonly FacetValue[] {
  return folders
    .filter(({ key }) => key.startsWith(parent) && /^[\\/][^\\/]+$/u.test(key.slice(parent.length)))
    .toSorted((a, b) => a.key.localeCompare(b.key, undefined, { numeric: true }));
}
