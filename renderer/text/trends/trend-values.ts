import type { TrendCounts, TrendPeriod } from '../../../electron/contract/trends-api.ts';

/** What is counted: articles, or articles for each one, each thousand, or each million words of all that the time has. */
export const trendMeasures = ['articles', 'share', 'thousand', 'million'] as const;
export type TrendMeasure = (typeof trendMeasures)[number];

/** What is drawn of each query in each period, and the greatest of it, which is never 0. */
export function trendValues(
  { periods }: TrendCounts,
  measure: TrendMeasure,
): Readonly<{ rows: readonly (readonly number[])[]; most: number }> {
  const queries = periods[0]?.articles.length ?? 0;
  const rows = Array.from({ length: queries }, (_, query) =>
    periods.map((period) => measured(period.articles[query] ?? 0, period, measure)),
  );
  const most = rows.flat().reduce((max, value) => Math.max(max, value), 0);
  return { rows, most: most === 0 ? 1 : most };
}

/** Of a time without any article 0. */
export function measured(
  articles: number,
  { all, words }: Pick<TrendPeriod, 'all' | 'words'>,
  measure: TrendMeasure,
): number {
  switch (measure) {
    case 'articles':
      return articles;
    case 'share':
      return all === 0 ? 0 : articles / all;
    case 'thousand':
      return all === 0 ? 0 : (articles * 1_000) / all;
    case 'million':
      return words === 0 ? 0 : (articles * 1_000_000) / words;
  }
}
