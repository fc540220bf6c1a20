import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleFields } from '../../../electron/contract/article.ts';
import {
  concordanceSorts,
  type ConcordanceLine,
  type ConcordanceSort,
} from '../../../electron/contract/concordance-api.ts';
import { articleId } from '../../../electron/contract/ids.ts';
import { Collocates } from '../../../electron/engine/concordance/collocates.ts';
import { Concordance, type HitsToRead } from '../../../electron/engine/concordance/concordance.ts';
import { article } from '../../support/article-fields.ts';
import { analysis, publishedOn, smallArchive } from '../query/small-archive.ts';
import { plainCounts, plainLines, plainlySorted } from './plain-concordance.ts';

/** What a query finds in some articles, to be read a few articles a call; some have lost their text. */
function hitsOf(articles: readonly ArticleFields[], query: string, lost: readonly number[] = []): HitsToRead {
  const archive = smallArchive(articles);
  const { best, highlighter } = archive.answer(query);
  archive.close();
  const ids = best.articles;
  return {
    answer: { first: ids.subarray(0, 2), total: ids.length, all: () => ids },
    highlighter,
    analysis,
    readTexts: (wanted) =>
      new Map(
        wanted
          .filter((id) => !lost.includes(id))
          .map((id) => [id, { text: '', blocks: [], fields: articles[id - 1] ?? article({}) }]),
      ),
  };
}

const whole = (): boolean => true;

function linesOf(hits: HitsToRead, sort: ConcordanceSort = 'answer', around = 5): readonly ConcordanceLine[] {
  const concordance = new Concordance(hits);
  concordance.read(whole);
  return concordance.page({ sort, left: around, right: around, offset: 0, limit: 1000 }).lines;
}

function shown({ left, hit, right }: ConcordanceLine): string {
  return `${left}|${hit}|${right}`;
}

const words = fc.constantFrom(
  ...[
    'oil',
    'Oil',
    'oils',
    'the',
    'price',
    'of',
    'élan',
    'Zebra',
    'ünder',
    '3.5',
    'U.S.',
    'النفط',
    'سعر',
    '原油',
  ],
);
const texts = fc.array(words, { maxLength: 14 }).map((all) => all.join(' '));
const archives = fc.array(
  fc
    .record({ headline: texts, standfirst: fc.option(texts), body: fc.array(texts, { maxLength: 3 }) })
    .map((fields) => article(fields)),
  { minLength: 1, maxLength: 6 },
);

