import type { TextRange } from '../../../electron/contract/article.ts';

/** More marks in one row are a pattern and point at nothing. */
export const marksOfRow = 3;

/** The first marks of a text in a row in which `others` are marked already. */
export function fewMarks(marks: readonly TextRange[], others = 0): readonly TextRange[] {
  return marks.slice(0, Math.max(0, marksOfRow - others));
}
