import type { DoneAct } from './undo.ts';
import type { ArticleId } from './ids.ts';
import type { ArticleSelection } from './search.ts';

/** Fields of which a person may say what they are; null says that there is none. */
export const correctableFields = [
  'headline',
  'byline',
  'place',
  'agency',
  'outlet',
  'section',
  'published',
  'language',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** A date is written 1987, 1987-02, 1987-02-26 or 1987-02-26T14:30; a language as its BCP 47 code. */
export type CorrectedFields = Readonly<Partial<Record<CorrectableField, string | null>>>;

/** Paragraphs and lines, as they are read, that are on the wrong side. */
export type CorrectedBlocks = Readonly<{ toBody: readonly string[]; toFurniture: readonly string[] }>;

/** What was corrected, `blocks` for body and furniture, and how it reads now and read before; null for nothing. */
export type Correction = Readonly<{
  article: ArticleId;
  field: CorrectableField | 'blocks';
  value: string | null;
  was: string | null;
  atMs: number;
}>;

export const correctedDate =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d)?)?)?$/;

export interface CorrectionsApi {
  /** What people corrected, newest first. */
  listCorrections(
    request: Readonly<{ offset: number; limit: number }>,
  ): Promise<Readonly<{ total: number; corrections: readonly Correction[] }>>;
}

export interface CorrectingApi {
  /** Corrects fields of every article of a selection; what was read is kept, and later imports change nothing of it. */
  correct(request: Readonly<{ selection: ArticleSelection; fields: CorrectedFields }>): Promise<DoneAct>;
  /** Says of paragraphs and lines of an article that they are body or furniture. */
  correctBlocks(request: CorrectedBlocks & Readonly<{ article: ArticleId }>): Promise<DoneAct>;
  /** Gives fields back what was read there; all of them when none is named. */
  uncorrect(
    request: Readonly<{ selection: ArticleSelection; fields: readonly Correction['field'][] }>,
  ): Promise<DoneAct>;
  /** Takes back the newest act of correcting; null when there is none. */
  undoCorrection(request: Readonly<Record<string, never>>): Promise<DoneAct | null>;
}
