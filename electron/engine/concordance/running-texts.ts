import type { ArticleFields } from '../../contract/article.ts';
import type { HitPlace } from '../../contract/concordance-api.ts';
import { bodyField, indexFields } from '../index/schema/fields.ts';

/** Between the paragraphs of a body, over the ends of which hits and the words around them may go. */
const paragraphBreak = '\n\n';

/** A text in which hits are looked for: the `text`th of a field. All paragraphs of a body are one. */
export type RunningText = Readonly<{ field: number; text: number; words: string }>;

/** The texts of an article, in the order of its fields. */
export function* runningTexts(fields: ArticleFields): Generator<RunningText> {
  for (let field = 0; field < indexFields.length; field += 1) {
    const texts = textsOf(fields, field);
    for (let text = 0; text < texts.length; text += 1) yield { field, text, words: texts[text] ?? '' };
  }
}

/** Empty for one that the article does not have any more. */
export function runningText(fields: ArticleFields, field: number, text: number): string {
  return textsOf(fields, field)[text] ?? '';
}

/** A place in a running text as a place in the texts of the field. */
export function placeOf(fields: ArticleFields, field: number, text: number, start: number): HitPlace {
  const name = indexFields[field]?.name ?? '';
  if (name === 'caption') return { ...captionAt(fields, text), start };
  if (field !== bodyField) return { field: name, text, start };
  let from = 0;
  for (const [paragraph, { length }] of fields.body.entries()) {
    if (start < from + length + paragraphBreak.length) {
      return { field: name, text: paragraph, start: Math.min(start - from, length) };
    }
    from += length + paragraphBreak.length;
  }
  return { field: name, text: Math.max(0, fields.body.length - 1), start: 0 };
}

/** Captions and their credits are texts of one field. */
function captionAt({ captions }: ArticleFields, text: number): Pick<HitPlace, 'field' | 'text'> {
  const places = captions.flatMap(({ credit }, nth) => [
    { field: 'caption', text: nth },
    ...(credit === null ? [] : [{ field: 'credit', text: nth }]),
  ]);
  return places[text] ?? { field: 'caption', text };
}

function textsOf(fields: ArticleFields, field: number): readonly string[] {
  const { continuous, texts } = indexFields[field] ?? noField;
  return continuous ? [texts(fields).join(paragraphBreak)] : texts(fields);
}

const noField = { continuous: false, texts: (): readonly string[] => [] };
