import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import {
  extendedAnalysis,
  stockAnalysis,
  type Analysis,
} from '../../../electron/engine/analysis/analysis.ts';
import { sampleArchive } from '../../support/article-folder.ts';

function termsOf(text: string, analysis: Analysis): string[] {
  const terms: string[] = [];
  analysis.scan(text, (word) => {
    const { term } = analysis.analyseWord(word);
    if (term !== null) terms.push(term);
  });
  return terms;
}

/** Lines of the sample archive that are all ASCII. */
function plainEnglish(): string[] {
  return readdirSync(sampleArchive, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(sampleArchive, name), 'utf8').split('\n'))
    .filter((line) => /^[\x20-\x7e]+$/.test(line));
}

const asciiText = fc.string({ unit: 'binary-ascii', maxLength: 200 });
const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('the analysis with our extensions off', () => {
  it('makes the terms that stock Lunr makes of ASCII text', () => {
    const pipeline = new lunr.Pipeline();
    pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    fc.assert(
      fc.property(asciiText, (text) => {
        const stock = pipeline.run(lunr.tokenizer(text)).map((token) => token.toString());
        expect(termsOf(text, stockAnalysis)).toEqual(stock);
      }),
      { numRuns: 500 },
    );
  });

  it('makes the tokens that stock Lunr makes of English, at the same places', () => {
    const stock = new lunr.Pipeline();
    stock.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    let compared = 0;
    for (const line of plainEnglish()) {
      const expected = stock.run(lunr.tokenizer(line));
      // Tokens carry their places along.
      expect(stockAnalysis.indexPipeline.run(stockAnalysis.tokenizer(line))).toEqual(expected);
      expect(termsOf(line, stockAnalysis)).toEqual(expected.map((token) => token.toString()));
      compared += expected.length;
    }
    expect(compared).toBeGreaterThan(5_000);
  });
});

describe('the extended analysis', () => {
  it('makes the same terms by its quick way as by the Lunr chain that it hands out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { indexPipeline, tokenizer } = extendedAnalysis;
        const chained = indexPipeline.run(tokenizer(text)).map((token) => token.toString());
        expect(termsOf(text, extendedAnalysis)).toEqual(chained);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['curly and straight apostrophes', 'Iraq’s minister', "Iraq's minister"],
    ['marks on Latin letters', 'Erdoğan naïve café', 'Erdogan naive cafe'],
    [
      'hyphens, dashes and slashes between words',
      'oil-rich north–south and/or',
      'oil rich north south and or',
    ],
    ['forms of alef, yeh and teh marbuta', 'إدارة الأزمة على', 'اداره الازمه علي'],
    ['Kurdish and Arabic kaf and yeh', 'کوردی', 'كوردي'],
    ['tatweel, harakat and the Arabic article', 'الـحُكُومَة', 'حكومة'],
    ['Persian words with and without a zero-width non-joiner', 'می‌شود', 'میشود'],
    ['Arabic-Indic and Persian digits', '٢٠٢١ ۲۰۲۱', '2021 2021'],
    ['soft hyphens', 'govern\u00adment', 'government'],
  ])('reads %s alike', (_, one, other) => {
    expect(termsOf(one, extendedAnalysis)).toEqual(termsOf(other, extendedAnalysis));
  });

  it('keeps numbers with points and commas, and abbreviations, whole', () => {
    expect(termsOf('3.5 of 1,000 in the U.S. by Dec. 12.', extendedAnalysis)).toEqual([
      '3.5',
      '1,000',
      'u.s',
      'dec',
      '12',
    ]);
  });
});
