import { facetNames, type AllFacets } from '../../../electron/contract/facet-values.ts';
import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import { articleId, resultSetId } from '../../../electron/contract/ids.ts';
import type { Hit, SearchPage } from '../../../electron/contract/search.ts';

export function hit(id: number, changes: Partial<Hit> = {}): Hit {
  return {
    id: articleId(id),
    path: `/news/${id}.txt`,
    headline: `Headline ${id}`,
    headlineMarks: [],
    score: 1,
    published: null,
    place: null,
    agency: null,
    outlet: null,
    language: 'en',
    direction: 'ltr',
    words: 100,
    tags: [],
    notes: 0,
    highlights: 0,
    states: [],
    missing: false,
    snippet: { text: `Snippet ${id}`, marks: [] },
    ...changes,
  };
}

export function hits(from: number, howMany: number): readonly Hit[] {
  return Array.from({ length: howMany }, (_, i) => hit(from + i));
}

export function page(changes: Partial<SearchPage> = {}): SearchPage {
  const found = changes.hits ?? hits(1, 3);
  return {
    resultSet: resultSetId(1),
    query: '',
    reading: '',
    fault: null,
    hints: [],
    foreign: null,
    narrows: true,
    notices: [],
    total: found.length,
    hidden: 0,
    milliseconds: 1,
    hits: found,
    timeline: { unit: 'day', bars: [], undated: 0 },
    nearestWords: [],
    ...changes,
  };
}

/** Counts of nothing, but for those of some facets. */
export function facets(changes: Partial<AllFacets> = {}): AllFacets {
  const none = facetNames.map((facet) => [facet, { values: [], others: 0 }] as const);
  return { ...(Object.fromEntries(none) as unknown as AllFacets), ...changes };
}

export function articleView(id: number, changes: Partial<ArticleView['fields']> = {}): ArticleView {
  const fields: ArticleView['fields'] = {
    headline: `Headline ${id}`,
    standfirst: null,
    byline: null,
    place: null,
    agency: null,
    published: null,
    captions: [],
    body: ['The river rose. The river fell.'],
    furniture: [],
    language: 'en',
    direction: 'ltr',
    outlet: null,
    section: null,
    url: null,
    words: 6,
    ...changes,
  };
  return {
    id: articleId(id),
    fields,
    tags: [],
    labels: [],
    notes: [],
    highlights: [],
    states: [],
    place: null,
    locations: [],
    evidence: {},
    corrections: [],
    missing: false,
    encoding: 'UTF-8',
    sha256: '',
    marks: {
      headline: [],
      standfirst: [],
      body: fields.body.map(() => []),
      captions: fields.captions.map(() => []),
      furniture: fields.furniture.map(() => []),
    },
    neighbours: { previous: null, next: null },
  };
}
