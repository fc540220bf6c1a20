import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScriptCursor, scanWords, wordPattern } from '../../../electron/engine/analysis/tokenizer.ts';
import { hashOf } from '../../../electron/engine/analysis/word-cursor.ts';

/** What a word is, by the pattern alone. */
const word = new RegExp(wordPattern, 'gv');

function scanned(text: string): (readonly [string, number, number])[] {
  const words: [string, number, number][] = [];
  scanWords(text, (_, start, end) => words.push([text.slice(start, end), start, end]));
  return words;
}

function matched(text: string): (readonly [string, number, number])[] {
  return [...text.matchAll(word)].map((match) => [match[0], match.index, match.index + match[0].length]);
}

const characters = fc.constantFrom(
  ...[
    'a',
    'B',
    'z',
    '1',
    '9',
    '_',
    '.',
    ',',
    "'",
    '’',
    '-',
    ' ',
    '\n',
    'é',
    'ß',
    'ع',
    'ل',
    '\u0640',
    '\u0301',
    '`',
    '´',
    '"',
    'ת',
    'ก',
    'เ',
    'า',
    'カ',
    'ー',
    'を',
    '한',
  ],
  ...['\u00ad', '\u200c', '٣', '中', '𝒜', '\ud835', '\udc9c', '😀', '\0', 'U.', 'S.', '3.5', "it's"],
);

describe('the word scanner', () => {
  it('finds them among all letters, marks and signs that it has a table of', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0x77f }).map((code) => String.fromCharCode(code)),
      fc.constantFrom('.', ',', "'", '´', 'a', 'ب', '٣', '\u064b', 'ש', '’'),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(scanned(text)).toEqual(matched(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it('finds the words that the pattern describes, in any text', () => {
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(scanned(text)).toEqual(matched(text));
      }),
      { numRuns: 3000 },
    );
  });
});

function words(text: string): string[] {
  const found: string[] = [];
  scanWords(text, (said) => found.push(said));
  return found;
}

describe('words without spaces', () => {
  it.each([
    ['Chinese and kana by the character', '明日の市場', '明 日 の 市 場'],
    ['katakana as one word', 'パーカーを着た', 'パーカー を 着 た'],
    ['Korean by the syllable', '시장에서', '시 장 에 서'],
    ['Thai by the consonant with its vowels', 'เมืองเก่า', 'เมื อ ง เก่า'],
    ['Lao likewise', 'ຕະຫຼາດ', 'ຕະ ຫຼາ ດ'],
    ['Khmer with the consonants below', 'ទីផ្សារ', 'ទី ផ្សា រ'],
    ['Burmese likewise', 'ဈေးသစ်', 'ဈေး သ စ်'],
    ['other scripts next to them by themselves', 'AI技術3.5年', 'AI 技 術 3.5 年'],
  ])('cuts %s', (_, text, cut) => {
    expect(words(text)).toEqual(cut.split(' '));
  });

  it('cuts a word in a text as it cuts the word alone', () => {
    const scripts = ['市場計画をひらーメ', '시장학교에서', 'เมืองตลาดน้ำไป', 'ຕະຫຼາດໃໝ່', 'ទីផ្សារក្រុង', 'ဈေးသစ်က'];
    for (const text of scripts) {
      const pieces = words(text);
      for (let from = 0; from < pieces.length; from += 1) {
        expect(words(pieces.slice(from).join(''))).toEqual(pieces.slice(from));
        expect(words(pieces.slice(0, from).join(''))).toEqual(pieces.slice(0, from));
      }
    }
  });
});

describe('capitals that would be a stop word', () => {
  it.each([
    ['stand for initials', 'the US envoy told us', ['the', 'U.S', 'envoy', 'told', 'us']],
    ['do so by themselves', 'WHO', ['W.H.O']],
    ['do so before an apostrophe', 'the US’s envoy', ['the', 'U.S’s', 'envoy']],
    ['are words in a line of capitals', 'WHO IS THE MAYOR', ['WHO', 'IS', 'THE', 'MAYOR']],
    ['but a country there too', 'ENVOY OF THE US', ['ENVOY', 'OF', 'THE', 'U.S']],
    ['are words where a letter is short for one', "IT'S late", ["IT'S", 'late']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('a word cursor', () => {
  it('says the same hash for the same word, wherever it stands and however it was read', () => {
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 30 }), (parts) => {
        const cursor = new ScriptCursor();
        cursor.open(parts.join(''));
        while (cursor.next()) {
          const { units, start, end, hash } = cursor;
          expect(hash).toBe(hashOf(units, start, end));
        }
      }),
    );
  });

  it('reads a short text after a very long one', () => {
    const cursor = new ScriptCursor();
    const words: string[] = [];
    for (const text of [`${'x'.repeat(3_000_000)} end`, 'a short one', '']) {
      cursor.open(text);
      while (cursor.next()) words.push(cursor.text.slice(cursor.start, cursor.end).slice(-5));
    }
    expect(words).toEqual(['xxxxx', 'end', 'a', 'short', 'one']);
  });
});
