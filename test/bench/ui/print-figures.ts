import { percentilesOf } from '../percentiles.ts';
import { table } from '../report.ts';
import type { KeyPress } from './key-recorder.ts';
import type { WindowFigures } from './measure-window.ts';

const keyGroups: readonly (readonly [string, (press: KeyPress) => boolean])[] = [
  ['key press to painted results', () => true],
  ['  first letter', ({ text }) => text.length === 1],
  ['  second and third', ({ text }) => text.length === 2 || text.length === 3],
  ['  later', ({ text }) => text.length > 3],
];

function times(name: string, ms: readonly number[]): string[] {
  const found = percentilesOf(ms);
  const shown = found === null ? [] : [found.p50, found.p95, found.p99, found.worst];
  return [name, String(ms.length), ...shown.map((time) => time.toFixed(1))];
}

/** Times of one build, and what they are to be at 100,000 articles. */
export function figuresTable(figures: WindowFigures): string {
  const { presses, suggestions, acts, scrolling } = figures;
  const rows = [
    ...keyGroups.map(([name, belongs]) =>
      times(
        name,
        presses.filter(belongs).map(({ ms }) => ms),
      ),
    ),
    ...(suggestions === null ? [] : [times('key press to painted suggestions', suggestions)]),
    ...Object.entries(acts).map(([act, ms]) => times(act, ms)),
    times('processor time of a frame scrolled by 400 px', scrolling.frameMs),
  ];
  return table([['ms', 'times', 'p50', 'p95', 'p99', 'worst'], ...rows]);
}

/** What is no time: rows that were missing while scrolling, and memory. */
export function otherFigures({ presses, scrolling, memory }: WindowFigures): readonly string[] {
  const slowest = [...presses].sort((a, b) => b.ms - a.ms).slice(0, 5);
  return [
    `slowest keys: ${slowest.map(({ text, ms }) => `${text} ${ms.toFixed(0)} ms`).join('; ')}`,
    `frames with a row that was not there yet: ${String(scrolling.blankFrames)} of ${String(scrolling.frames)}`,
    ...(memory === null
      ? []
      : [`private memory of the window over an hour's work, MB: ${memory.map(mb).join(' ')}`]),
  ];
}

function mb(value: number | null): string {
  return value === null ? '?' : value.toFixed(0);
}

type Aim = Readonly<{ name: string; most: number; found: number | null }>;

/** Which of the aims at 100,000 articles are met. */
export function aimsTable({ presses, suggestions, scrolling, memory }: WindowFigures): string {
  const known = (memory ?? []).filter((one) => one !== null);
  const aims: readonly Aim[] = [
    {
      name: 'results painted, ms, p95',
      most: 33,
      found: percentilesOf(presses.map(({ ms }) => ms))?.p95 ?? null,
    },
    { name: 'suggestions painted, ms, p50', most: 30, found: percentilesOf(suggestions ?? [])?.p50 ?? null },
    {
      name: 'processor time of a scrolled frame, ms, p95',
      most: 8,
      found: percentilesOf(scrolling.frameMs)?.p95 ?? null,
    },
    { name: 'scrolled frames with a row missing', most: 0, found: scrolling.blankFrames },
    { name: 'private memory after the hour, MB', most: 300, found: known.at(-1) ?? null },
  ];
  const rows = aims.map(({ name, most, found }) => {
    const verdict = found === null ? 'not measured' : found <= most ? 'met' : 'missed';
    return [name, String(most), found === null ? '' : found.toFixed(1), verdict];
  });
  return table([['aim', 'at most', 'found', ''], ...rows]);
}
