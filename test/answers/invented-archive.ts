import fc from 'fast-check';
import type { ArticleFields, Published } from '../../electron/contract/article.ts';
import { article } from '../support/article-fields.ts';
import { writtenWords } from './vocabulary.ts';

/** Words of a sentence, sentences of a paragraph, paragraphs of a body. */
type Sentence = readonly string[];

/** An article with what people did with it. */
export type InventedArticle = Readonly<{
  fields: ArticleFields;
  /** The sentences of each paragraph of the body, as they were written. */
  body: readonly (readonly Sentence[])[];
  tags: readonly string[];
  notes: readonly string[];
  folder: string;
  format: string;
  marks: readonly string[];
}>;

export const languages = ['en', 'ar', 'ckb'];
export const outlets = ['Courier', 'Daily Dam'];
export const sections = ['World', 'Sport'];
export const tags = ['Energy', 'Energy/Oil', 'Film', 'Starred'];
export const folders = ['1987', 'esta'];
export const formats = ['txt', 'html'];
export const marks = ['missing', 'corrected', 'read', 'queued', 'excluded', 'highlighted'];

const word = fc.constantFrom(...writtenWords);
/** In a text of capitals alone initials are none. */
function notShouted(list: readonly string[]): readonly string[] {
  return list.some((one) => /[a-z]/.test(one)) ? list : [...list, 'oil'];
}
const words = (max: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: max }).map((list) => notShouted(list).join(' '));
const sentence: fc.Arbitrary<Sentence> = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map(notShouted)
  .map(([first = '', ...rest]) => [first.charAt(0).toUpperCase() + first.slice(1), ...rest]);
const body = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
const caption = fc.record({ text: words(4), credit: fc.option(words(2)) });
const published: fc.Arbitrary<Published | null> = fc.option(
  fc
    .record({
      year: fc.integer({ min: 2019, max: 2021 }),
      month: fc.integer({ min: 1, max: 3 }),
      isGuessed: fc.boolean(),
    })
    .map(({ year, month, isGuessed }): Published => {
      const date = `${String(year)}-0${String(month)}-15`;
      const known = { date, precision: 'day', from: 'dateline', confidence: 1 } as const;
      return isGuessed ? { ...known, guess: { part: 'year', from: 'file-time' } } : known;
    }),
);

export const inventedArticle: fc.Arbitrary<InventedArticle> = fc
  .record({
    headline: words(4),
    standfirst: fc.option(words(4)),
    byline: fc.option(words(2)),
    place: fc.option(words(1)),
    agency: fc.option(words(1)),
    captions: fc.array(caption, { maxLength: 2 }),
    body,
    furniture: fc.array(words(3), { maxLength: 2 }),
    language: fc.constantFrom(...languages),
    outlet: fc.option(fc.constantFrom(...outlets)),
    section: fc.option(fc.constantFrom(...sections)),
    published,
    words: fc.integer({ min: 0, max: 20 }),
    tags: fc.subarray(tags),
    notes: fc.array(words(4), { maxLength: 2 }),
    folder: fc.constantFrom(...folders),
    format: fc.constantFrom(...formats),
    // Excluded ones are found by few queries: most have to be found.
    marks: fc
      .tuple(fc.subarray(marks), fc.integer({ min: 0, max: 3 }))
      .map(([chosen, nth]) => chosen.filter((mark) => mark !== 'excluded' || nth === 0)),
  })
  .map(({ tags: tagged, notes, folder, format, marks: marked, body: paragraphs, ...fields }) => ({
    fields: article({
      ...fields,
      body: paragraphs.map((sentences) => sentences.map((list) => `${list.join(' ')}.`).join(' ')),
    }),
    body: paragraphs,
    tags: tagged,
    notes,
    folder,
    format,
    marks: marked,
  }));
