import { crc32 } from 'node:zlib';

/**
 * CRC-32 (ISO 3309) of the columns that hold what a person wrote, and of whose row they are: nothing else would tell a bit that
 * was flipped inside of them. Texts are in UTF-8, as SQLite stores them.
 */
function checksumOf(...columns: readonly (number | string)[]): number {
  return crc32(columns.join('\n'));
}

export type NoteRow = Readonly<{
  id: number;
  article: number;
  text: string;
  createdAtMs: number;
  changedAtMs: number;
}>;

export function checksumOfNote({ id, article, text, createdAtMs, changedAtMs }: NoteRow): number {
  return checksumOf(id, article, createdAtMs, changedAtMs, text);
}

export type TagRow = Readonly<{ id: number; name: string; colour: string }>;

export function checksumOfTag({ id, name, colour }: TagRow): number {
  return checksumOf(id, colour, name);
}

/** A step of an act that can be taken back: it names tags as people wrote them. */
export type StepRow = Readonly<{ act: number; number: number; step: string; articles: Uint8Array | null }>;

export function checksumOfStep({ act, number, step, articles }: StepRow): number {
  return crc32(articles ?? new Uint8Array(), checksumOf(act, number, step));
}

export type CorrectionRow = Readonly<{ article: number; field: string; value: string; was: string }>;

export function checksumOfCorrection({ article, field, value, was }: CorrectionRow): number {
  return checksumOf(article, field, value, was);
}

export type HighlightRow = Readonly<{
  id: number;
  article: number;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  rival: number;
  colour: string;
  note: string;
  createdAtMs: number;
  changedAtMs: number;
}>;

export function checksumOfHighlight(row: HighlightRow): number {
  const { id, article, start, end, rival, colour, createdAtMs, changedAtMs } = row;
  const numbers = [id, article, start, end, rival, createdAtMs, changedAtMs];
  return checksumOf(...numbers, colour, JSON.stringify([row.exact, row.prefix, row.suffix, row.note]));
}

/** Of times, those since when it is so. */
export type ReadingStateRow = Readonly<{
  article: number;
  readAtMs: number | null;
  excludedAtMs: number | null;
  /** Ascending in the order of the queue. */
  queuePlace: number | null;
}>;

export function checksumOfReadingState(row: ReadingStateRow): number {
  const { article, readAtMs, excludedAtMs, queuePlace } = row;
  return checksumOf(article, String(readAtMs), String(excludedAtMs), String(queuePlace));
}

export type AnnotationActRow = Readonly<{ id: number; label: string; steps: string }>;

export function checksumOfAnnotationAct({ id, label, steps }: AnnotationActRow): number {
  return checksumOf(id, label, steps);
}

/** What a saved search was looked at changes by itself, and is no work of people. */
export type SearchRow = Readonly<{
  id: number;
  name: string;
  question: string;
  createdAtMs: number;
  seenUpTo: number;
  seenAtMs: number;
}>;

export function checksumOfSearch({ id, name, question, createdAtMs }: SearchRow): number {
  return checksumOf(id, createdAtMs, name, question);
}

/** A page of sets; the kind tells pages of tags from those of sources when nothing else is left to. */
export function checksumOfPage(kind: 'source' | 'tag', page: number, members: Uint8Array): number {
  return crc32(members, checksumOf(kind, page));
}
