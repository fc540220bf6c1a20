import { describe, expect, it } from 'vitest';
import { LineCounts } from '../../../../electron/engine/library/furniture/line-counts.ts';
import { article } from '../../../support/article-fields.ts';

function recurring(
  articles: readonly (readonly [headline: string, ...body: string[]])[],
  hidden: readonly string[] = [],
) {
  const counts = new LineCounts(new Set(hidden));
  for (const [headline, ...body] of articles)
    counts.add(
      article({
        headline,
        body: body.filter((line) => !hidden.includes(line)),
        furniture: body.filter((line) => hidden.includes(line)),
      }),
    );
  return counts.recurring().map(({ text, articles, isHidden }) => [text, articles, isHidden]);
}

const four = (...lines: string[]) =>
  ['a', 'b', 'c', 'd'].map((headline) => [headline, ...lines, `own of ${headline}`] as const);

describe('lines that recur', () => {
  it('stand in four articles at least, once each', () => {
    expect(recurring(four('Support us', 'Support us', 'Follow us'))).toEqual([
      ['Follow us', 4, false],
      ['Support us', 4, false],
    ]);
    expect(recurring(four('Support us').slice(1))).toEqual([]);
  });

  it('are none of an article that was saved several times', () => {
    expect(recurring(Array.from({ length: 9 }, () => ['One', 'A paragraph', 'Another'] as const))).toEqual(
      [],
    );
  });

  it('are no paragraphs that somebody wrote', () => {
    expect(recurring(four('word '.repeat(80)))).toEqual([]);
  });

  it('are one article in two hundred of a large source at least', () => {
    const others = Array.from({ length: 2_000 }, (_, nth) => [`${nth}`, `own ${nth}`] as const);
    expect(recurring([...four('Support us'), ...others])).toEqual([]);
  });

  it('are those that are hidden already, however few', () => {
    expect(recurring(four('Support us').slice(2), ['Support us'])).toEqual([['Support us', 2, true]]);
  });
});
