import { expect } from 'vitest';
import { wordErrorsBy } from '../electron/contract/failure.ts';
import { isSentence } from '../electron/words/sentence.ts';
import { word } from '../electron/words/word.ts';

// What is said equals its words, so that tests say what people read; errors have them for a message.
wordErrorsBy(word);
expect.addEqualityTesters([
  (one: unknown, other: unknown) => {
    if (isSentence(one) && typeof other === 'string') return word(one) === other;
    if (isSentence(other) && typeof one === 'string') return word(other) === one;
    return undefined;
  },
]);
