import type { TrendCounts } from '../../../electron/contract/trends-api.ts';
import { trendValues, type TrendMeasure } from './trend-values.ts';

/** What a picture of trends is drawn in. */
export type PictureInks = Readonly<{ paper: string; ink: string; soft: string; lines: readonly string[] }>;

export type PictureWords = Readonly<{
  /** The queries, in the order of the counts. */
  names: readonly string[];
  title: string;
  first: string;
  last: string;
  /** The greatest value, as it is said. */
  most: string;
}>;

/** How trends are drawn: the first query as bars, or each as a line. */
export type PictureForm = Readonly<{ measure: TrendMeasure; hasBars: boolean }>;

export const pictureSize = { width: 960, height: 400 } as const;
const frame = { left: 56, right: 24, top: 64, bottom: 56 } as const;
/** Names of queries stand side by side, and below one another where they are many. */
const names = { perLine: 3, px: 290, linePx: 18, maxLetters: 40 } as const;
/** Beyond so many lines inks come again, broken. */
const dashes = ['', '8 4', '2 3'] as const;

type PictureText = Readonly<{
  kind: 'text';
  x: number;
  y: number;
  text: string;
  ink: string;
  size: number;
  anchor: 'start' | 'end';
}>;

/** A stroke of the picture: bars for the first query, a line for each other one. */
export type PicturePart =
  | Readonly<{ kind: 'bar'; x: number; y: number; width: number; height: number; ink: string }>
  | Readonly<{ kind: 'line'; points: readonly (readonly [number, number])[]; ink: string; dash?: string }>
  | PictureText;

/** Everything that is drawn, for whatever draws it. */
export function pictureParts(
  counts: TrendCounts,
  { measure, hasBars }: PictureForm,
  words: PictureWords,
  inks: PictureInks,
): readonly PicturePart[] {
  const { width, height } = pictureSize;
  const [right, floor] = [width - frame.right, height - frame.bottom];
  const { rows, most } = trendValues(counts, measure);
  const lastName = Math.max(0, Math.ceil(words.names.length / names.perLine) - 1);
  const top = frame.top + lastName * names.linePx;
  const step = (right - frame.left) / Math.max(1, counts.periods.length);
  const yOf = (value: number) => floor - (value / most) * (floor - top);
  const inkOf = (nth: number) => inks.lines[nth % inks.lines.length] ?? inks.ink;
  const dashOf = (nth: number) => dashes[Math.floor(nth / inks.lines.length) % dashes.length] ?? '';
  const text = (
    x: number,
    y: number,
    said: string,
    { ink = inks.soft, size = 13, anchor = 'start' }: Partial<Omit<PictureText, 'kind'>> = {},
  ): PictureText => ({ kind: 'text', x, y, text: said, ink, size, anchor });
  const bars = (hasBars ? (rows[0] ?? []) : []).map((value, nth): PicturePart => ({
    kind: 'bar',
    x: frame.left + nth * step,
    y: yOf(value),
    width: Math.max(1, step - 1),
    height: floor - yOf(value),
    ink: inkOf(0),
  }));
  const first = hasBars ? 1 : 0;
  const lines = rows.slice(first).map((row, nth): PicturePart => ({
    kind: 'line',
    points: pointsOf(row, step, yOf),
    ink: inkOf(nth + first),
    dash: dashOf(nth + first),
  }));
  return [
    ...bars,
    ...lines,
    {
      kind: 'line',
      points: [
        [frame.left, floor],
        [right, floor],
      ],
      ink: inks.soft,
    },
    text(frame.left, 28, words.title, { ink: inks.ink, size: 16 }),
    ...words.names.map((name, nth) =>
      text(
        frame.left + (nth % names.perLine) * names.px,
        50 + Math.floor(nth / names.perLine) * names.linePx,
        shortened(name),
        { ink: inkOf(nth) },
      ),
    ),
    text(frame.left - 8, top + 8, words.most, { anchor: 'end' }),
    text(frame.left, floor + 22, words.first),
    text(right, floor + 22, words.last, { anchor: 'end' }),
  ];
}

/** From the middle of a period to that of the next; a single one is as wide as the picture, where a point would not be seen. */
function pointsOf(
  row: readonly number[],
  step: number,
  yOf: (value: number) => number,
): readonly (readonly [number, number])[] {
  const [only] = row;
  if (row.length === 1 && only !== undefined) {
    return [frame.left, frame.left + step].map((x) => [x, yOf(only)] as const);
  }
  return row.map((value, at) => [frame.left + (at + 0.5) * step, yOf(value)]);
}

/** The same picture for who reads from the right: its first period is at the right edge. */
export function mirroredParts(parts: readonly PicturePart[]): readonly PicturePart[] {
  const { width } = pictureSize;
  return parts.map((part): PicturePart => {
    if (part.kind === 'bar') return { ...part, x: width - part.x - part.width };
    if (part.kind === 'line') return { ...part, points: part.points.map(([x, y]) => [width - x, y]) };
    return { ...part, x: width - part.x, anchor: part.anchor === 'start' ? 'end' : 'start' };
  });
}

function shortened(name: string): string {
  return name.length > names.maxLetters ? `${name.slice(0, names.maxLetters - 1)}…` : name;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The picture as a file of its own, with the queries in its description. */
export function pictureSvg(parts: readonly PicturePart[], description: string, paper: string): string {
  const { width, height } = pictureSize;
  const drawn = parts.map((part) => {
    if (part.kind === 'bar') {
      const { x, y, width: wide, height: high, ink } = part;
      return `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(wide)}" height="${fixed(high)}" fill="${ink}"/>`;
    }
    if (part.kind === 'line') {
      const points = part.points.map(([x, y]) => `${fixed(x)},${fixed(y)}`).join(' ');
      return `<polyline points="${points}" fill="none" stroke="${part.ink}" stroke-width="1.5" stroke-dasharray="${part.dash ?? ''}"/>`;
    }
    const { x, y, size, ink, anchor, text } = part;
    return `<text x="${fixed(x)}" y="${fixed(y)}" font-size="${size}" fill="${ink}" text-anchor="${anchor}" unicode-bidi="plaintext">${escaped(text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" role="img">
<title>${escaped(description)}</title>
<rect width="${width}" height="${height}" fill="${paper}"/>
${drawn.join('\n')}
</svg>
`;
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
