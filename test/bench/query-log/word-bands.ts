import lunr from 'lunr';
import type { ArticleFields } from '../../../electron/contract/article.ts';
import { extendedAnalysis } from '../../../electron/engine/analysis/analysis.ts';

/** Bands of words by the share of the articles that have them. */
export const bandNames = ['very frequent', 'frequent', 'middling', 'rare'] as const;
export type BandName = (typeof bandNames)[number];

const minShare: Readonly<Record<BandName, number>> = {
  'very frequent': 0.2,
  frequent: 0.02,
  middling: 0.002,
  rare: 0,
};

export function wordsOf(text: string): string[] {
  const words: string[] = [];
  extendedAnalysis.scan(text, (word) => words.push(word));
  return words;
}

/** Words that nothing but a space parts, run by run; at least one run, which may be empty. */
export function runsOf(text: string): string[][] {
  const runs: string[][] = [[]];
  let lastEnd = -1;
  extendedAnalysis.scan(text, (word, start, end) => {
    if (text.slice(lastEnd, start) !== ' ') runs.push([]);
    runs.at(-1)?.push(word);
    lastEnd = end;
  });
  return runs;
}

const withoutStopWords = new lunr.Pipeline();
withoutStopWords.add(lunr.stopWordFilter);

/** Whether stock Lunr indexes a word in lower case: neither a stop word nor empty. */
export function isIndexed(word: string): boolean {
  return word !== '' && withoutStopWords.runString(word).length > 0;
}

/** Words of a sample of articles that a person could type, by how many of the articles have them. */
export class WordBands {
  readonly #bands = new Map<BandName, string[]>(bandNames.map((name) => [name, []]));
  readonly #common = new Set<string>();

  constructor(sample: readonly ArticleFields[]) {
    const articlesOf = new Map<string, number>();
    for (const fields of sample) {
      const forms = new Set<string>();
      for (const text of [fields.headline, ...fields.body]) {
        for (const word of wordsOf(text)) forms.add(extendedAnalysis.analyseWord(word).form);
      }
      for (const form of forms) articlesOf.set(form, (articlesOf.get(form) ?? 0) + 1);
    }
    for (const [word, articles] of [...articlesOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!/^\p{L}[\p{L}\p{M}]+$/u.test(word) || !isIndexed(word)) continue;
      const share = articles / sample.length;
      const band = bandNames.find((name) => share >= minShare[name]);
      if (band !== undefined) this.#bands.get(band)?.push(word);
      if (band !== 'rare') this.#common.add(word);
    }
  }

  /** Empty for a band that the sample has no words for. */
  words(band: BandName): readonly string[] {
    return this.#bands.get(band) ?? [];
  }

  /** Whether a word in lower case is in a band above the rare ones. */
  isCommon(word: string): boolean {
    return this.#common.has(word);
  }

  /** The band itself, or the nearest one that has words. */
  wordsNear(band: BandName): readonly string[] {
    const place = bandNames.indexOf(band);
    const byDistance = [...bandNames.keys()].sort((a, b) => Math.abs(a - place) - Math.abs(b - place));
    for (const other of byDistance) {
      const name = bandNames[other];
      const words = name === undefined ? [] : this.words(name);
      if (words.length > 0) return words;
    }
    throw new RangeError('the articles have no words');
  }
}
