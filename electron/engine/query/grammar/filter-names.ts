/** Fields whose value filters and is not looked for in the text. */
export type FilterName = 'tag' | 'source' | 'language' | 'words' | 'date' | 'before' | 'after';

const names: ReadonlySet<string> = new Set(['tag', 'source', 'language', 'words', 'date', 'before', 'after']);

export function isFilterName(name: string): name is FilterName {
  return names.has(name);
}
