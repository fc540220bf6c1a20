import { describe, expect, it } from 'vitest';
import { extendedAnalysis } from '../../../electron/engine/analysis/analysis.ts';
import { readArticle } from '../../../electron/engine/article/read-article.ts';
import type { ArticleFields } from '../../../electron/contract/article.ts';
import { GeneratedArticles } from './generated-articles.ts';

function fieldsOf(articles: GeneratedArticles, number: number): ArticleFields {
  const context = { path: articles.nameAt(number), fileTimeMs: 0, today: '2026-01-01' };
  return readArticle(articles.textAt(number), context).fields;
}

function addWords(words: Map<string, number>, text: string): void {
  extendedAnalysis.scan(text, (word) => {
    const { form } = extendedAnalysis.analyseWord(word);
    words.set(form, (words.get(form) ?? 0) + 1);
  });
}

const articles = new GeneratedArticles(1);
const sample = Array.from({ length: 400 }, (_, number) => fieldsOf(articles, number));

describe('generated articles', () => {
  it('depend on the seed and their number, and not on which were made before', () => {
    const other = new GeneratedArticles(1);
    const numbers = [700_000, 3, 12];
    expect(numbers.map((number) => other.textAt(number))).toEqual(
      numbers.map((number) => articles.textAt(number)),
    );
    expect(new GeneratedArticles(2).textAt(3)).not.toBe(articles.textAt(3));
    expect(articles.textAt(4)).not.toBe(articles.textAt(3));
  });

  it('name a thousand files a folder, each by a name of its own', () => {
    const names = Array.from({ length: 3_000 }, (_, number) => articles.nameAt(number));
    expect(new Set(names).size).toBe(3_000);
    expect(new Set(names.map((name) => name.split('/')[0])).size).toBe(3);
  });

  it('are read back as what they were made of', () => {
    for (const [number, fields] of sample.entries()) {
      expect(fields.headline).toBe(articles.headlineAt(number));
    }
    const share = (has: (fields: ArticleFields) => boolean): number => sample.filter(has).length / 400;
    expect(share(({ published }) => published !== null)).toBeGreaterThan(0.8);
    expect(share(({ place }) => place !== null)).toBeGreaterThan(0.75);
    expect(share(({ agency }) => agency !== null)).toBeGreaterThan(0.55);
    expect(share(({ byline }) => byline !== null)).toBeGreaterThan(0.25);
    expect(share(({ captions }) => captions.length > 0)).toBeGreaterThan(0.3);
    expect(share(({ furniture }) => furniture.includes('Related Posts'))).toBeGreaterThan(0.5);
    expect(share(({ direction }) => direction === 'rtl')).toBeGreaterThan(0.005);
    expect(new Set(sample.map(({ place }) => place)).size).toBeGreaterThan(100);
    const words = sample.reduce((sum, fields) => sum + fields.words, 0) / 400;
    expect(words).toBeGreaterThan(300);
    expect(words).toBeLessThan(450);
  });

  it('have words as often as newspapers do', () => {
    const words = new Map<string, number>();
    for (const { body } of sample) for (const paragraph of body) addWords(words, paragraph);
    const all = [...words.values()].reduce((sum, count) => sum + count, 0);
    const common = [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word);
    expect(common.slice(0, 3)).toEqual(['the', 'of', 'to']);
    expect((words.get('the') ?? 0) / all).toBeGreaterThan(0.04);
    expect((words.get('the') ?? 0) / all).toBeLessThan(0.08);
    const once = [...words.values()].filter((count) => count === 1).length;
    expect(once / words.size).toBeGreaterThan(0.4);
  });

  it('bring new words for ever, by Heaps’ law', () => {
    const words = new Map<string, number>();
    const sizes: number[] = [];
    for (let number = 0; number < 2_000; number += 1) {
      addWords(words, articles.textAt(number));
      if (number === 499 || number === 1_999) sizes.push(words.size);
    }
    const [small = 0, large = 0] = sizes;
    const exponent = Math.log(large / small) / Math.log(4);
    expect(exponent).toBeGreaterThan(0.5);
    expect(exponent).toBeLessThan(0.65);
  });
});
