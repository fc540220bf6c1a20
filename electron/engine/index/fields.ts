import type { ArticleFields } from '../../contract/article.ts';

export type IndexField = Readonly<{
  name: string;
  boost: number;
  /** Whether a query that names no field searches it; only these fields are Lunr's. */
  searched: boolean;
  /** Each string is a stretch of text with a position space of its own. */
  texts(fields: ArticleFields): readonly string[];
}>;

function present(text: string | null): readonly string[] {
  return text === null ? [] : [text];
}

/** The body is one stretch: a phrase may run over the end of a paragraph. */
const paragraphBreak = '\n\n';

/** The one table of what is indexed; a field's number in the index is its place here. */
export const indexFields: readonly IndexField[] = [
  { name: 'headline', boost: 3, searched: true, texts: (fields) => present(fields.headline) },
  { name: 'standfirst', boost: 2, searched: true, texts: (fields) => present(fields.standfirst) },
  { name: 'byline', boost: 1, searched: true, texts: (fields) => present(fields.byline) },
  { name: 'place', boost: 1, searched: true, texts: (fields) => present(fields.place) },
  { name: 'agency', boost: 1, searched: true, texts: (fields) => present(fields.agency) },
  {
    name: 'caption',
    boost: 1,
    searched: true,
    texts: (fields) =>
      fields.captions.flatMap(({ text, credit }) => (credit === null ? [text] : [text, credit])),
  },
  { name: 'body', boost: 1, searched: true, texts: (fields) => present(fields.body.join(paragraphBreak)) },
  { name: 'furniture', boost: 1, searched: false, texts: (fields) => fields.furniture },
];

/** Numbers of the fields that a query without a field name searches: Lunr's fields. */
export const searchedFields: readonly number[] = indexFields.flatMap((field, number) =>
  field.searched ? [number] : [],
);

/** Null for a name that is no field of the index. */
export function fieldNumber(name: string): number | null {
  const number = indexFields.findIndex((field) => field.name === name);
  return number < 0 ? null : number;
}
