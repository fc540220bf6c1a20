import { saying } from '../../support/saying.ts';
import { tagId } from '../../../electron/contract/ids.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { publishedOn, smallArchive } from './small-archive.ts';
import { article } from '../../support/article-fields.ts';

const archive = smallArchive(
  [
    article({
      headline: 'Troops to withdraw from the valley',
      place: 'Baghdad',
      agency: 'Reuters',
      published: publishedOn('2021-07-26'),
      body: ['The combat mission will end by December.', 'To be or not to be, the minister said.'],
      furniture: ['Related Posts', 'Harbour opens'],
      words: 20,
    }),
    article({
      headline: 'Harbour opens',
      published: publishedOn('2022-01-05'),
      body: ['The mission of the new harbour is to combat delays.'],
      captions: [{ text: 'A crane at dawn', credit: 'Reuters photo' }],
      words: 10,
    }),
    article({
      headline: 'Withdrawal delayed',
      body: ['Officials in Iraq’s north delayed the withdrawal of troops again and again.'],
      words: 12,
    }),
    article({
      headline: 'وزير النفط يعلن أسعار جديدة',
      language: 'ar',
      direction: 'rtl',
      published: publishedOn('2024-01-20'),
      body: ['قالت الحكومة في بغداد إن الأسعار سترتفع.'],
      words: 12,
    }),
  ],
  { politics: [1, 3], 'source esta': [1] },
);

const guessed = smallArchive([
  article({
    headline: 'Year guessed',
    published: { ...publishedOn('2021-02-26'), guess: { part: 'year', from: 'file-time' } },
  }),
  article({
    headline: 'Third of April or fourth of March',
    published: { ...publishedOn('2021-03-04'), guess: { part: 'day-month', from: 'published-line' } },
  }),
  article({ headline: 'Known', published: publishedOn('2021-03-05') }),
]);

afterAll(() => {
  archive.close();
  guessed.close();
});

describe('a date of which a part is guessed', () => {
  it.each([
    ['a day that could be another', 'date:2021-03', [3]],
    ['the other day that it could be', 'date:2021-04', []],
    ['a year that both have', 'date:2021', [2, 3]],
    ['days before', 'before:2021-03-05', []],
    ['days after', 'after:2021-03-01', [2, 3]],
  ])('answers only for what is known: %s', (_, query, expected) => {
    expect(guessed.found(query).sort()).toEqual(expected);
  });

  it.each([
    ['a day that could be another', 'date~:2021-03', [2, 3]],
    ['the other day that it could be', 'date~:2021-04', [2]],
    ['a year', 'date~:2021', [1, 2, 3]],
    ['days before', 'before~:2021-03', [1]],
    ['days after', 'after~:2021-03-31', [2]],
  ])('answers with a tilde for each that it could be: %s', (_, query, expected) => {
    expect(guessed.found(query).sort()).toEqual(expected);
  });

  it('is said in the reading of the query', () => {
    expect(guessed.answer('date~:2021-04..2021-03').reading).toBe('date~:2021-03..2021-04');
  });
});

