import { isSentence } from '../../electron/words/sentence.ts';
import { word } from '../../electron/words/word.ts';

/** In an expectation: a sentence, or text, in the words of which `part` stands. */
export function saying(part: string | RegExp): { asymmetricMatch: (said: unknown) => boolean } {
  return {
    asymmetricMatch: (said) => {
      const words = typeof said === 'string' || isSentence(said) ? word(said) : '';
      return typeof part === 'string' ? words.includes(part) : part.test(words);
    },
  };
}
