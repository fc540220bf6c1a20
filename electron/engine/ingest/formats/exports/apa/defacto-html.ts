import { sentence } from '../../../../../words/sentence.ts';
import { linesOf } from '../../../../article/html/page-lines.ts';
import { parsePage } from '../../../../article/html/parse-page.ts';
import type { TextBlock } from '../../../../article/record-text.ts';
import { hasAny, headText, isMarkup } from '../../reading/head-text.ts';
import { exportReader, NoArticle, type ExportArticle } from '../export-reader.ts';
import { oneLine, saidOf } from '../said.ts';
import { apaHeader, placeInCapitals } from './apa-header.ts';

const opening = /<div\b[^<>]{0,100}?\bclass\s*=\s*["']?eintrag\b/i;
const signature = /^(?:Von|Interview:?|Text:) \p{Lu}/u;
/** What is below the text of a broadcast. */
const closing = /^Der gegenständliche Text ist eine Abschrift|^Die inhaltliche Verantwortung liegt/;
const maxSignatureLength = 100;

/** The printed view of APA DeFacto, saved by a browser: many articles on one page. */
export const defactoHtml = exportReader(
  (input) =>
    isMarkup(input) &&
    hasAny(input, 'eintrag') &&
    /<title>[^<]{0,40}DeFacto|class="?printwrap/i.test(headText(input)) &&
    opening.test(headText(input))
      ? 0.95
      : 0,
  { declares: true, opening, read: readPiece },
);

function readPiece(piece: string): ExportArticle {
  const lines = linesOf(parsePage(piece).root);
  const head = lines.find(({ element }) => element.tag === 'pre');
  const about = apaHeader(head?.text ?? '');
  const titled = lines.findIndex(({ element }) => /^h[1-4]$/.test(element.tag));
  const before = lines.slice(0, Math.max(0, titled)).filter((line) => line !== head);
  const behind = lines.slice(titled + 1);
  const body = behind
    .filter(({ element, text }) => element.tag === 'p' && !closing.test(text))
    .map(({ text }) => text.trim());
  const closings = behind.map(({ text }) => text.trim()).filter((text) => !body.includes(text));
  const signed = body.find((text, at) => at < 2 && signature.test(text) && text.length <= maxSignatureLength);
  const own = body.filter((text) => text !== signed);
  if (own.length === 0 && titled === -1) throw new NoArticle(sentence('file.neither'));
  return {
    key: null,
    text: [
      ...own.map((text): TextBlock => ({ kind: 'body', text })),
      ...[head?.text ?? '', ...closings].map((text): TextBlock => ({
        kind: 'furniture',
        text: oneLine(text),
      })),
    ],
    said: saidOf({
      headline: lines[titled]?.text ?? null,
      standfirst: before.map(({ text }) => text).join(' '),
      byline: signed ?? null,
      place: placeInCapitals(own[0] ?? ''),
      published: about?.published ?? null,
      outlet: about?.outlet ?? null,
      section: about?.section ?? null,
    }),
  };
}
