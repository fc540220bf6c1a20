import { annotationWriter } from '../contract/annotation-exports.ts';
import { noAnnotationFilter, type ListedAnnotation } from '../contract/highlights.ts';
import type { ArticleSelection } from '../contract/search.ts';
import type { Engine } from '../engine/create-engine.ts';
import type { CommandLine } from './command-line.ts';
import { plain, printJson, type Output } from './output.ts';

const atOnce = 200;

/** Notes and highlights of all articles, or of those that a query finds, newest first; in Markdown article by article. */
export async function runNotes(
  engine: Engine,
  { json, notes: format }: CommandLine,
  within: ArticleSelection | null,
  output: Output,
): Promise<void> {
  const pieces = piecesOf(engine, format === 'markdown' ? 'article' : 'newest', within);
  if (json) return printJson(output, await allOf(pieces));
  if (format === 'text') {
    for await (const piece of pieces) for (const one of piece) await output.write(linesOf(one));
    return;
  }
  const writer = annotationWriter(format);
  await output.write(writer.head);
  for await (const piece of pieces) await output.write(writer.piece(piece));
  await output.write(writer.foot());
}

async function* piecesOf(
  { api }: Engine,
  order: 'newest' | 'article',
  within: ArticleSelection | null,
): AsyncGenerator<readonly ListedAnnotation[]> {
  for (let offset = 0; ; offset += atOnce) {
    const asked = { filter: noAnnotationFilter, order, within, offset, limit: atOnce };
    const { annotations } = await api.listAnnotations(asked);
    if (annotations.length === 0) return;
    yield annotations;
  }
}

async function allOf(pieces: AsyncIterable<readonly ListedAnnotation[]>): Promise<ListedAnnotation[]> {
  const all: ListedAnnotation[] = [];
  for await (const piece of pieces) all.push(...piece);
  return all;
}

function linesOf({ annotation, headline }: ListedAnnotation): string {
  const title = oneLine(headline);
  if (annotation.kind === 'note') return `${title}\n  ${oneLine(annotation.note.text)}\n\n`;
  const { quote, note, colour } = annotation.highlight;
  const said = note === '' ? '' : `\n  ${oneLine(note)}`;
  return `${title}\n  [${colour}] “${oneLine(quote.exact)}”${said}\n\n`;
}

function oneLine(text: string): string {
  return plain(text.replace(/\s+/gu, ' ').trim());
}
