import type { MessageName } from '../words/languages.ts';
import { sentence, type Sentence } from '../words/sentence.ts';
import type { ArticleFields } from './article.ts';

/** A property of articles that has a name for its value: the index has a column of it, by which answers are counted and filtered. */
export type NamedColumn = Readonly<{
  /** Of its counts in an answer, and of its part of a search filter. */
  name: string;
  /** Null or empty for none. */
  of: (fields: ArticleFields) => string | null;
  /** What the window calls it, and how it reads a `{label}` of it among the filters. */
  words: Readonly<{ noun: MessageName; reads: MessageName }>;
  /** How grammar `news` filters by it; null where only the window does. */
  filter: Readonly<{
    name: string;
    aliases: readonly string[];
    /** What is said of a value that no article has. */
    unknown: (text: string) => Sentence;
    /** Whether the name of an article is one that is asked for, both in small letters. */
    matches: (name: string, asked: string) => boolean;
  }> | null;
}>;

const isSame = (name: string, asked: string): boolean => name === asked;

/**
 * The one table of them; all else follows from it, but for the place of each in `facetNames`. A row's place says which columns of
 * the index are its own.
 */
export const namedColumns = [
  {
    name: 'languages',
    of: ({ language }) => language,
    words: { noun: 'filter.language', reads: 'filter.in-language' },
    filter: {
      name: 'language',
      aliases: ['lang'],
      unknown: (text) => sentence('fault.no-language', { text }),
      // BCP 47: `ar` takes `ar-EG` in.
      matches: (name, asked) => name === asked || name.startsWith(`${asked}-`),
    },
  },
  {
    name: 'places',
    of: ({ place }) => place,
    words: { noun: 'filter.place', reads: 'filter.at-place' },
    filter: null,
  },
  {
    name: 'agencies',
    of: ({ agency }) => agency,
    words: { noun: 'filter.agency', reads: 'filter.by-agency' },
    filter: null,
  },
  {
    name: 'outlets',
    of: ({ outlet }) => outlet,
    words: { noun: 'filter.outlet', reads: 'filter.in-outlet' },
    filter: {
      name: 'outlet',
      aliases: ['publication'],
      unknown: (text) => sentence('fault.no-outlet', { text }),
      matches: isSame,
    },
  },
  {
    name: 'sections',
    of: ({ section }) => section,
    words: { noun: 'filter.section', reads: 'filter.in-section' },
    filter: {
      name: 'section',
      aliases: [],
      unknown: (text) => sentence('fault.no-section', { text }),
      matches: isSame,
    },
  },
  {
    name: 'bylines',
    of: ({ byline }) => byline,
    words: { noun: 'filter.byline', reads: 'filter.by-author' },
    filter: null,
  },
] as const satisfies readonly NamedColumn[];

export type NamedColumnName = (typeof namedColumns)[number]['name'];

export function isNamedColumn(name: string): name is NamedColumnName {
  return namedColumns.some((column) => column.name === name);
}

/** A value for each row of the table. */
export function byNamedColumn<Value>(
  valueOf: (column: NamedColumn & Readonly<{ name: NamedColumnName }>) => Value,
): Readonly<Record<NamedColumnName, Value>> {
  return Object.fromEntries(namedColumns.map((column) => [column.name, valueOf(column)])) as Record<
    NamedColumnName,
    Value
  >;
}
