import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { smallArchive } from './small-archive.ts';
import { article } from '../../support/article-fields.ts';

const words = ['dam', 'oil', 'ferry', 'canal'];

/** Paragraphs of sentences of words. */
type InventedText = readonly (readonly (readonly string[])[])[];
type Token = Readonly<{ word: string; sentence: number; paragraph: number }>;

const text: fc.Arbitrary<InventedText> = fc.array(
  fc.array(fc.array(fc.constantFrom(...words, 'mayor'), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 3 },
);

function written(sentence: readonly string[]): string {
  const [first = '', ...rest] = sentence;
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')}.`;
}

function tokensOf(paragraphs: InventedText): Token[] {
  let sentence = 0;
  return paragraphs.flatMap((sentences, paragraph) =>
    sentences.flatMap((ofSentence) => {
      sentence += 1;
      return ofSentence.map((word): Token => ({ word, sentence, paragraph }));
    }),
  );
}

type Sought =
  | Readonly<{ kind: 'words'; words: readonly string[] }>
  | Readonly<{ kind: 'any'; parts: readonly Sought[] }>
  | Readonly<{ kind: 'near'; left: Sought; right: Sought; operator: string; reach: string }>;

const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((sought): Sought => ({ kind: 'words', words: sought }));
const thing = fc.oneof(
  { weight: 3, arbitrary: phrase },
  fc.array(phrase, { minLength: 2, maxLength: 3 }).map((parts): Sought => ({ kind: 'any', parts })),
);
const operator = fc.oneof(
  fc.record({
    operator: fc.constantFrom('w', 'near', 'pre'),
    reach: fc.integer({ min: 1, max: 6 }).map(String),
  }),
  fc.record({ operator: fc.constant('w'), reach: fc.constantFrom('s', 'p') }),
);
/** From left to right, as it is read. */
const query = fc
  .tuple(thing, fc.array(fc.tuple(operator, thing), { minLength: 1, maxLength: 2 }))
  .map(([first, others]) =>
    others.reduce<Sought>((left, [how, right]) => ({ kind: 'near', left, right, ...how }), first),
  );

function queryOf(sought: Sought): string {
  switch (sought.kind) {
    case 'words':
      return sought.words.length === 1 ? (sought.words[0] ?? '') : `"${sought.words.join(' ')}"`;
    case 'any':
      return `(${sought.parts.map(queryOf).join(' OR ')})`;
    case 'near':
      return `${queryOf(sought.left)} ${sought.operator}/${sought.reach} ${queryOf(sought.right)}`;
  }
}

type Span = readonly [first: number, last: number];

/** Every place of what is sought, by trying all. */
function spansOf(sought: Sought, tokens: readonly Token[]): Span[] {
  switch (sought.kind) {
    case 'words':
      return [...tokens.keys()].flatMap((first): Span[] =>
        sought.words.every((word, nth) => tokens[first + nth]?.word === word)
          ? [[first, first + sought.words.length - 1]]
          : [],
      );
    case 'any':
      return sought.parts.flatMap((part) => spansOf(part, tokens));
    case 'near': {
      const rights = spansOf(sought.right, tokens);
      return spansOf(sought.left, tokens).flatMap((left) =>
        rights.flatMap((right): Span[] => {
          const isOrdered = left[1] < right[0];
          if (!isOrdered && (right[1] >= left[0] || sought.operator === 'pre')) return [];
          const [before, after] = isOrdered ? [left, right] : [right, left];
          return isNear(sought.reach, before[1], after[0], tokens) ? [[before[0], after[1]]] : [];
        }),
      );
    }
  }
}

function isNear(reach: string, from: number, to: number, tokens: readonly Token[]): boolean {
  if (reach === 's') return tokens[from]?.sentence === tokens[to]?.sentence;
  if (reach === 'p') return tokens[from]?.paragraph === tokens[to]?.paragraph;
  return to - from <= Number(reach);
}

describe('words near one another', () => {
  it('are found where trying every pair of places finds them', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 8 }),
        fc.array(query, { maxLength: 8 }),
        (texts, asked) => {
          const archive = smallArchive(
            texts.map((paragraphs) =>
              article({ body: paragraphs.map((sentences) => sentences.map(written).join(' ')) }),
            ),
          );
          try {
            for (const sought of asked) {
              const expected = [...texts.keys()].filter(
                (nth) => spansOf(sought, tokensOf(texts[nth] ?? [])).length > 0,
              );
              const found = archive.found(queryOf(sought)).map((id) => id - 1);
              expect([queryOf(sought), found.sort((a, b) => a - b)]).toEqual([queryOf(sought), expected]);
            }
          } finally {
            archive.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  const archive = smallArchive([
    article({
      captions: [
        { text: 'The dam', credit: null },
        { text: 'An oil field', credit: null },
      ],
    }),
    article({ captions: [{ text: 'Oil behind the dam', credit: null }] }),
    article({ headline: 'A dam', body: ['Oil.'] }),
    article({ body: [`The dam ${'and so on '.repeat(300)} the oil.`] }),
  ]);
  afterAll(() => archive.close());

  it.each([
    ['in one caption, not in two', 'dam w/1000 oil', [2, 4]],
    ['in one caption, however far is asked for', 'caption:dam w/9999 caption:oil', [2]],
    ['in one sentence of one caption', 'caption:dam w/s caption:oil', [2]],
    ['in one paragraph, which a caption is', 'dam w/p oil', [2, 4]],
    ['in one field', 'headline:dam w/50 body:oil', []],
    ['nearer than they are', 'body:dam w/900 body:oil', []],
  ])('have to be %s', (_, asked, expected) => {
    expect(archive.found(asked).sort()).toEqual(expected);
  });
});
