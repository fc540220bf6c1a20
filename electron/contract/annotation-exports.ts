import { csvRow } from './csv-row.ts';
import { harmlessJson } from './harmless-json.ts';
import type { ListedAnnotation } from './highlights.ts';
import { highlightAnnotation, noteAnnotation } from './web-annotations.ts';

/** Forms in which a list of notes and highlights is taken out: a W3C annotation collection, a table, text. */
export const annotationFormats = ['annotations', 'csv', 'markdown'] as const;
export type AnnotationFormat = (typeof annotationFormats)[number];

export const annotationEndings = { annotations: 'jsonld', csv: 'csv', markdown: 'md' } as const;

/** Writes a list piece by piece, in its order. */
export type AnnotationWriter = Readonly<{
  head: string;
  piece(annotations: readonly ListedAnnotation[]): string;
  foot(): string;
}>;

export function annotationWriter(format: AnnotationFormat): AnnotationWriter {
  switch (format) {
    case 'annotations':
      return collection();
    case 'csv':
      return { head: csvHead, piece: (all) => all.map(rowOf).join(''), foot: () => '' };
    case 'markdown':
      return text();
  }
}

/** A collection of annotations (https://www.w3.org/TR/annotation-model/#collections) with one page, in JSON-LD. */
function collection(): AnnotationWriter {
  let total = 0;
  return {
    head: collectionHead,
    piece: (all) =>
      all
        .map((one) => `${total++ === 0 ? '' : ',\n'}${harmlessJson(JSON.stringify(webAnnotation(one)))}`)
        .join(''),
    foot: () => collectionFoot(total),
  };
}

export const collectionHead =
  '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","label":"Annotations",' +
  '"first":{"type":"AnnotationPage","items":[\n';

export function collectionFoot(total: number): string {
  return `\n]},"total":${String(total)}}\n`;
}

function webAnnotation({ annotation, headline, source }: ListedAnnotation): object {
  return annotation.kind === 'note'
    ? noteAnnotation(annotation.note, { headline, source })
    : highlightAnnotation(annotation.highlight, { headline, source });
}

const csvHead = csvRow([
  ...['kind', 'passage', 'note', 'colour', 'found', 'headline', 'source', 'created', 'changed', 'article'],
]);

function rowOf({ annotation, headline, source }: ListedAnnotation): string {
  const own = annotation.kind === 'note' ? annotation.note : annotation.highlight;
  const said =
    annotation.kind === 'note'
      ? ['note', '', annotation.note.text, '', '']
      : [
          'highlight',
          annotation.highlight.quote.exact,
          annotation.highlight.note,
          annotation.highlight.colour,
          annotation.highlight.anchor === null ? 'no' : 'yes',
        ];
  return csvRow([
    ...[...said, headline, source],
    ...[dateOf(own.createdAtMs), dateOf(own.changedAtMs), Number(own.article)],
  ]);
}

/** Under the headline of each article what stands in it, passages as quotations. */
function text(): AnnotationWriter {
  let last: number | null = null;
  return {
    head: '',
    piece: (all) =>
      all
        .map(({ annotation, headline, source }) => {
          const { article } = annotation.kind === 'note' ? annotation.note : annotation.highlight;
          const isOther = article !== last;
          last = article;
          const title = isOther ? `## ${escaped(headline.replace(/\s+/gu, ' '))}\n\n<${source}>\n\n` : '';
          return title + paragraphs(annotation);
        })
        .join(''),
    foot: () => '',
  };
}

function paragraphs(annotation: ListedAnnotation['annotation']): string {
  if (annotation.kind === 'note') return `${escaped(annotation.note.text)}\n\n`;
  const { quote, note } = annotation.highlight;
  const passage = `> ${escaped(quote.exact).replaceAll('\n', '\n> ')}\n\n`;
  return note === '' ? passage : `${passage}${escaped(note)}\n\n`;
}

/** What Markdown would take for its own is text. */
function escaped(words: string): string {
  return words.replace(/[\\`*_[\]<>#|~]/gu, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(\s)/gmu, '$1\\$2$3');
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString();
}
