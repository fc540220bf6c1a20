import type { ArticleFields } from '../../../contract/article.ts';

export type IndexField = Readonly<{
  name: string;
  /** Other names that queries of grammar `news` may use. */
  aliases?: readonly string[];
  boost: number;
  /** Whether a query that names no field searches it; only these fields are Lunr's. */
  searched: boolean;
  /** Whether a phrase may run from one text into the next; otherwise each has a position space of its own. */
  continuous: boolean;
  texts(fields: ArticleFields): readonly string[];
}>;

function present(text: string | null): readonly string[] {
  return text === null ? [] : [text];
}

const separate = { searched: true, continuous: false } as const;

/** The one table of what is indexed; a field's number in the index is its row here. */
export const indexFields: readonly IndexField[] = [
  {
    name: 'headline',
    aliases: ['title'],
    boost: 3,
    ...separate,
    texts: (fields) => present(fields.headline),
  },
  { name: 'standfirst', boost: 2, ...separate, texts: (fields) => present(fields.standfirst) },
  { name: 'byline', aliases: ['author'], boost: 1, ...separate, texts: (fields) => present(fields.byline) },
  { name: 'place', aliases: ['dateline'], boost: 1, ...separate, texts: (fields) => present(fields.place) },
  { name: 'agency', boost: 1, ...separate, texts: (fields) => present(fields.agency) },
  {
    name: 'caption',
    boost: 1,
    ...separate,
    texts: (fields) =>
      fields.captions.flatMap(({ text, credit }) => (credit === null ? [text] : [text, credit])),
  },
  { name: 'body', boost: 1, searched: true, continuous: true, texts: (fields) => fields.body },
  { name: 'furniture', boost: 1, searched: false, continuous: false, texts: (fields) => fields.furniture },
];

/** Numbers of the fields that a query without a field name searches: Lunr's fields. */
export const searchedFields: readonly number[] = indexFields.flatMap((field, number) =>
  field.searched ? [number] : [],
);

export const headlineField = indexFields.findIndex(({ name }) => name === 'headline');

export const bodyField = indexFields.findIndex(({ name }) => name === 'body');

/** Null for a name that is no field of the index. */
export function fieldNumber(name: string): number | null {
  const number = indexFields.findIndex((field) => field.name === name);
  return number < 0 ? null : number;
}
