import { expect, test } from 'vitest';
import { readArticle } from '../../../../electron/engine/article/read-article.ts';
import type { ExtractedArticle } from '../../../../electron/contract/article.ts';
import { RecordDecoder, RecordEncoder } from '../../../../electron/engine/library/texts/text-record.ts';
import { TokenDictionary } from '../../../../electron/engine/library/texts/token-dictionary.ts';

/** The words of the articles below, some of them. */
const list = new TokenDictionary([
  'the',
  ', ',
  '. ',
  'harbour',
  'of',
  'The',
  '\n\n',
  '\r\n',
  'wall',
  'council',
  'that',
]);

function encoded(article: ExtractedArticle): Uint8Array {
  return new RecordEncoder(list).encode(article);
}

function decoded(record: Uint8Array): ExtractedArticle {
  return new RecordDecoder(list).decode(record);
}

const context = { path: 'north/harbour-vote.txt', fileTimeMs: 0, today: '2021-06-01' };
const sentences = [
  'The council voted after midnight on Tuesday to build the second harbour wall, which the fishermen of the town',
  'had asked for since the storm of the last winter tore away the old one, and the money was found in the budget.',
];
const page = [
  'Council votes for a second harbour wall',
  'By Jane Doe',
  '3 May 2021',
  '',
  ...sentences,
  '',
  ...sentences,
  'The wall at low tide in March. (Northwire photo)',
  '',
  'Read also the other stories of the day',
].join('\r\n');

test('an article of broken lines comes back as it was, and its text is stored once', () => {
  const wrapped = Array.from(
    { length: 40 },
    (_, at) =>
      `${at} lines were broken at a width of about seventy characters, as some news\nagencies have always done with what they send to newspapers in the world,\nand each of these is as long as the others so that they are one paragraph.`,
  ).join('\n\n');
  for (const text of [page, wrapped]) {
    const article = readArticle(text, context);
    const record = encoded(article);
    expect(decoded(record)).toEqual(article);
    expect(record.length).toBeLessThan(text.length);
  }
});

test('the text of captions and credits comes back', () => {
  const captions = Array.from({ length: 30 }, (_, at) =>
    at % 3 === 0
      ? `A view of pier ${at} of the harbour (Northwire photo)`
      : `Ships near pier ${at} of the port at low water\nPhoto: Northwire`,
  );
  const text = captions.flatMap((caption) => [caption, ...sentences]).join('\n\n');
  const article = readArticle(`Council votes for a second harbour wall\n\n${text}`, context);
  expect(article.fields.captions.length).toBe(30);
  expect(decoded(encoded(article))).toEqual(article);
});

test('strings that are no block are stored as they are', () => {
  const article = readArticle(page, context);
  const fields = { ...article.fields, headline: 'Another headline', standfirst: 'It is nowhere to be found' };
  expect(decoded(encoded({ ...article, fields })).fields).toEqual(fields);
});

test('a record that is cut, or of another list of words, is refused or reads as something else', () => {
  const article = readArticle(page, context);
  const record = encoded(article);
  for (let length = 0; length < record.length; length += 1) {
    expect(() => decoded(record.subarray(0, length))).toThrow(RangeError);
  }
  expect(() => new RecordDecoder(TokenDictionary.empty).decode(record)).toThrow(RangeError);
});

test('every word of a long list takes two bytes at most, also when the list was stored', () => {
  const words = Array.from({ length: 20_000 }, (_, nth) => `word${String(nth)}`);
  const stored = TokenDictionary.from(new TokenDictionary(words).toBytes());
  const article = readArticle(words.join(' '), context);
  const record = new RecordEncoder(stored).encode(article);
  expect(record.length).toBeLessThan(2 * words.length + 200);
  expect(new RecordDecoder(stored).decode(record)).toEqual(article);
});

test.each([
  { part: 'year', from: 'file-time' },
  { part: 'day-month', from: 'url' },
] as const)('what is guessed of a date comes back: %j', (guess) => {
  const article = readArticle(page, context);
  const published = { date: '2021-05-03', precision: 'day', from: 'url', confidence: 0.3, guess } as const;
  const fields = { ...article.fields, published };
  expect(decoded(encoded({ ...article, fields })).fields).toEqual(fields);
});
