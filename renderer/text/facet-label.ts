import { say } from '../../electron/words/say.ts';
import type { ArticleState, FacetName, wordRanges } from '../../electron/contract/facet-values.ts';
import { languageName } from './language-name.ts';
import { pathName } from './path-name.ts';

/** What a value of a facet is called; tags and sources by the names that they have. */
export function facetLabel(facet: FacetName, key: string): string {
  switch (facet) {
    case 'languages':
      return languageName(key) ?? say('filter.unknown-language');
    case 'folders':
    case 'sources':
      return pathName(key);
    case 'states':
      return say(`state.${key as ArticleState}`);
    case 'lengths':
      return say(`length.${key as (typeof wordRanges)[number]['key']}`);
    case 'tags':
    case 'years':
    case 'outlets':
    case 'sections':
    case 'places':
    case 'agencies':
    case 'bylines':
    case 'formats':
      return key;
  }
}
