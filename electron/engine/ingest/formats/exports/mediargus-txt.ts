import { sentence } from '../../../../words/sentence.ts';
import { headText, isMarkup } from '../reading/head-text.ts';
import { exportReader, NoArticle, type ExportArticle } from './export-reader.ts';
import { saidOf } from './said.ts';

/** "1. Title", an empty line in most of them, "De Morgen, woensdag 30 november 2011, p. 23, 853w." */
const opening =
  /^\??\d{1,5}\. [^\r\n]{1,300}(?:\r?\n){1,3}[^\r\n]{2,120}, \p{L}{4,12} \d{1,2} \p{L}{3,12} \d{4}(?:, p\. ?[^\r\n]{1,30})?, \d{1,6}w\.[^\S\n]*\r?$/mu;
const source = /^(.+), (\p{L}{4,12} \d{1,2} \p{L}{3,12} \d{4})(?:, p\. ?(.+))?, \d{1,6}w\.$/u;
const untitled = /^Artikel zonder titel$/i;

/** Lists of Mediargus, a Belgian archive: title, source and an extract, which is shorter than the words that are given. */
export const mediargusTxt = exportReader(
  (input) => {
    if (isMarkup(input)) return 0;
    const head = headText(input);
    return hasWordCount(head) && opening.test(head) ? 0.9 : 0;
  },
  { declares: false, opening, read: readPiece },
);

/** Whether a number stands in front of a "w." anywhere, which is seen much sooner than by a pattern. */
function hasWordCount(head: string): boolean {
  for (let at = head.indexOf('w.'); at !== -1; at = head.indexOf('w.', at + 1))
    if (/\d/.test(head.charAt(at - 1))) return true;
  return false;
}

function readPiece(piece: string): ExportArticle {
  const [title = '', about = '', ...paragraphs] = piece
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [, outlet, date] = source.exec(about) ?? [];
  if (paragraphs.length === 0) throw new NoArticle(sentence('file.title-only'));
  const headline = title.replace(/^\??\d{1,5}\. /, '');
  return {
    key: null,
    text: [
      ...paragraphs.map((text) => ({ kind: 'body', text }) as const),
      { kind: 'furniture', text: about },
    ],
    said: saidOf({
      headline: untitled.test(headline) ? null : headline,
      outlet: outlet ?? null,
      published: date ?? null,
    }),
  };
}
