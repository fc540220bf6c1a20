import type { TextRange } from '../../electron/contract/article.ts';

/** A stretch of text; `mark` is the number of the range that it lies in, or null. */
export type Segment = Readonly<{ start: number; text: string; mark: number | null }>;

/** Cuts a text at its marked ranges, which may touch, overlap, or reach over its ends. */
export function segmentsOf(text: string, ranges: readonly TextRange[]): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const add = (end: number, mark: number | null) => {
    if (end <= at) return;
    segments.push({ start: at, text: text.slice(at, end), mark });
    at = end;
  };
  const inOrder = ranges
    .map((range, mark) => ({ range, mark }))
    .toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  for (const { range, mark } of inOrder) {
    add(Math.min(range[0], text.length), null);
    add(Math.min(range[1], text.length), mark);
  }
  add(text.length, null);
  return segments;
}
