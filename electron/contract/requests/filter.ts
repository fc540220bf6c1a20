import { articleStates, facetNames, wordRanges, type FacetName } from '../facet-values.ts';
import { byNamedColumn } from '../named-columns.ts';
import { isoDay, listOf, oneOf, orMissing, record, text, truth, type Parser } from '../parse.ts';
import { aSource, aTag } from './id-parsers.ts';

const maxChosen = 10_000;
const names = listOf(text(1, 1000), maxChosen);
const tags = listOf(aTag, maxChosen);
const sources = listOf(aSource, maxChosen);

const chosenNames = {
  states: orMissing(listOf(oneOf(articleStates), articleStates.length)),
  folders: orMissing(listOf(text(1, 32_768), maxChosen)),
  years: orMissing(listOf(text(4, 4), maxChosen)),
  ...byNamedColumn(() => orMissing(names)),
  lengths: orMissing(listOf(oneOf(wordRanges.map(({ key }) => key)), wordRanges.length)),
  formats: orMissing(names),
} satisfies Record<Exclude<FacetName, 'tags' | 'sources'>, Parser<readonly string[] | undefined>>;

export const aFilter = record({
  ...chosenNames,
  tags,
  sources,
  untagged: truth,
  published: orMissing(record({ from: isoDay, to: isoDay })),
  not: orMissing(record({ ...chosenNames, tags: orMissing(tags), sources: orMissing(sources) })),
  every: orMissing(listOf(oneOf(facetNames), facetNames.length)),
});
