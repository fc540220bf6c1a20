import fc from 'fast-check';
import { expect, it } from 'vitest';
import { article } from '../../../../support/article-fields.ts';
import { smallArchive } from '../../small-archive.ts';

const vocabulary = ['harbour', 'flood', 'wall', 'the', 'and'] as const;
const word = fc.constantFrom(...vocabulary);
/** So many articles in one segment that some blocks are read word by word and others at once. */
const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 30, maxLength: 60 });

function found(written: readonly (readonly string[])[], query: string): number[] {
  const articles = written.map((words) => article({ body: [words.join(' ')] }));
  const archive = smallArchive(articles, {}, [], articles.length);
  try {
    return archive
      .found(query)
      .map((id) => id - 1)
      .sort((a, b) => a - b);
  } finally {
    archive.close();
  }
}

function matching(
  written: readonly (readonly string[])[],
  test: (words: readonly string[]) => boolean,
): number[] {
  return [...written.keys()].filter((nth) => test(written[nth] ?? []));
}

it('finds a phrase where its words stand one right after the other', () => {
  fc.assert(
    fc.property(texts, fc.array(word, { minLength: 2, maxLength: 4 }), (written, phrase) => {
      const expected = matching(written, (words) =>
        words.some((_, start) => phrase.every((sought, nth) => words[start + nth] === sought)),
      );
      expect(found(written, `"${phrase.join(' ')}"`)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

it('finds two words where they stand near each other, in either order or in one', () => {
  const reach = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(texts, word, word, reach, fc.boolean(), (written, left, right, within, ordered) => {
      const expected = matching(written, (words) =>
        words.some(
          (one, from) =>
            one === left &&
            words.some((other, to) => {
              const distance = ordered ? to - from : Math.abs(to - from);
              return other === right && distance > 0 && distance <= within;
            }),
        ),
      );
      const query = `${left} ${ordered ? 'pre' : 'w'}/${String(within)} ${right}`;
      expect([query, found(written, query)]).toEqual([query, expected]);
    }),
    { numRuns: 100 },
  );
});
