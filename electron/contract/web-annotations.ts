import type { MarkedPassage } from './highlights.ts';
import type { Note } from './note.ts';

/** What an annotation is on: the address of its article, or a name made of what its file holds. */
export type AnnotatedSource = Readonly<{ source: string; headline: string }>;

/** The address of an article, or else a name of its content. */
export function sourceIri(url: string | null, sha256: string): string {
  return url ?? `urn:sha256:${sha256}`;
}

/** A note on an article as an annotation of the W3C's model (https://www.w3.org/TR/annotation-model/). */
export function noteAnnotation(note: Note, source: AnnotatedSource): object {
  return {
    ...headOf('note', note),
    motivation: 'commenting',
    body: textualBody(note.text),
    target: targetOf(source),
  };
}

/** A marked passage as an annotation of the same model, with what finds it: its words, and where it stood in the reading text. */
export function highlightAnnotation(highlight: MarkedPassage, source: AnnotatedSource): object {
  const { colour, note, quote, position } = highlight;
  const tint = { type: 'TextualBody', purpose: 'tagging', value: colour, format: 'text/plain' };
  return {
    ...headOf('highlight', highlight),
    motivation: note === '' ? 'highlighting' : ['highlighting', 'commenting'],
    body: note === '' ? tint : [{ ...textualBody(note), purpose: 'commenting' }, tint],
    target: {
      ...targetOf(source),
      selector: [
        { type: 'TextQuoteSelector', ...quote },
        { type: 'TextPositionSelector', start: position[0], end: position[1] },
      ],
    },
  };
}

function headOf(
  kind: 'note' | 'highlight',
  { id, createdAtMs, changedAtMs }: Readonly<{ id: number; createdAtMs: number; changedAtMs: number }>,
): object {
  return {
    id: `urn:microfiche:${kind}:${String(id)}`,
    type: 'Annotation',
    created: new Date(createdAtMs).toISOString(),
    modified: new Date(changedAtMs).toISOString(),
  };
}

function textualBody(value: string): object {
  return { type: 'TextualBody', value, format: 'text/plain' };
}

function targetOf({ source, headline }: AnnotatedSource): object {
  return { source, ...(headline === '' ? {} : { 'dc:title': headline }) };
}
