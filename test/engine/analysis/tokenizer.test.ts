import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScriptCursor, scanWords } from '../../../electron/engine/analysis/tokenizer.ts';
import { hashOf } from '../../../electron/engine/analysis/word-cursor.ts';

/** What a word is, written as one pattern. */
const word =
  /(?:\p{L}[.](?:\p{L}[.])*\p{L}(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)+(?!\p{L})|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u00ad\u0640\u200b-\u200f\u2060]*(?:['’‘ʼ＇][\p{L}\p{M}]+)*)/gu;

function scanned(text: string): (readonly [string, number, number])[] {
  const words: [string, number, number][] = [];
  scanWords(text, (found, start, end) => words.push([found, start, end]));
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
  ],
  ...['\u00ad', '\u200c', '٣', '中', '𝒜', '\ud835', '\udc9c', '😀', '\0', 'U.', 'S.', '3.5', "it's"],
);

describe('the word scanner', () => {
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
