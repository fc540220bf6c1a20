import { exportFields, type ExportFormat } from '../../../electron/contract/export-api.ts';
import type { Published } from '../../../electron/contract/article.ts';
import { articleId, noteId } from '../../../electron/contract/ids.ts';
import type { ExportedArticle } from '../../../electron/engine/export/exported-article.ts';
import { writtenFormats } from '../../../electron/engine/export/formats/written-formats.ts';

// Articles that are taken out, and what is hard about them.

/** All that may be taken out. */
export const all = new Set(exportFields);

export function article(given: Partial<ExportedArticle>): ExportedArticle {
  const id = given.id ?? articleId(1);
  return {
    ...{
      id,
      headline: 'Dam holds',
      standfirst: null,
      byline: null,
      agency: null,
      outlet: null,
      section: null,
    },
    ...{ place: null, published: null, language: 'en', direction: 'ltr', url: null, words: 3 },
    ...{
      body: ['It held.'],
      captions: [],
      furniture: [],
      tags: [],
      labels: [],
      notes: [],
      highlights: [],
      path: '/press/dam.txt',
    },
    ...{ locations: [], missing: false, encoding: 'utf-8', sha256: 'ab', evidence: {}, corrections: [] },
    ...{ original: null },
    ...given,
  };
}

export function noted(...texts: readonly string[]): ExportedArticle['notes'] {
  return texts.map((text, at) => ({
    ...{ id: noteId(at + 1), article: articleId(1), text, createdAtMs: 0, changedAtMs: 0 },
  }));
}

function on(date: string, more: Partial<Published> = {}): Published {
  const precision = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
  return { date, precision, from: 'meta', confidence: 1, ...more };
}

export function written(format: ExportFormat, ...articles: readonly ExportedArticle[]): string {
  const one = writtenFormats[format].one?.(all);
  if (one === undefined) throw new Error(`${format} has no one file`);
  return `${one.head}${articles.map((each, place) => one.article(each, place)).join('')}${one.foot()}`;
}

export const headlines = [
  'Dockers “stay out” — a 2nd week',
  'He said "no", twice: 100% & more_or_less #1 ~ ^ $5 \\ end',
  'Braces {one} and { alone, } too',
  'Line\nbreaks\r\nand\ttabs',
  'إضراب عمّال الميناء يدخل أسبوعه الثاني',
  'Забастовка докеров: «вторая неделя»',
  '<b>Bold</b> & "quoted" \'single\'',
  'ناوەندەکانی هەولێر ٢٠٢١',
  '港のストライキ、二週目に',
];
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

/** Dates, and what may be said of each: no more than is known. */
export const dates = [
  [on('2021-07-26'), '2021-07-26'],
  [on('2021-07'), '2021-07'],
  [on('2021'), '2021'],
  [on('2021-07-26', { guess: { part: 'year', from: 'file-time' } }), null],
  [on('2021-07-08', { guess: { part: 'day-month', from: 'url' } }), '2021'],
  [on('2021-07-26', { from: 'file-time' }), null],
  [null, null],
] as const;
