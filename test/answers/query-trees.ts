import fc from 'fast-check';
import { articleStates, possessions } from '../../electron/engine/query/grammar/article-states.ts';
import { columnFilterOf } from '../../electron/engine/query/grammar/filter-names.ts';
import { parseFilter } from '../../electron/engine/query/grammar/filters/filter-values.ts';
import type { Nearness } from '../../electron/engine/query/grammar/nearness.ts';
import type { QueryNode, SpanNode } from '../../electron/engine/query/grammar/query-node.ts';
import { writtenNames } from '../../electron/engine/query/grammar/written-as.ts';
import { folders, formats, languages, outlets, sections, tags } from './invented-archive.ts';
import { patterns, askedWords } from './vocabulary.ts';

/** 2021-03-01, in days since 1970. */
export const today = 18_687;

const field = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  fc.constantFrom('headline', 'standfirst', 'byline', 'place', 'agency', 'caption', 'body', 'furniture'),
  fc.constantFrom('lead', 'hlead', 'first1', 'first4'),
);
const written = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constantFrom(...writtenNames).map((name) => ({ written: name })),
);
const boost = fc.constantFrom(1, 1, 1, 2);

const word: fc.Arbitrary<SpanNode> = fc
  .record({ text: fc.constantFrom(...askedWords, ...askedWords, ...patterns), field, boost, written })
  .map(({ written: how, ...rest }) => ({
    kind: 'word',
    editDistance: 0,
    unfinished: false,
    ...rest,
    ...how,
  }));
const nearWord: fc.Arbitrary<SpanNode> = fc
  .record({
    text: fc.constantFrom('dams', 'strikes', 'women', 'ferry'),
    field,
    editDistance: fc.constantFrom(1, 2),
  })
  .map((rest) => ({ kind: 'word', boost: 1, unfinished: false, ...rest }));
const phrase: fc.Arbitrary<SpanNode> = fc
  .record({
    text: fc
      .array(fc.constantFrom(...askedWords, ...patterns), { minLength: 1, maxLength: 3 })
      .map((list) => list.join(' ')),
    field,
    boost,
    slack: fc.constantFrom(0, 0, 1, 3),
    written,
  })
  .map(({ written: how, ...rest }) => ({ kind: 'phrase', unfinished: false, ...rest, ...how }));

const nearness: fc.Arbitrary<Nearness> = fc.record({
  within: fc.oneof(
    fc.integer({ min: 1, max: 6 }),
    fc.constantFrom<Nearness['within']>('sentence', 'paragraph'),
  ),
  ordered: fc.boolean(),
});

const { span } = fc.letrec<{ span: SpanNode }>((tie) => ({
  span: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'span' },
    { weight: 5, arbitrary: word },
    { weight: 2, arbitrary: phrase },
    nearWord,
    fc.array(tie('span'), { minLength: 2, maxLength: 3 }).map((nodes): SpanNode => ({ kind: 'any', nodes })),
    fc
      .record({ left: tie('span'), right: tie('span'), nearness, negated: fc.boolean() })
      .map((parts): SpanNode => ({ kind: 'near', ...parts })),
  ),
}));

function filterOf(name: Parameters<typeof parseFilter>[0], value: string): QueryNode {
  const { node } = parseFilter(name, value, today, null);
  if (node === null) throw new Error(`${name}:${value} is no filter`);
  return node;
}

function named(name: string, values: readonly string[]): fc.Arbitrary<QueryNode> {
  return fc.constantFrom(...values).map((value): QueryNode => {
    const filter = columnFilterOf(name);
    if (filter === undefined) throw new Error(`${name} is no column`);
    return { kind: 'named', filter, value: value.toLowerCase() };
  });
}

const filter: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.constantFrom(...tags).map((name): QueryNode => ({ kind: 'tag', name })),
  fc.constantFrom(...folders).map((name): QueryNode => ({ kind: 'folder', name })),
  fc.constantFrom(...folders).map((name): QueryNode => ({ kind: 'source', name })),
  fc.constantFrom(...formats).map((name): QueryNode => ({ kind: 'format', name })),
  fc.constantFrom(...articleStates).map((state): QueryNode => ({ kind: 'is', state })),
  fc.constantFrom(...possessions).map((what): QueryNode => ({ kind: 'has', what })),
  named('language', languages),
  named('outlet', [...outlets, 'd*', 'c?urier']),
  named('section', sections),
  fc
    .constantFrom(
      'date:2020',
      'date~:2020',
      'date:2019-02..2020',
      'before:2021',
      'after:2020-02',
      'year:2020',
    )
    .map((text) => filterOf(text.slice(0, text.indexOf(':')) as 'date', text.slice(text.indexOf(':') + 1))),
  fc.constantFrom('>8', '<=4', '3..12', '7', '>=0').map((value) => filterOf('words', value)),
);

/** Trees of the whole language, as parsing makes them of what is written with every bracket. */
export const { tree } = fc.letrec<{ tree: QueryNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'tree' },
    { weight: 6, arbitrary: span },
    { weight: 2, arbitrary: filter },
    { weight: 1, arbitrary: fc.constant<QueryNode>({ kind: 'everything' }) },
    fc
      .record({ count: fc.integer({ min: 1, max: 4 }), node: span })
      .map((parts): QueryNode => ({ kind: 'atleast', ...parts })),
    fc
      .record({ nodes: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }), implicit: fc.boolean() })
      .map((parts): QueryNode => ({ kind: 'all', ...parts })),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((nodes): QueryNode => ({ kind: 'any', nodes })),
    tie('tree').map((node): QueryNode => ({ kind: 'not', node })),
    tie('tree').map((node): QueryNode => ({ kind: 'required', node })),
    span.map((node): QueryNode => ({ kind: 'note', node })),
  ),
}));
