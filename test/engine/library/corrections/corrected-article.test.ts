import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../electron/engine/article/read-article.ts';
import { valueOf, withValue } from '../../../../electron/engine/library/corrections/corrected-article.ts';

const text = [
  'Crane sold for scrap',
  '',
  'PORT ESTA - The last steam crane of the harbour was sold on Monday, the port said in a statement.',
  '',
  'The buyer will take it apart before the winter comes, and the quay will then be cleared of its rails.',
  '',
  'Neighbours remember how it woke the whole street at five in the morning, week after week, for years.',
].join('\n');
const article = readArticle(text, { path: 'crane.txt', fileTimeMs: 0, today: '2021-07-26' });

describe('a corrected article', () => {
  it('has what a person says in place of what was read', () => {
    const dated = withValue(article, 'published', '1987-02');
    expect(dated.fields.published).toEqual({
      date: '1987-02',
      precision: 'month',
      from: 'correction',
      confidence: 1,
    });
    const named = withValue(article, 'headline', 'The crane is gone');
    expect(named.fields).toEqual({
      ...article.fields,
      headline: 'The crane is gone',
      words: article.fields.words,
    });
    expect(withValue(article, 'place', null).fields.place).toBeNull();
    expect(withValue(article, 'language', 'ar').fields).toMatchObject({ language: 'ar', direction: 'rtl' });
  });

  it('is again what was read when it is given back', () => {
    for (const field of ['headline', 'place', 'published', 'language'] as const) {
      const was = valueOf(article, field);
      expect(withValue(withValue(article, field, 'en'), field, was).fields).toEqual(article.fields);
    }
  });

  it('has paragraphs on the side where a person puts them, and every letter of its text', () => {
    const [first = '', second = '', third = ''] = article.fields.body;
    const moved = withValue(article, 'blocks', { toBody: [], toFurniture: [second] });
    expect(moved.fields.body).toEqual([first, third]);
    expect(moved.fields.furniture).toContain(second);
    expect(moved.fields.words).toBeLessThan(article.fields.words);
    expect(moved.blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    const back = withValue(moved, 'blocks', { toBody: [second], toFurniture: [] });
    expect(back).toEqual(article);
    expect(withValue(moved, 'blocks', valueOf(article, 'blocks'))).toEqual(article);
  });
});
