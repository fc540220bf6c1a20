import { say } from '../../../electron/words/say.ts';
import type { MessageName } from '../../../electron/words/languages.ts';
import type { Tag, TagColour } from '../../../electron/contract/archive-api.ts';
import { facetNames, type FacetName } from '../../../electron/contract/facet-values.ts';
import { byNamedColumn } from '../../../electron/contract/named-columns.ts';
import { sourceId, tagId, type SourceId, type TagId } from '../../../electron/contract/ids.ts';
import type { SearchFilter } from '../../../electron/contract/search.ts';
import { shortDate } from '../../text/date-text.ts';
import { sayList } from '../../text/say-list.ts';
import { facetLabel } from '../../text/facet-label.ts';
import { choose, keysIn, type FacetKey } from './facet-choices.ts';

/** What the choices of a filter are called. */
export type FilterNames = Readonly<{
  tag: (id: TagId) => Pick<Tag, 'name' | 'colour'> | undefined;
  source: (id: SourceId) => string | undefined;
}>;

type Choice = Readonly<{
  key: string | number;
  label: string;
  colour?: TagColour;
  without: (filter: SearchFilter) => SearchFilter;
}>;

type Kind = Readonly<{
  noun: MessageName;
  /** What the reading of a query says of its choices; null where the choice says it all. */
  reads: MessageName | null;
  choices: (filter: SearchFilter, names: FilterNames) => readonly Choice[];
  /** How several choices are joined; `or` where nothing is said. */
  joins?: (filter: SearchFilter) => 'filter.and' | 'filter.or';
  /** The choices are what articles are not to have. */
  isLeftOut?: true;
}>;

/** One choice of a filter, as it stands in the query box. */
export type FilterToken = Choice &
  Readonly<{
    key: string;
    noun: string;
    reads: MessageName | null;
    joins: 'filter.and' | 'filter.or';
    isLeftOut: boolean;
    /** The label without what says that it is left out. */
    bare: string;
  }>;

/** What is said of a facet. */
export const facetWords: Readonly<Record<FacetName, Pick<Kind, 'noun' | 'reads'>>> = {
  tags: { noun: 'filter.tag', reads: 'filter.in-tag' },
  states: { noun: 'filter.state', reads: null },
  sources: { noun: 'filter.source', reads: 'filter.from-source' },
  folders: { noun: 'filter.folder', reads: 'filter.from-folder' },
  years: { noun: 'filter.year', reads: 'filter.of-year' },
  ...byNamedColumn(({ words }) => words),
  lengths: { noun: 'filter.length', reads: null },
  formats: { noun: 'filter.format', reads: 'filter.as-format' },
};

function kindsOf(facet: FacetName): readonly Kind[] {
  const choiceOf = (value: FacetKey, names: FilterNames): Choice => ({
    key: value,
    ...named(facet, value, names),
    without: (filter) => choose(filter, facet, [value], null),
  });
  return [
    {
      ...facetWords[facet],
      joins: (filter) => (filter.every?.includes(facet) === true ? 'filter.and' : 'filter.or'),
      choices: (filter, names) => keysIn(filter, facet).map((value) => choiceOf(value, names)),
    },
    {
      ...facetWords[facet],
      isLeftOut: true,
      choices: ({ not = {} }, names) => keysIn(not, facet).map((value) => choiceOf(value, names)),
    },
  ];
}

function named(facet: FacetName, value: FacetKey, names: FilterNames): Pick<Choice, 'label' | 'colour'> {
  if (facet === 'tags') {
    const tag = names.tag(tagId(Number(value)));
    return { label: tag?.name ?? '…', colour: tag?.colour ?? 'slate' };
  }
  if (facet === 'sources') return { label: names.source(sourceId(Number(value))) ?? '…' };
  return { label: facetLabel(facet, String(value)) };
}

const untaggedKind: Kind = {
  noun: 'filter.tag',
  reads: null,
  choices: ({ untagged }) =>
    untagged
      ? [
          {
            key: 'none',
            label: say('filter.untagged'),
            without: (filter) => ({ ...filter, untagged: false }),
          },
        ]
      : [],
};

const publishedKind: Kind = {
  noun: 'filter.published',
  reads: null,
  choices: ({ published }) =>
    published === undefined
      ? []
      : [{ key: 'days', label: sayDays(published), without: ({ published: _, ...rest }) => rest }],
};

/** Everything that a filter can narrow by, in the order in which it is read. */
const kinds: readonly Kind[] = facetNames
  .flatMap((facet) => (facet === 'tags' ? [...kindsOf(facet), untaggedKind] : kindsOf(facet)))
  .concat(publishedKind);

/** Every choice of `filter`. */
export function filterTokens(filter: SearchFilter, names: FilterNames): readonly FilterToken[] {
  return kinds.flatMap(({ noun, reads, choices, joins, isLeftOut = false }) =>
    choices(filter, names).map((choice) => ({
      ...choice,
      key: `${noun} ${isLeftOut ? 'not ' : ''}${String(choice.key)}`,
      noun: say(noun),
      label: isLeftOut ? say('filter.not', { label: choice.label }) : choice.label,
      bare: choice.label,
      reads,
      joins: joins?.(filter) ?? 'filter.or',
      isLeftOut,
    })),
  );
}

/** Tokens that the query box has room for. */
const maxShown = 4;

/** `tokens`, of which the last stands for all that there is no room for. */
export function bundled(tokens: readonly FilterToken[]): readonly FilterToken[] {
  if (tokens.length <= maxShown) return tokens;
  const shown = tokens.slice(0, maxShown - 1);
  const more = tokens.slice(maxShown - 1);
  return [
    ...shown,
    {
      key: 'more',
      noun: sayList(more.map(({ noun, label }) => say('search.filter', { noun, label }))),
      reads: null,
      joins: 'filter.or',
      isLeftOut: false,
      label: say('filter.more', { count: more.length }),
      bare: '',
      without: (filter) => more.reduce((left, token) => token.without(left), filter),
    },
  ];
}

/** More choices of one kind are told by their number. */
const maxRead = 3;

/** `in Energy/Crude or Film · from lantern`, to stand after the reading of a query; empty without tokens. */
export function readTokens(tokens: readonly FilterToken[]): string {
  const groups = new Map<string, FilterToken[]>();
  for (const token of tokens) {
    const key = `${token.noun} ${token.reads ?? ''} ${String(token.isLeftOut)}`;
    groups.set(key, [...(groups.get(key) ?? []), token]);
  }
  return [...groups.values()]
    .map((group) => {
      const more = group.length - maxRead;
      const labels = [
        ...group.slice(0, maxRead).map(({ bare }) => bare),
        ...(more > 0 ? [say('filter.more', { count: more })] : []),
      ];
      const [{ reads, joins, isLeftOut }] = group as [FilterToken, ...FilterToken[]];
      const label = labels.reduce((one, other) => say(joins, { one, other }));
      const read = reads === null ? label : say(reads, { label });
      return isLeftOut ? say('filter.not', { label: read }) : read;
    })
    .reduce((one, other) => (one === '' ? other : say('filter.then', { one, other })), '');
}

function sayDays({ from, to }: Readonly<{ from: string; to: string }>): string {
  const day = (date: string) => shortDate({ date, precision: 'day', from: 'metadata', confidence: 1 });
  return from === to ? day(from) : say('filter.days', { from: day(from), to: day(to) });
}
