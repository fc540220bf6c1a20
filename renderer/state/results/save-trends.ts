import { say } from '../../../electron/words/say.ts';
import type { TrendCounts } from '../../../electron/contract/trends-api.ts';
import { shell } from '../../archive.ts';
import { pictureSize, pictureSvg, type PicturePart } from '../../text/trends/trend-picture.ts';
import { trendTable } from '../../text/trends/trend-table.ts';
import type { TrendMeasure } from '../../text/trends/trend-values.ts';
import { paperInks, partsOf } from '../../text/trends/worded-picture.ts';
import { attempt } from '../window/attempt.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

export const trendFormats = ['svg', 'png', 'csv'] as const;
export type TrendFormat = (typeof trendFormats)[number];

export type SavedTrends = Readonly<{
  counts: TrendCounts;
  measure: TrendMeasure;
  names: readonly string[];
  format: TrendFormat;
}>;

/** Pixels of the file for each of the picture. */
const sharpness = 2;

/** Saves trends where the person says, with their queries in them. */
export function saveTrends(trends: SavedTrends, toasts: Toasts): Promise<void> {
  return attempt(toasts, say('trends.not-saved'), async () => {
    const path = await save(trends);
    if (path !== null) toasts.show({ message: say('trends.saved', { path }) });
  });
}

function save({ counts, measure, names, format }: SavedTrends): Promise<string | null> {
  const suggestedName = `trends.${format}`;
  if (format === 'csv') return shell.saveText({ suggestedName, text: trendTable(counts, names) });
  const parts = partsOf(counts, { measure, hasBars: false }, names, paperInks);
  if (format === 'png') return shell.savePicture({ suggestedName, base64: pngOf(parts) });
  const description = `${say(`trends.${measure}`)}: ${names.join('; ')}`;
  return shell.saveText({ suggestedName, text: pictureSvg(parts, description, paperInks.paper) });
}

/** In base64. */
function pngOf(parts: readonly PicturePart[]): string {
  const canvas = document.createElement('canvas');
  canvas.width = pictureSize.width * sharpness;
  canvas.height = pictureSize.height * sharpness;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no picture can be drawn here');
  context.scale(sharpness, sharpness);
  context.fillStyle = paperInks.paper;
  context.fillRect(0, 0, pictureSize.width, pictureSize.height);
  for (const part of parts) draw(context, part);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/u, '');
}

function draw(context: CanvasRenderingContext2D, part: PicturePart): void {
  context.fillStyle = part.ink;
  context.strokeStyle = part.ink;
  switch (part.kind) {
    case 'bar':
      return context.fillRect(part.x, part.y, part.width, part.height);
    case 'text':
      context.font = `${String(part.size)}px system-ui, sans-serif`;
      context.textAlign = part.anchor === 'start' ? 'left' : 'right';
      return context.fillText(part.text, part.x, part.y);
    case 'line':
      context.lineWidth = 1.5;
      context.setLineDash((part.dash ?? '').split(' ').filter(Boolean).map(Number));
      context.beginPath();
      for (const [x, y] of part.points) context.lineTo(x, y);
      return context.stroke();
  }
}
