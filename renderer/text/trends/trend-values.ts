import type { TrendCounts } from '../../../electron/contract/trends-api.ts';

/** What is drawn of each query in each period, and the greatest of it, which is never 0. */
export function trendValues(
  { periods }: TrendCounts,
  isShare: boolean,
): Readonly<{ rows: readonly (readonly number[])[]; most: number }> {
  const queries = periods[0]?.articles.length ?? 0;
  const rows = Array.from({ length: queries }, (_, query) =>
    periods.map(({ articles, all }) => {
      const count = articles[query] ?? 0;
      return isShare ? (all === 0 ? 0 : count / all) : count;
    }),
  );
  const most = rows.flat().reduce((max, value) => Math.max(max, value), 0);
  return { rows, most: most === 0 ? 1 : most };
}
