import { afterEach, expect, it } from 'vitest';
import { sentence, type Sentence } from '../../electron/words/sentence.ts';
import { setLanguage } from '../../electron/words/say.ts';
import { word } from '../../electron/words/word.ts';

afterEach(() => setLanguage('en'));

const merged = sentence('deed.merge', {
  names: [sentence('common.quoted', { name: 'Dam' }), sentence('common.quoted', { name: 'Flood' })],
  into: 'Water',
});

it('words a sentence with those in it, in the language of who reads it', () => {
  expect(word(merged)).toBe('Merge “Dam”, “Flood” into “Water”');
  setLanguage('ar');
  expect(word(merged)).toBe('دمج «Dam»، «Flood» في «Water»');
});

it('follows the plural of the language', () => {
  const hint = (...names: string[]): Sentence =>
    sentence('hint.capitals', { count: names.length, operators: names });
  expect([word(hint('AND')), word(hint('AND', 'OR'))]).toEqual([
    'AND is written in capitals; here a word was looked for',
    'AND, OR are written in capitals; here a word was looked for',
  ]);
});

it('leaves the words of others as they are', () => {
  setLanguage('en-XA');
  expect([word('EIO: i/o error'), word(sentence('fault.no-tag', { text: 'dam' }))]).toEqual([
    'EIO: i/o error',
    '⟦ťhéřé îš ñö ťàg “dam”⟧',
  ]);
});

it('names what a later version says', () => {
  expect(word({ say: 'deed.of-tomorrow' } as unknown as Sentence)).toBe('deed.of-tomorrow');
});

it('writes its numbers as the language does', () => {
  expect(word(sentence('fault.too-far', { max: 1000 }))).toBe('words can be 1,000 apart at most');
});