describe('a search in grammar news', () => {
  it.each([
    ['words that all have to be there', 'troops minister', [1]],
    ['alternatives', 'minister OR harbour', [1, 2]],
    ['what is left out', 'troops -minister', [3]],
    ['a phrase, and not the same words apart', '"combat mission"', [1]],
    ['a phrase of stop words', '"to be or not to be"', [1]],
    ['a phrase across forms of a word', '"combat missions"', [1]],
    ['a wildcard against words as written', 'withdrawa*', [3]],
    ['a wildcard in the middle and in front', '*drawa*l', [3]],
    ['a wildcard inside a phrase', '"combat miss*"', [1]],
    ['words within an edit distance', 'harbor~1', [2]],
    ['a field', 'headline:harbour', [2]],
    ['furniture only when it is named', 'furniture:harbour', [1]],
    ['a caption with its credit', 'caption:reuters', [2]],
    ['possessives with a curly apostrophe', 'iraq', [3]],
    ['Arabic words under their article', 'حكومة', [4]],
    ['Arabic words in another spelling of alef', 'اسعار', [4]],
    ['tags', 'tag:politics troops', [1, 3]],
    ['sources', 'source:esta', [1]],
    ['languages', 'language:ar', [4]],
    ['lengths', 'words:<=12 words:>10', [3, 4]],
    ['a month', 'date:2021-07', [1]],
    ['days that end some days ago', 'date:-3y..-2y', [1, 2]],
    ['a range of dates, both ends included', 'date:2021-07-26..2022-01-05', [1, 2]],
    ['days before', 'before:2022', [1]],
    ['days after, without those named', 'after:2022-01-05', [4]],
    ['days back from today', 'date:-30d', [4]],
    ['everything but', 'NOT tag:politics', [2, 4]],
    ['everything', '*', [1, 2, 3, 4]],
  ])('finds %s', (_, query, expected) => {
    expect(archive.found(query).sort()).toEqual(expected);
  });

  it('falls back to any of the words when no article has all of them, and says so', () => {
    const { reading, notices, best } = archive.answer('harbour withdrawal tag:politics');
    expect([reading, notices, Array.from(best.articles)]).toEqual([
      'tag:politics AND (harbour OR withdrawal)',
      ['No article has all of these words; these have some of them.'],
      [3, 1],
    ]);
  });

  it('keeps a word with a plus when it falls back', () => {
    expect(archive.found('+harbour withdrawal')).toEqual([2]);
  });

  it('does not fall back where AND is written', () => {
    expect(archive.found('harbour AND withdrawal')).toEqual([]);
  });

  it('completes the last word while it is being typed, and only then', () => {
    expect([archive.found('harb', { typing: true }), archive.found('harb')]).toEqual([[2], []]);
  });

  it('offers near words when nothing was found', () => {
    expect(archive.answer('harbuor').nearestWords).toEqual(['harbour']);
  });

  it('finds with the part of a broken query that it can read', () => {
    const { fault, best } = archive.answer('"combat mission');
    expect([fault?.message, Array.from(best.articles)]).toEqual(['this quotation mark is not closed', [1]]);
  });

  it('narrows by a filter', () => {
    const filter = { tags: [tagId(1)], sources: [], untagged: false };
    expect([
      archive.found('mission', { filter }),
      archive.found('*', { filter: { ...filter, tags: [], untagged: true } }),
    ]).toEqual([[1], [2, 4]]);
  });

  it('sorts by date with undated articles last either way', () => {
    expect([archive.found('*', { sort: 'newest' }), archive.found('*', { sort: 'oldest' })]).toEqual([
      [4, 2, 1, 3],
      [1, 2, 4, 3],
    ]);
  });

  it.each([
    ['a term of 10,000 letters', 'x'.repeat(10_000)],
    ['a long wildcard', `${'*a'.repeat(2_000)}*`],
    ['5,000 clauses', 'harbour OR '.repeat(4_999) + 'mission'],
    ['NUL bytes and lone surrogates', '\u0000 \ud800 "\udfff'],
  ])('answers %s', (_, query) => {
    expect(archive.answer(query).best.articles.length).toBeLessThanOrEqual(4);
  });
});

