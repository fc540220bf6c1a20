import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { isPlainStopWord, stopWords } from '../../../electron/engine/analysis/stop-words.ts';

function isStopWord(word: string): boolean {
  return isPlainStopWord(
    Array.from(word, (letter) => letter.charCodeAt(0)),
    word.length,
  );
}

test('are those that Lunr leaves out', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('lunr'), 'utf8');
  const list = /lunr\.stopWordFilter = lunr\.generateStopWordFilter\(\[([^\]]*)\]/.exec(source)?.[1];
  expect(list?.match(/[a-z]+/g)).toEqual(stopWords);
});

test('are known by their letters', () => {
  expect(stopWords.filter((word) => !isStopWord(word))).toEqual([]);
  const others = [
    '',
    'harbour',
    'becaus',
    'becausee',
    'howeverr',
    'th',
    'the1',
    '1',
    'b',
    'z',
    'à',
    '\u007b',
    'ŋ',
  ];
  expect(others.filter(isStopWord)).toEqual([]);
});
