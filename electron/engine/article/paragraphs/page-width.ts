import type { Line } from '../text/lines.ts';
import { itemMarkLength } from './item-mark.ts';
import { beginsSmall, firstWordLength, isFull, rightOf } from './line-fill.ts';

/** What browsers for terminals lay pages out at. */
const narrowestPage = 60;
const widestPage = 100;
const minFull = 12;
const minBroken = 3;
const minItems = 8;
const minIndent = 2;
/** Lines that hold what could not be broken: some, and a share of all. */
const minWider = 1;
const widerShare = 0.03;
/** The same where sentences show the width: tables are laid out wider than it. */
const widerShareOfTables = 0.2;

type Runs = readonly (readonly Line[])[];

/**
 * The width that a browser for terminals laid a whole page out at, its menus and its text in the same runs: nearly no
 * line is wider but for words that can't be broken, and nearly every line that is nearly as wide is full.
 */
export function widthOfPage(text: string, runs: Runs): number | null {
  const most = widthOfMost(runs);
  if (most !== null && isFilledTo(text, runs, most)) return most;
  const broken = widthOfSentences(text, runs);
  return broken !== null && broken !== most && isFilledTo(text, runs, broken) ? broken : null;
}

function isFilledTo(text: string, runs: Runs, width: number): boolean {
  let near = 0;
  let full = 0;
  let small = 0;
  let fullSmall = 0;
  for (const [line, next] of pairsOf(runs)) {
    const right = rightOf(line);
    if (right < width * 0.8 || right > width || firstWordLength(text, next) === null) continue;
    const isFilled = isFull(text, line, next, width);
    near++;
    if (isFilled) full++;
    // Of these two lines it is known that they are one sentence.
    if (!beginsSmall(text, next)) continue;
    small++;
    if (isFilled) fullSmall++;
  }
  const enough = showsItems(text, runs) ? 1 : minBroken;
  if (small >= enough && fullSmall >= (small < minFull ? 1 : 0.9) * small) return true;
  if (small >= minFull) return fullSmall >= 0.75 * small;
  return near >= minFull && full >= 0.8 * near;
}

/** Whether a page has the menus of such browsers, items set in from the margin. */
function showsItems(text: string, runs: Runs): boolean {
  let items = 0;
  for (const run of runs)
    for (const { start, end, indent } of run)
      if (indent >= minIndent && itemMarkLength(text, start, end) > 0 && ++items === minItems) return true;
  return false;
}

function* pairsOf(runs: Runs): Generator<readonly [Line, Line]> {
  for (const run of runs)
    for (let at = 1; at < run.length; at++) {
      const line = run[at - 1];
      const next = run[at];
      if (line && next) yield [line, next];
    }
}

/** The column that nearly no line goes beyond, if it is one that pages are laid out at. */
function widthOfMost(runs: Runs): number | null {
  const { counts, lines, beyond } = columnsOf(runs);
  const allowed = minWider + lines * widerShare;
  let wider = beyond;
  if (wider > allowed) return null;
  for (let width = widestPage; width >= narrowestPage; width--) {
    const here = counts[width] ?? 0;
    if (wider + here > allowed) return width;
    wider += here;
  }
  return null;
}

/** The column that most lines break before of which the next goes on with their sentence; few lines go beyond it. */
function widthOfSentences(text: string, runs: Runs): number | null {
  // Fewer breaks than these show nothing, and most texts have a paragraph a line.
  if (breaksIn(runs) < minFull) return null;
  const breaks = new Uint32Array(widestPage + 1);
  for (const [line, next] of pairsOf(runs)) {
    const right = rightOf(line);
    const length = beginsSmall(text, next) ? firstWordLength(text, next) : null;
    if (length === null || right < narrowestPage) continue;
    for (let width = right; width <= Math.min(right + length, widestPage); width++)
      breaks[width] = (breaks[width] ?? 0) + 1;
  }
  let best = narrowestPage;
  for (let width = narrowestPage; width <= widestPage; width++)
    if ((breaks[width] ?? 0) > (breaks[best] ?? 0)) best = width;
  if ((breaks[best] ?? 0) < minFull) return null;
  const { counts, lines, beyond } = columnsOf(runs);
  const wider = counts.subarray(best + 1).reduce((sum, count) => sum + count, beyond);
  return wider <= lines * widerShareOfTables ? best : null;
}

function breaksIn(runs: Runs): number {
  let breaks = 0;
  for (const run of runs) breaks += run.length - 1;
  return breaks;
}

type Columns = Readonly<{ counts: Uint32Array; lines: number; beyond: number }>;

/** How many lines end in each column, and beyond the widest page. */
function columnsOf(runs: Runs): Columns {
  const counts = new Uint32Array(widestPage + 1);
  let lines = 0;
  let beyond = 0;
  for (const run of runs)
    for (const line of run) {
      lines++;
      const right = rightOf(line);
      if (right > widestPage) beyond++;
      else counts[right] = (counts[right] ?? 0) + 1;
    }
  return { counts, lines, beyond };
}
