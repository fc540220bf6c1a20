import { say } from '../../electron/words/say.ts';
import type { ArticleState, FacetName, wordRanges } from '../../electron/contract/facet-values.ts';
import { languageName } from './language-name.ts';
import { pathName } from './path-name.ts';

/** What a value of a facet is called; tags and sources by the names that they have. */
export function facetLabel(facet: FacetName, key: string): string {
  if (facet === 'languages') return languageName(key) ?? say('filter.unknown-language');
  if (facet === 'folders' || facet === 'sources') return pathName(key);
  if (facet === 'states') return say(`state.${key as ArticleState}`);
  if (facet === 'lengths') return say(`length.${key as (typeof wordRanges)[number]['key']}`);
  return key;
}
