import { afterAll, describe, expect, it } from 'vitest';
import type { ArticleFields } from '../../../electron/contract/article.ts';
import { article, smallArchive } from './small-archive.ts';

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
