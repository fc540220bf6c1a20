import { word } from '../../../electron/words/word.ts';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { article } from '../../support/article-fields.ts';
import { smallArchive } from './small-archive.ts';

/** Names that every object of JavaScript answers to: looked up in a table of ours, none of them may be found. */
const names = Object.getOwnPropertyNames(Object.prototype);

const archive = smallArchive([
  article({ headline: 'Oil price', body: ['The price of oil rose.'] }),
  article({ headline: 'Builders', body: ['The constructor of the dam fell from oil rig to String.'] }),
  article({ headline: 'Method', body: ['A toString method has own property valueOf.'] }),
  article({ headline: 'Proto', body: ['__proto__ is a property; hasOwnProperty is another.'] }),
]);
afterAll(() => {
  archive.close();
});

/** Constructs with a hole for a word and one for the same word in quotation marks. */
const constructs: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `oil ${word}`,
  (word) => `${word} oil`,
  (word) => `oil AND ${word}`,
  (word) => `oil OR ${word}`,
  (word) => `oil NOT ${word}`,
  (word) => `oil -${word}`,
  (word) => `+${word} oil`,
  (word) => `(${word} OR price) AND oil`,
  (word) => `headline:${word}`,
  (word) => `body:(${word} OR dam)`,
  (word) => `${word} w/5 dam`,
  (word) => `oil pre/9 ${word}`,
];

const nameOrWord = fc.constantFrom(...names, 'oil', 'dam');

describe('words that are names of every object', () => {
  it('are words in every construct of grammar news', () => {
    fc.assert(
      fc.property(nameOrWord, fc.constantFrom(...constructs), (name, construct) => {
        const [plain, quoted] = [construct(name), construct(`"${name}"`)];
        expect([plain, archive.found(plain)]).toEqual([plain, archive.found(quoted)]);
        expect(archive.answer(plain).fault).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('are words in grammar lunr', () => {
    const lunr = { grammar: 'lunr' } as const;
    for (const name of names.map((one) => one.toLowerCase())) {
      // The same word with a boost of one is the same query, and is no name of anything.
      expect([name, archive.found(name, lunr)]).toEqual([name, archive.found(`${name}^1`, lunr)]);
      expect(archive.found(`+oil +${name}`, lunr).length).toBeLessThanOrEqual(2);
    }
    expect(archive.found('constructor', lunr)).toEqual([2]);
  });

  it('are no fields, and no tags', () => {
    for (const name of names) {
      const { fault } = archive.answer(`${name}:oil`);
      expect(word(fault?.message ?? '')).toContain(`there is no field “${name}”`);
      expect(word(archive.answer(`tag:${name} oil`).fault?.message ?? '')).toContain(
        `there is no tag “${name}”`,
      );
    }
  });

  it('find the article that has them, and no other', () => {
    expect([
      archive.found('constructor'),
      archive.found('toString'),
      archive.found('oil constructor'),
    ]).toEqual([[2], [3], [2]]);
  });
});
