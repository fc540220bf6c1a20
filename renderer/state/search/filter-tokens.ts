import type { Tag, TagColour } from '../../../electron/contract/archive-api.ts';
import type { SourceId, TagId } from '../../../electron/contract/ids.ts';
import type { SearchFilter } from '../../../electron/contract/search.ts';
import { shortDate } from '../../text/dates.ts';
import { languageName } from '../../text/language.ts';

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
  noun: string;
  /** Stands before its choices in the reading of a query; null where the choice says it all. */
  preposition: string | null;
  choices: (filter: SearchFilter, names: FilterNames) => readonly Choice[];
}>;

/** One choice of a filter, as it stands in the query box. */
export type FilterToken = Choice & Readonly<{ key: string; noun: string; preposition: string | null }>;

/** Everything that a filter can narrow by, in the order in which it is read. */
const kinds: readonly Kind[] = [
  {
    noun: 'Tag',
    preposition: 'in',
    choices: ({ tags }, names) =>
      tags.map((id) => ({
        key: id,
        label: names.tag(id)?.name ?? '…',
        colour: names.tag(id)?.colour ?? 'slate',
        without: (filter) => ({ ...filter, tags: except(filter.tags, id) }),
      })),
  },
  {
    noun: 'Tag',
    preposition: null,
    choices: ({ untagged }) =>
      untagged
        ? [{ key: 'none', label: 'untagged', without: (filter) => ({ ...filter, untagged: false }) }]
        : [],
  },
  {
    noun: 'Source',
    preposition: 'from',
    choices: ({ sources }, names) =>
      sources.map((id) => ({
        key: id,
        label: names.source(id) ?? '…',
        without: (filter) => ({ ...filter, sources: except(filter.sources, id) }),
      })),
  },
  {
    noun: 'Language',
    preposition: 'in',
    choices: ({ languages = [] }) =>
      languages.map((tag) => ({
        key: tag,
        label: languageName(tag) ?? 'unknown language',
        without: (filter) => ({ ...filter, languages: except(filter.languages, tag) }),
      })),
  },
  {
    noun: 'Place',
    preposition: 'at',
    choices: ({ places = [] }) =>
      places.map((name) => ({
        key: name,
        label: name,
        without: (filter) => ({ ...filter, places: except(filter.places, name) }),
      })),
  },
  {
    noun: 'Agency',
    preposition: 'by',
    choices: ({ agencies = [] }) =>
      agencies.map((name) => ({
        key: name,
        label: name,
        without: (filter) => ({ ...filter, agencies: except(filter.agencies, name) }),
      })),
  },
  {
    noun: 'Published',
    preposition: null,
    choices: ({ published }) =>
      published === undefined
        ? []
        : [{ key: 'days', label: sayDays(published), without: ({ published: _, ...rest }) => rest }],
  },
];

/** Every choice of `filter`. */
export function filterTokens(filter: SearchFilter, names: FilterNames): readonly FilterToken[] {
  return kinds.flatMap(({ noun, preposition, choices }) =>
    choices(filter, names).map((choice) => ({
      ...choice,
      key: `${noun} ${String(choice.key)}`,
      noun,
      preposition,
    })),
  );
}

/** Tokens that the query box has room for. */
const mostShown = 4;

/** `tokens`, of which the last stands for all that there is no room for. */
export function bundled(tokens: readonly FilterToken[]): readonly FilterToken[] {
  if (tokens.length <= mostShown) return tokens;
  const shown = tokens.slice(0, mostShown - 1);
  const more = tokens.slice(mostShown - 1);
  return [
    ...shown,
    {
      key: 'more',
      noun: more.map(({ noun, label }) => `${noun} ${label}`).join(', '),
      preposition: null,
      label: `${String(more.length)} more`,
      without: (filter) => more.reduce((left, token) => token.without(left), filter),
    },
  ];
}

/** More choices of one kind are told by their number. */
const mostRead = 3;

/** `in Energy/Crude or Film · from lantern`, to stand behind the reading of a query; empty without tokens. */
export function readTokens(tokens: readonly FilterToken[]): string {
  const labelsOf = new Map<string, string[]>();
  for (const { noun, preposition, label } of tokens) {
    const opening = preposition === null ? '' : `${preposition} `;
    const labels = labelsOf.get(`${noun} ${opening}`);
    if (labels === undefined) labelsOf.set(`${noun} ${opening}`, [`${opening}${label}`]);
    else labels.push(label);
  }
  return [...labelsOf.values()]
    .map((labels) => {
      const more = labels.length - mostRead;
      return [...labels.slice(0, mostRead), ...(more > 0 ? [`${String(more)} more`] : [])].join(' or ');
    })
    .join(' · ');
}

function except<Value>(values: readonly Value[] | undefined, left: Value): readonly Value[] {
  return values?.filter((value) => value !== left) ?? [];
}

function sayDays({ from, to }: Readonly<{ from: string; to: string }>): string {
  const day = (date: string) => shortDate({ date, precision: 'day', from: 'metadata', confidence: 1 });
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}
