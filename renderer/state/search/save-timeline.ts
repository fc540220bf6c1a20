import { say } from '../../../electron/words/say.ts';
import type { TrendCounts } from '../../../electron/contract/trends-api.ts';
import { shell } from '../../archive.ts';
import { pictureSvg } from '../../text/trends/trend-picture.ts';
import { paperInks, partsOf } from '../../text/trends/worded-picture.ts';
import { trendTable } from '../../text/trends/trend-table.ts';
import { attempt } from '../window/attempt.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

export type SavedTimeline = Readonly<{
  counts: TrendCounts;
  isShare: boolean;
  names: readonly string[];
  format: 'svg' | 'csv';
}>;

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
  const form = { measure: isShare ? 'share' : 'articles', hasBars: true } as const;
  const title = say(`trends.${form.measure}`);
  return pictureSvg(
    partsOf(counts, form, names, paperInks),
    `${title}: ${names.join('; ')}`,
    paperInks.paper,
  );
}
