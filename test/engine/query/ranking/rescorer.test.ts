import { afterAll, describe, expect, it } from 'vitest';
import type { ArticleFields } from '../../../../electron/contract/article.ts';
import { smallArchive } from '../small-archive.ts';
import { article } from '../../../support/article-fields.ts';

const six = 'harbour OR strike OR crane OR union OR wages OR ferry';
const five = 'harbour OR strike OR crane OR union OR wages';

function saying(text: string): ArticleFields {
  return article({ body: [text] });
}

describe('a word that the query says again', () => {
  const archive = smallArchive([
    article({ headline: 'Harbour', body: ['Quay'] }),
    saying('Cranes and quays and a ferry'),
  ]);
  afterAll(() => archive.close());
  const score = (query: string): number => archive.answer(query).best.scores[0] ?? 0;

  it('counts for less than the first time, by k3', () => {
    expect(score('harbour harbour') / score('harbour')).toBeCloseTo((9 * 2) / (8 + 2), 10);
  });

  it('counts with the boosts of all its clauses', () => {
    expect(score('harbour^3 harbour') / score('harbour')).toBeCloseTo((9 * 4) / (8 + 2), 10);
  });

  it('counts once in each field that it is asked for in', () => {
    expect(score('headline:harbour OR body:harbour')).toBeCloseTo(score('harbour'), 10);
  });
});

describe('a query of six words', () => {
  const subject = 'harbour strike crane union wages ferry';
  const articles = [
    ...Array.from({ length: 5 }, () => saying(`${subject} dockers picket`)),
    saying('The ferry and the harbour in a poem of spring today'),
    saying('The ferry and the harbour where dockers picket today'),
    saying('Dockers picket the quay'),
    saying('Poem of spring'),
  ];
  const archive = smallArchive(articles);
  const textless = smallArchive(articles, {}, [1, 2, 3, 4, 5, 6, 7]);
  afterAll(() => {
    archive.close();
    textless.close();
  });

  it('lifts an article that shares the subject of the best', () => {
    expect(archive.found(six)).toEqual([1, 2, 3, 4, 5, 7, 6]);
  });

  it('finds nothing that it would not find without', () => {
    const { total, found } = archive.answer(six);
    expect([total, Array.from(found.toArray())]).toEqual([7, [1, 2, 3, 4, 5, 6, 7]]);
  });

  it.each([
    ['fewer words', `${five} OR harbour`],
    ['words that no article has', `${five} OR gondola`],
    ['words without weight', `${five} OR ferry^0`],
  ])('is not one of %s', (_, query) => {
    expect(archive.found(query)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('keeps its first order when the texts of the best can not be read', () => {
    expect(textless.found(six)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('keeps its order by date', () => {
    expect(archive.found(six, { sort: 'newest' })).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('is as good as any when nothing in it tells articles apart', () => {
    expect(archive.found(`* NOT (${six})`)).toEqual([8, 9]);
  });

  it('has no second look in grammar lunr', () => {
    expect(archive.found(six.replaceAll(' OR', ''), { grammar: 'lunr' })).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('the writing of a query', () => {
  const archive = smallArchive([
    saying('Delays and delays of ferries'),
    saying('Delayed and delay of a ferry'),
    saying('Water of the harbour; cranes load containers, and the pilot waits for a boat of the deep'),
    saying('Cranes load containers, and the pilot waits for a boat of the deep harbour; water of the'),
    saying('Deep containers load the harbour and cranes wait, for a boat of the pilot; water of the'),
    saying('Harbour and a pilot'),
  ]);
  afterAll(() => archive.close());

  it('puts a word as it is written there before its other forms', () => {
    expect([archive.found('delays'), archive.found('delay')]).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('takes the mean over the forms that the query has of a word', () => {
    const [first = 0, second = 0] = archive.answer('ferries ferry').best.scores;
    expect(first).toBeCloseTo(second, 10);
  });

  it('has no say about a word that stands for several forms', () => {
    const [first = 0, second = 0] = archive.answer('delay* ferr*').best.scores;
    expect(first).toBeCloseTo(second, 10);
  });

  it('puts neighbouring words near each other first, whatever stop words stand between', () => {
    expect([archive.found('deep harbour'), archive.found('deep and the harbour')]).toEqual([
      [4, 5, 3],
      [4, 5, 3],
    ]);
  });

  it('knows no neighbours across a wildcard', () => {
    expect(archive.found('deep crane* harbour')).toEqual([3, 4, 5]);
  });

  it('never lifts the score of a single word', () => {
    const exact = archive.answer('ferry').best.scores;
    const any = archive.answer('ferr*').best.scores;
    expect(Math.max(...exact)).toBeLessThanOrEqual(Math.max(...any) + 1e-9);
  });
});

describe('articles behind the hundredth', () => {
  const archive = smallArchive([
    ...Array.from({ length: 5 }, () => saying('harbour strike crane union wages ferry dockers')),
    ...Array.from({ length: 110 }, () => saying('harbour rain')),
    saying('harbour dockers'),
  ]);
  afterAll(() => archive.close());

  it('keep their places and score no more than it', () => {
    const { articles, scores } = archive.answer(six).best;
    expect(Array.from(articles.subarray(100))).toEqual(Array.from({ length: 16 }, (_, at) => 101 + at));
    expect(Array.from(scores)).toEqual([...scores].sort((a, b) => b - a));
  });
});
