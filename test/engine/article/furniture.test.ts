import { describe, expect, it } from 'vitest';
import { furnitureKey, furnitureOf } from '../../../electron/engine/article/furniture.ts';

describe('furnitureKey', () => {
  it('leaves out case, accents, punctuation, numbers and the spelling of letters', () => {
    const lines = ['  12 Comments!', 'Publicité', 'مقالاتٌ ذات صلة', 'بابەتی پێشوو', 'Editor’s Picks'];
    expect(lines.map(furnitureKey)).toEqual([
      '# comments',
      'publicite',
      'مقالات ذات صله',
      'بابهتي پێشوو',
      'editors picks',
    ]);
  });
});

describe('furnitureOf', () => {
  it.each([
    ['Previous Article', 'neighbour'],
    ['المقال التالي', 'neighbour'],
    ['Related Posts', 'list'],
    ['مقالات ذات صلة', 'list'],
    ['34 Comments', 'end'],
    ['Total', 'edge'],
    ['ADVERTISEMENT', 'line'],
    ['This website uses cookies to improve your experience while you are here.', 'line'],
    ['The minister shared his plans with the press', null],
  ])('tells what %s is', (line, kind) => {
    expect(furnitureOf(furnitureKey(line))).toBe(kind);
  });
});
