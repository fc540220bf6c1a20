import type { Line } from '../text/lines.ts';
import { beginsSmall, endsSentence, firstWordLength, hasSmall, isFull, rightOf } from './line-fill.ts';
import { widthOfPage } from './page-width.ts';
import { widthOfText } from './text-width.ts';

const widestWrap = 140;
const narrowestWrap = 24;
/** Below this width lists of titles look full by chance, and more has to speak for it. */
const narrow = 40;
/** Lines of this width that break inside a sentence show it even when there is only one. */
const wide = 60;
const minNarrow = 3;
const minLines = 3;
const headLength = 48;
const minFilledShare = 0.5;
/** A heading between marks, an item of a list, a picture's name: each begins a paragraph. */
const opensItem = /^(?:[*=_]{2,}|[─━]{3,}|#{1,6} |[*+•·▪□■◦–-] |\[[^\]]*\]$)/u;
const itemMark = /^(?:[*+•·▪□■◦–-]|o|\p{Nd}{1,3}[.)]) +/u;
const maxMarkLength = 6;
const closesHeading = /(?:[*=]|[─━]){3}$/u;
/** "BASRA, 5 May (AP) —": a new text, whatever stands above it. */
const datelineHead =
  /^\p{Lu}[\p{Lu}\p{M}'’. ]{2,}(?:,[^—–]{1,30})?(?:\s*\([\p{L}/. ]{2,20}\))?\s+(?:[—–-]|--)\s/u;

/**
 * The width that each run of lines was broken at, or null for lines that end where their writer ended them. Once
 * most of a text's runs show a width, the short runs that can't show it themselves follow.
 */
export function widthsOf(text: string, runs: readonly (readonly Line[])[]): (number | null)[] {
  const whole = widthOfPage(text, runs) ?? widthOfText(text, runs);
  if (whole !== null) return runs.map((run) => (run.length > 1 ? whole : null));
  const widths = runs.map((run) => wrapWidth(text, run));
  const several = runs.filter((run) => run.length >= minLines).length;
  const found = widths.filter((width) => width !== null);
  const shared = found.length === 0 ? widthOfShortRuns(text, runs) : null;
  if (shared === null && (found.length * 2 < several || found.length === 0)) return widths;
  const width = found.reduce((most, one) => Math.max(most, one), shared ?? 0);
  return runs.map((run, at) => widths[at] ?? (widest(run) <= width + 2 ? width : null));
}

/**
 * Lines were filled to a width when nearly every one is too full to have taken the next line's first word as
 * well. Too few lines show nothing.
 */
function wrapWidth(text: string, run: readonly Line[]): number | null {
  if (run.length < minLines) return null;
  const width = widest(run);
  if (width < narrowestWrap || width > widestWrap) return null;
  let full = 0;
  let small = 0;
  let ended = 0;
  for (let at = 1; at < run.length; at++) {
    const line = run[at - 1];
    const next = run[at];
    if (!line || !next) continue;
    const isSmall = beginsSmall(text, next);
    if (isSmall) small++;
    if (endsSentence(text, line)) ended++;
    if (isSmall || isFull(text, line, next, width)) full++;
  }
  const breaks = run.length - 1;
  // Of broken lines few end a sentence by chance, and where a script has small letters many begin with one.
  if (full < Math.max(2, 0.66 * breaks) || ended * 2 > breaks) return null;
  if (small < 0.25 * breaks && hasSmall(text, run)) return null;
  if (width < narrow && (breaks < minNarrow || full < 0.75 * breaks)) return null;
  return width;
}

/** Of paragraphs of one line or two only: all of them together show it. */
function widthOfShortRuns(text: string, runs: readonly (readonly Line[])[]): number | null {
  const pairs = runs.filter((run) => run.length === 2);
  const width = pairs.reduce((most, run) => Math.max(most, widest(run)), 0);
  if (pairs.length === 0 || width < wide || width > widestWrap) return null;
  const broken = pairs.filter(
    ([line, next]) => line && next && beginsSmall(text, next) && isFull(text, line, next, width),
  );
  return broken.length * 4 >= pairs.length * 3 ? width : null;
}

function widest(run: readonly Line[]): number {
  return run.reduce((width, line) => Math.max(width, rightOf(line)), 0);
}

/** Whether a line goes on with the paragraph of the line above it. `isFirst`: that one begins its run. */
export function continues(text: string, line: Line, next: Line, width: number, isFirst: boolean): boolean {
  const opening = text.slice(next.start, Math.min(next.end, next.start + headLength));
  const item = itemMark.exec(text.slice(line.start, line.start + maxMarkLength))?.[0].length ?? 0;
  if (next.indent >= line.indent + 2 + item || opensItem.test(opening)) return false;
  if (opening.startsWith('o ') && (item > 0 || next.indent < line.indent)) return false;
  if (closesHeading.test(text.slice(Math.max(line.start, line.end - 3), line.end))) return false;
  if (beginsSmall(text, next) && rightOf(line) >= width * minFilledShare) return true;
  if (datelineHead.test(opening)) return false;
  // A line that ends a sentence ends its paragraph, unless the next word would really not have fitted.
  if (endsSentence(text, line)) return isFull(text, line, next, width + 3);
  if (isFull(text, line, next, width)) return true;
  // The rest of a line that a dateline stood on, or one that a long address didn't fit on.
  const isOpen = /[-—–,]$/u.test(text.slice(line.end - 1, line.end));
  const length = rightOf(line);
  return length >= width * 0.4 && ((isFirst && isOpen) || (!isFirst && firstWordLength(text, next) === null));
}