describe('a wildcard of very many words', () => {
  // 1,500 words that end alike, in forms of few terms and of many, and one article without any.
  const words = Array.from({ length: 1_500 }, (_, nth) => `w${String(nth)}${nth % 3 === 0 ? 'ers' : 'ing'}`);
  const wide = smallArchive([
    article({ body: [words.slice(0, 700).join(' ')] }),
    article({ body: [words.slice(700).join(' ')], headline: 'Harbour' }),
    article({ body: ['w3er w6er, nothing else'], headline: 'Harbour' }),
  ]);
  afterAll(() => wide.close());

  it('finds by the words as written, says that it does not rank, and is ranked by the other words', () => {
    const {
      best: { articles },
      notices,
    } = wide.answer('w*s OR w*ing OR harbour');
    const alone = wide.answer('*w*');
    expect([Array.from(articles).sort(), Array.from(alone.best.articles), alone.notices, notices]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      ['More than 1,024 words match “*w*”; they do not count for the order.'],
      [],
    ]);
  });

  it('finds no article that has only other forms of its words', () => {
    const many = smallArchive([
      article({ body: [Array.from({ length: 1_100 }, (_, nth) => `x${String(nth)}ing`).join(' ')] }),
      article({ body: ['x5ed x7ed'] }),
      article({ body: ['x5ed and x7ing'] }),
      article({ body: ['x7ed and x5'] }),
    ]);
    const {
      best: { articles },
      notices,
    } = many.answer('x*ing');
    many.close();
    expect([Array.from(articles), notices.length]).toEqual([[1, 3], 1]);
  });

  it('marks a word once however often it was asked for', () => {
    const marks = (query: string) =>
      archive
        .answer(query)
        .highlighter.marks('The harbour, the harbour', 0)
        .map(({ range }) => range);
    expect(marks('harbour '.repeat(30))).toEqual(marks('harbour'));
    expect(marks('headline:harbour harbour harbour')).toHaveLength(4);
  });
});

describe('a search in grammar lunr', () => {
  const lunr = { grammar: 'lunr' } as const;

  it('joins words by OR, and does not stem a wildcard', () => {
    expect([archive.found('harbour withdrawal', lunr).sort(), archive.found('withdrawa*', lunr)]).toEqual([
      [1, 2, 3],
      [],
    ]);
  });

  it('answers a broken query with a fault and the hits of what it could read', () => {
    const { fault, best } = archive.answer('harbour nosuchfield:x', lunr);
    expect([fault?.message, Array.from(best.articles)]).toEqual([
      saying("unrecognised field 'nosuchfield'"),
      [2, 1].slice(0, 1),
    ]);
  });

  it('refuses an edit distance that is out of reach', () => {
    expect(archive.answer('harbour~9', lunr).fault).toEqual({
      at: 7,
      length: 2,
      message: 'an edit distance is 2 at most',
    });
  });

  it('reads stars in a row as one', () => {
    const asked = ['harb**r', 'harb*r', '***', '*'].map((query) => archive.found(query, lunr).sort());
    expect(asked).toEqual([[2], [2], [1, 2, 3, 4], [1, 2, 3, 4]]);
  });

  it('looks for fifty wildcards and edit distances at most, and for any number of words', () => {
    const words = Array.from({ length: 200 }, (_, nth) => `w${String(nth)}`).join(' ');
    const patterns = Array.from({ length: 50 }, (_, nth) => `x${String(nth)}*`).join(' ');
    const asked = `${words} ${patterns} TROOP* +minister harbor~1`;
    expect([
      archive.answer(`${words} ${patterns} minister`, lunr).fault,
      archive.answer(asked, lunr).fault,
    ]).toEqual([
      null,
      {
        at: asked.indexOf('TROOP*'),
        length: 6,
        message: 'a query has 50 wildcards and edit distances at most; the rest was left out',
      },
    ]);
    expect(archive.found(asked, lunr)).toEqual([1]);
  });

  it('leaves out what more than 32,768 words match, and says so', () => {
    const many = smallArchive([
      article({ body: [Array.from({ length: 33_000 }, (_, nth) => `x${String(nth)}`).join(' ')] }),
      article({ headline: 'A harbour', body: ['x12 x3'] }),
    ]);
    const asked = ['harbour x*', '*', 'x12*'].map((query) => {
      const { fault, best } = many.answer(query, lunr);
      return [Array.from(best.articles).sort(), fault];
    });
    many.close();
    const message = (term: string) => `more than 32,768 words match “${term}”, which was left out`;
    expect(asked).toEqual([
      [[2], { at: 8, length: 2, message: message('x*') }],
      [[1, 2], { at: 0, length: 1, message: message('*') }],
      [[1, 2], null],
    ]);
  });
});
