import type { TrendCounts } from '../../../electron/contract/trends-api.ts';
import { interfaceDirection, interfaceLocale, say } from '../../../electron/words/say.ts';
import { periodName } from './period-days.ts';
import {
  mirroredParts,
  pictureParts,
  type PictureForm,
  type PictureInks,
  type PicturePart,
} from './trend-picture.ts';
import { trendValues, type TrendMeasure } from './trend-values.ts';

/** A picture is for paper, whatever the theme of the window is. */
export const paperInks: PictureInks = {
  paper: '#ffffff',
  ink: '#1e1c19',
  soft: '#615b52',
  lines: ['#1b5a7a', '#8a5300', '#0f6863', '#70439c', '#aa2f25', '#2c6a2f', '#2a57a5', '#62600f'],
};

/** The same in the colours of the window. */
export const windowInks: PictureInks = {
  paper: 'var(--paper-raised)',
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  lines: [
    ...['var(--accent)', 'var(--tag-amber)', 'var(--tag-teal)', 'var(--tag-violet)'],
    ...['var(--tag-red)', 'var(--tag-green)', 'var(--tag-blue)', 'var(--tag-olive)'],
  ],
};

/** A value as it is said: `12 %`, `3.4`. */
export function sayMeasured(value: number, measure: TrendMeasure): string {
  const locale = interfaceLocale();
  if (measure === 'share') return value.toLocaleString(locale, { style: 'percent' });
  return value.toLocaleString(locale, { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

/** What is drawn of trends, with its words in the language of the interface and in its direction. */
export function partsOf(
  counts: TrendCounts,
  form: PictureForm,
  names: readonly string[],
  inks: PictureInks,
): readonly PicturePart[] {
  const { periods, unit } = counts;
  const { rows, most } = trendValues(counts, form.measure);
  const isEmpty = rows.flat().every((value) => value === 0);
  const nameOf = (period = periods[0]): string => (period === undefined ? '' : periodName(period.key, unit));
  const words = {
    names,
    title: say(`trends.${form.measure}`),
    first: nameOf(periods[0]),
    last: nameOf(periods.at(-1)),
    most: sayMeasured(isEmpty ? 0 : most, form.measure),
  };
  const parts = pictureParts(counts, form, words, inks);
  return interfaceDirection() === 'rtl' ? mirroredParts(parts) : parts;
}
