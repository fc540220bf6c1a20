import type { Line } from '../text/lines.ts';
import { beginsSmall, endsSentence, firstWordLength, hasSmall, isFull, rightOf } from './line-fill.ts';

const narrowest = 24;
const widest = 140;
/** Below this width lists of titles look full by chance, and more has to speak for it. */
const narrow = 40;
const minBreaks = 2;
const minNarrowBreaks = 5;
/** So many full lines are no chance, even where each next one begins with a capital. */
const minCapitalBreaks = 8;
const maxUnfilledShare = 0.1;

/**
 * The width that all lines of a text were filled to, or null: of the lines that end inside a sentence nearly every one had no
 * room for the next word. Lines that end a sentence may end a paragraph, and say nothing.
 */
export function widthOfText(text: string, runs: readonly (readonly Line[])[]): number | null {
  const broken = runs.filter((run) => run.length > 1);
  let width = 0;
  for (const run of broken) for (const line of run) width = Math.max(width, rightOf(line));
  if (width < narrowest || width > widest) return null;
  let breaks = 0;
  let unfilled = 0;
  let small = 0;
  for (const run of broken)
    for (let at = 1; at < run.length; at++) {
      const line = run[at - 1];
      const next = run[at];
      if (!line || !next || endsSentence(text, line) || firstWordLength(text, next) === null) continue;
      breaks++;
      if (!isFull(text, line, next, width)) unfilled++;
      if (beginsSmall(text, next)) small++;
    }
  if (breaks < (width < narrow ? minNarrowBreaks : minBreaks) || unfilled > breaks * maxUnfilledShare)
    return null;
  const hasCase = broken.some((run) => hasSmall(text, run));
  return !hasCase || small > 0 || breaks >= minCapitalBreaks ? width : null;
}
