import fc from 'fast-check';
import lunr from 'lunr';
import { expect, test } from 'vitest';
import { FormTable } from '../../../../electron/engine/index/terms/form-table.ts';
import { acceptedWords } from '../../../../electron/engine/index/terms/term-automaton.ts';

// A few letters of one, two, three and four bytes, so that words are near to each other.
const letters = fc.constantFrom('a', 'b', 'é', 'ب', 'ت', 'च', '中', '𝒳', '𝒴');
const words = fc.array(fc.string({ unit: letters, maxLength: 7 }), { maxLength: 120 });
const clauses = fc.record({
  term: fc.string({
    unit: fc.oneof({ arbitrary: letters, weight: 5 }, { arbitrary: fc.constant('*'), weight: 1 }),
    minLength: 1,
    maxLength: 6,
  }),
  editDistance: fc.integer({ min: 0, max: 3 }),
});

type Clause = Readonly<{ term: string; editDistance: number }>;
type TokenSet = Readonly<{ intersect(other: TokenSet): TokenSet; toArray(): string[] }>;

const { TokenSet: sets } = lunr as unknown as Readonly<{
  TokenSet: Readonly<{ fromClause(clause: Clause): TokenSet; fromArray(words: readonly string[]): TokenSet }>;
}>;

function acceptedByLunr(sorted: readonly string[], clause: Clause): number[] {
  const set = sets.fromClause(clause);
  const isAccepted = (word: string): boolean => sets.fromArray([word]).intersect(set).toArray().length > 0;
  return sorted.flatMap((word, index) => (word !== '' && isAccepted(word) ? [index] : []));
}

test('the words are those that are left of each when Lunr intersects it with the token set', () => {
  fc.assert(
    fc.property(words, clauses, (unsorted, clause) => {
      const sorted = [...new Set(unsorted)].sort();
      expect(acceptedWords(FormTable.of(sorted), clause, () => undefined)).toEqual(
        acceptedByLunr(sorted, clause),
      );
    }),
  );
});

test('a search that was given up stops', () => {
  const stop = (): never => {
    throw new Error('given up');
  };
  expect(() => acceptedWords(FormTable.of(['word']), { term: 'wort', editDistance: 1 }, stop)).toThrow(
    'given up',
  );
});
