import { say } from '../../../electron/words/say.ts';
import type { TrendCounts } from '../../../electron/contract/trends-api.ts';
import { shell } from '../../archive.ts';
import { count } from '../../text/counts.ts';
import { periodName } from '../../text/trends/period-days.ts';
import { pictureParts, pictureSvg } from '../../text/trends/trend-picture.ts';
import { trendTable } from '../../text/trends/trend-table.ts';
import { attempt } from '../window/attempt.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

export type SavedTimeline = Readonly<{
  counts: TrendCounts;
  isShare: boolean;
  names: readonly string[];
  format: 'svg' | 'csv';
}>;

/** A picture is for paper, whatever the theme of the window is. */
const inks = { paper: '#ffffff', ink: '#1e1c19', soft: '#615b52', lines: ['#1b5a7a', '#8a5300', '#0f6863'] };

/** Saves what the timeline shows where the person says, with its queries in it. */
export function saveTimeline(
  { counts, isShare, names, format }: SavedTimeline,
  toasts: Toasts,
): Promise<void> {
  return attempt(toasts, say('timeline.not-saved'), async () => {
    const text = format === 'csv' ? trendTable(counts, names) : svgOf(counts, isShare, names);
    const path = await shell.saveText({ suggestedName: `timeline.${format}`, text });
    if (path !== null) toasts.show({ message: say('timeline.saved', { path }) });
  });
}

function svgOf(counts: TrendCounts, isShare: boolean, names: readonly string[]): string {
  const { periods, unit } = counts;
  const title = say(isShare ? 'timeline.share' : 'timeline.counts');
  const most = periods.reduce(
    (max, { articles, all }) =>
      Math.max(max, ...articles.map((found) => (isShare ? found / Math.max(1, all) : found))),
    0,
  );
  const [first, last] = [periods[0], periods.at(-1)];
  const words = {
    names,
    title,
    first: first === undefined ? '' : periodName(first.key, unit),
    last: last === undefined ? '' : periodName(last.key, unit),
    most: isShare ? `${count(Math.round(most * 100))} %` : count(most),
  };
  return pictureSvg(pictureParts(counts, isShare, words, inks), `${title}: ${names.join('; ')}`, inks.paper);
}
