import { afterEach, describe, expect, it, vi } from 'vitest';
import { readArticle } from '../../../electron/engine/article/read-article.ts';

const context = { path: 'long.txt', fileTimeMs: 0, today: '2024-06-01' };
const lines = 120_000;

afterEach(() => void vi.restoreAllMocks());

/** How many characters the text could have been searched backwards through. */
function countSearchedBack(): () => number {
  const search = Reflect.get(String.prototype, 'lastIndexOf');
  let searched = 0;
  vi.spyOn(String.prototype, 'lastIndexOf').mockImplementation(function (
    this: string,
    ...asked: [string, number?]
  ) {
    searched += this.length;
    return search.apply(this, asked);
  });
  return () => searched;
}

describe('a text of very many lines', () => {
  it.each(['\n', '\r', '\r\n', '\0\n', '\ud800\r'])(
    'ending in %j becomes few blocks that cover it',
    (end) => {
      const text = `a ship${end}`.repeat(lines);
      const { blocks } = readArticle(text, context);
      expect(blocks.length).toBeLessThan(lines / 2);
      expect(blocks.reduce((at, block) => (block.start === at ? block.end : -1), 0)).toBe(text.length);
    },
  );

  it('is searched through no more than a few times', () => {
    const text = 'a ship\r'.repeat(lines);
    const searchedBack = countSearchedBack();
    readArticle(text, context);
    expect(searchedBack()).toBeLessThan(4 * text.length);
  });

  it.each([' ', '.', '7', '\0', '\ud800', '-', '(', '"', 'A, ', '\u0301', '會'])(
    'is read as one line of %j',
    (unit) => {
      const text = `x${unit.repeat(400_000)}x`;
      expect(readArticle(text, context).blocks.at(-1)?.end).toBe(text.length);
    },
  );
});
