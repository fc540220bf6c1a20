import { sentence } from '../../../../words/sentence.ts';
import { elementsIn, textOf } from '../../../article/html/page-tree.ts';
import { parsePage } from '../../../article/html/parse-page.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import { hasAny, headText, isMarkup } from '../reading/head-text.ts';
import { exportReader, NoArticle, type ExportArticle } from './export-reader.ts';
import { oneLine, saidOf } from './said.ts';

const known = /<title>\s*Report \d{2}\.\d{2}\.\d{4}/i;
const maxFieldLength = 2_000;
const opening = /<a name\s*=\s*["']?\d{1,6}["']?>\s*<\/a>\s*<table/i;

/** Reports of Integrum, a Russian archive: a list of links, then the articles as lines of a fixed length. */
export const integrumHtml = exportReader(
  (input) => (isMarkup(input) && hasAny(input, 'Report ') && known.test(headText(input)) ? 0.95 : 0),
  { declares: true, opening, read: readPiece },
);

function readPiece(piece: string): ExportArticle {
  const { root } = parsePage(piece);
  const elements = [...elementsIn(root)];
  const written = (tag: string): string => {
    const element = elements.find((one) => one.tag === tag);
    return element === undefined ? '' : textOf(element);
  };
  const fields = fieldsIn(written('td'));
  const paragraphs = paragraphsOf(written('pre'));
  if (paragraphs.length === 0) throw new NoArticle(sentence('file.title-only'));
  const headline = oneLine(written('h3'));
  return {
    key: null,
    text: paragraphs.map((text): TextBlock => ({ kind: 'body', text })),
    said: saidOf({
      headline: headline === '' ? (fields.get('ЗГ') ?? null) : headline,
      outlet: fields.get('ИС') ?? null,
      section: fields.get('РБ') ?? null,
      published: fields.get('ДТ') ?? null,
      byline: fields.get('АВ') ?? null,
    }),
  };
}

/** "^ИС: … ^РБ: …": what each field says. */
function fieldsIn(cell: string): ReadonlyMap<string, string> {
  const [, ...parts] = cell.split(/\^(?=\p{Lu}{2}:)/u);
  return new Map(
    parts.map((part) => [part.slice(0, 2), oneLine(part.slice(3, maxFieldLength)).replace(/[\s,;]+$/, '')]),
  );
}

/** A paragraph begins at an indent. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n(?=[^\S\n]{3,}\S)|\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
