import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bracket,
  colon,
  comma,
  dash,
  decimal,
  digit,
  gap,
  letter,
  mark,
  separator,
  sign,
  wordCharacter,
} from '../../../../electron/engine/article/text/char-classes.ts';
import { unitsOf } from '../../../../electron/engine/article/text/char-buffer.ts';
import { countWords, eachRun, kindsOf, measure } from '../../../../electron/engine/article/text/words.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), loneHalves());

/** Texts with halves of pairs in them, as broken files have. */
function loneHalves(): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0xd700, max: 0xe0ff })).map((units) => String.fromCharCode(...units));
}

function runsOf(text: string, kind: number): string[] {
  const runs: string[] = [];
  eachRun(unitsOf(text), kind, (start, end) => runs.push(text.slice(start, end)));
  return runs;
}

describe('countWords', () => {
  it('counts what the expression [\\p{L}\\p{N}]+ finds in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => countWords(text) === (text.match(/[\p{L}\p{N}]+/gu) ?? []).length),
    );
    expect(countWords('two words')).toBe(2);
  });
});

function weightOf(text: string): number {
  return measure(text).weight;
}

describe('measure', () => {
  it('weighs every two characters of a script without spaces as a word', () => {
    expect(['two words', '会议持续到午', 'of 会议 2021', '𝐛𝐨𝐥𝐝 text'].map(weightOf)).toEqual([2, 3, 3, 2]);
  });

  it('weighs the words of other scripts in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spaced = text.replace(/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g, ' ');
        return weightOf(text) === countWords(spaced) + (text.length - withoutUnspaced(text).length) / 2;
      }),
    );
  });

  it('has the kinds of all characters in one', () => {
    const kinds = kindsOf('By Jane Doe, 2021');
    expect([letter, digit, decimal, comma, gap].map((kind) => (kinds & kind) !== 0)).not.toContain(false);
    expect([colon, dash, separator, bracket, sign, mark].map((kind) => (kinds & kind) !== 0)).not.toContain(
      true,
    );
  });
});

describe('eachRun', () => {
  it('finds the words and the letters of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(runsOf(text, wordCharacter)).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? []);
        expect(runsOf(text, letter)).toEqual(text.match(/\p{L}+/gu) ?? []);
      }),
    );
  });
});

function withoutUnspaced(text: string): string {
  return text.replace(/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g, '');
}
