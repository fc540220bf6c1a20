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
    ['Hebrew with and without points', 'הַסֵּפֶר בָּרְאשִׁ֖ית', 'הספר בראשית'],
    ['Hebrew initials with all signs for their last', "דו״ח דו\"ח דו''ח ג׳ורג׳", "דוח דוח דוח ג'ורג'"],
    ['ё and е', 'Пётр ещё шёл', 'Петр еще шел'],
    [
      'Cyrillic with and without stress',
      'доро\u0301га мука\u0301 за´мок ї\u0301хати',
      'дорога мука замок їхати',
    ],
    ['Sorani r at the beginning', 'ڕاپۆرت ڕۆژ', 'راپۆرت رۆژ'],
    ['every apostrophe', 'O´Brien O`Brien O′Brien OʼBrien Oʻ‌Brien O‛Brien O＇Brien', "O'Brien ".repeat(7)],
    ['transliterated and plain ayn at the beginning', 'ʿAmmar ʾAmmar', 'Ammar Ammar'],
    ['initials with points and without', 'N.A.T.O. U.K. С.Ш.А. a.k.a.', 'NATO UK США AKA'],
    ['initials that would be a stop word', 'the U.S. and I.T. by W.H.O.', 'the US and IT by WHO'],
  ])('reads %s alike', (_, one, other) => {
    expect(termsOf(one, extendedAnalysis)).toEqual(termsOf(other, extendedAnalysis));
  });

  it.each([
    ['й and и', 'мой', 'мои'],
    ['ї and і', 'їх', 'іх'],
    ['ѓ and г', 'ѓон', 'гон'],
    ['initials and the pronoun', 'the US', 'the us'],
    ['r and its sign within a word', 'کەڕ', 'کەر'],
  ])('reads %s apart', (_, one, other) => {
    expect(termsOf(one, extendedAnalysis)).not.toEqual(termsOf(other, extendedAnalysis));
  });

  it('cuts a word of Lunr’s grammar as texts are cut', () => {
    expect(extendedAnalysis.searchPipeline.runString('市場パーカー')).toEqual(['市', '場', 'パーカー']);
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