describe('a concordance', () => {
  it('has every hit of every result as a line, in each order', () => {
    fc.assert(
      fc.property(
        archives,
        fc.constantFrom(['oil'], ['price', 'of'], ['النفط']),
        fc.constantFrom(...concordanceSorts.filter((sort) => /^[aLR]/u.test(sort))),
        (articles, phrase, sort) => {
          const hits = hitsOf(articles, `"${phrase.join(' ')}"`);
          const order = Array.from(hits.answer.all());
          const expected = plainlySorted(plainLines(articles, order, phrase), sort);
          const found = linesOf(hits, sort, 5);
          const wordsIn = (text: string): string[] => {
            const forms: string[] = [];
            analysis.scan(text, (word) => forms.push(analysis.analyseWord(word).form));
            return forms.filter((form) => form !== '');
          };
          expect(
            found.map((line) => [line.article, wordsIn(line.left), line.hit, wordsIn(line.right)]),
          ).toEqual(
            expected.map(({ article: id, left, hit, right }) => [
              id,
              left.slice(0, 5).reverse(),
              hit,
              right.slice(0, 5),
            ]),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  const flood = article({
    headline: 'Flood closes the port',
    outlet: 'Harbour Daily',
    published: publishedOn('2021-07-26'),
    captions: [{ text: 'The port under water', credit: null }],
    body: ['Rain fell for days.\nThe  port, officials said, is “closed”.', 'A port opens.'],
  });
  const strike = article({
    headline: 'Strike at the old port',
    outlet: 'Coast Times',
    published: publishedOn('2019-01-02'),
    body: ['Dockers left.'],
  });
  const undated = article({ headline: 'Port', body: [] });
  const arabic = article({
    headline: 'أغلقت السلطات الميناء القديم بعد الفيضان',
    language: 'ar',
    direction: 'rtl',
  });

  it('shows signs as they are written, white space as a space, and paragraphs as one run of words', () => {
    expect(linesOf(hitsOf([flood], 'port')).map(shown)).toEqual([
      'Flood closes the |port|',
      'The |port| under water',
      'Rain fell for days. The |port|, officials said, is “closed”. A',
      'officials said, is “closed”. A |port| opens.',
    ]);
  });

  it('says where each hit stands in the article', () => {
    const texts = (place: ConcordanceLine['place']): string =>
      ({ headline: [flood.headline], caption: [flood.captions[0]?.text ?? ''], body: flood.body })[
        place.field
      ]?.[place.text]?.slice(place.start, place.start + 4) ?? '';
    expect(linesOf(hitsOf([flood], 'port')).map(({ place }) => texts(place))).toEqual([
      'port',
      'port',
      'port',
      'port',
    ]);
  });

  it('tells captions from their credits', () => {
    const captions = [
      { text: 'A port', credit: 'Port Photos' },
      { text: 'The port', credit: null },
    ];
    const places = linesOf(hitsOf([article({ captions })], 'port')).map(({ place }) => place);
    expect(places).toEqual([
      { field: 'caption', text: 0, start: 2 },
      { field: 'credit', text: 0, start: 0 },
      { field: 'caption', text: 1, start: 4 },
    ]);
  });

  it('reads Arabic in its own direction: the words before a hit are on its left as they are in memory', () => {
    expect(linesOf(hitsOf([arabic], 'ميناء')).map((line) => [line.direction, shown(line)])).toEqual([
      ['rtl', 'أغلقت السلطات |الميناء| القديم بعد الفيضان'],
    ]);
  });

  it('is sorted by day and by outlet, and those without come last', () => {
    const hits = hitsOf([undated, strike, flood], 'headline:port');
    const heads = (sort: ConcordanceSort): string[] => linesOf(hits, sort).map(({ headline }) => headline);
    expect(heads('newest')).toEqual([flood.headline, strike.headline, undated.headline]);
    expect(heads('oldest')).toEqual([strike.headline, flood.headline, undated.headline]);
    expect(heads('outlet')).toEqual([strike.headline, flood.headline, undated.headline]);
  });

  it('grows as it is read, says how far it is, and leaves out an article without a text', () => {
    const articles = Array.from({ length: 100 }, (_, nth) => article({ headline: `Port ${String(nth)}` }));
    const concordance = new Concordance(hitsOf(articles, 'port', [5]));
    let calls = 0;
    const view = { sort: 'R1', left: 5, right: 5, offset: 0, limit: 1 } as const;
    concordance.read(() => (calls += 1) < 3);
    const early = concordance.page(view);
    concordance.read(whole);
    const late = concordance.page(view);
    expect([early.total < 100, early.read.isWhole, early.read.of]).toEqual([true, false, 100]);
    expect([late.total, late.read]).toEqual([99, { articles: 100, of: 100, isWhole: true, isCut: false }]);
  });

  it('looks no further than it has to in a text without spaces', () => {
    const long = 'x'.repeat(400_000);
    const [line] = linesOf(hitsOf([article({ body: [`${long} port ${long}`] })], 'port'));
    expect([line?.hit, (line?.left.length ?? 0) < 1000, (line?.right.length ?? 0) < 1000]).toEqual([
      'port',
      true,
      true,
    ]);
  });

  it('cuts no character in two', () => {
    const [line] = linesOf(
      hitsOf(
        [article({ headline: '🌊🌊🌊 one two three four five port one two three four five🌊🌊🌊' })],
        'port',
      ),
    );
    expect(`${line?.left ?? ''}${line?.right ?? ''}`).not.toMatch(/\p{Cs}/u);
  });
});

describe('collocates', () => {
  it('are counted as a plain count does, each word once however many hits it is near', () => {
    fc.assert(
      fc.property(archives, fc.nat({ max: 4 }), fc.nat({ max: 4 }), (articles, left, right) => {
        const hits = hitsOf(articles, 'oil');
        const collocates = new Collocates(hits, { left, right });
        collocates.read(whole);
        const page = collocates.page({ sort: 'word', atLeast: 1, offset: 0, limit: 1000 });
        const plain = plainCounts(articles, Array.from(hits.answer.all()), ['oil'], { left, right });
        expect([page.near, page.words]).toEqual([plain.near, plain.words]);
        const expected = [...plain.forms]
          .filter(([, { together, inAll }]) => together > 0 && together * plain.words > plain.near * inAll)
          .map(([form, { together, inAll }]): [string, number, number] => [form, together, inAll]);
        const found = page.collocates.map(({ word, together, inAll }): [string, number, number] => [
          analysis.formOf(word),
          together,
          inAll,
        ]);
        const byForm = (a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number =>
          a[0] < b[0] ? -1 : 1;
        expect(found.toSorted(byForm)).toEqual(expected.toSorted(byForm));
      }),
      { numRuns: 100 },
    );
  });

  it('are shown as they are mostly written, and sorted by any of their figures', () => {
    const body = [
      'The port Authority said so. The port Authority, the port authority.',
      'Nobody else spoke of it at all.',
    ];
    const collocates = new Collocates(hitsOf([article({ body })], 'port'), { left: 0, right: 1 });
    collocates.read(whole);
    const page = collocates.page({ sort: 'log-likelihood', atLeast: 2, offset: 0, limit: 10 });
    expect(page.collocates).toMatchObject([{ word: 'Authority', together: 3, left: 0, right: 3, inAll: 3 }]);
    expect(page.collocates[0]?.mutualInformation).toBeCloseTo(Math.log2((3 * page.words) / (3 * 3)), 9);
  });
});

it('articles are told by their ids', () => {
  expect(linesOf(hitsOf([article({}), article({ headline: 'Oil' })], 'oil'))[0]?.article).toBe(articleId(2));
});
