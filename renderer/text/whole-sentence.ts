import type { Said } from '../../electron/words/sentence.ts';
import { word } from '../../electron/words/word.ts';

/** What was said as a sentence of its own: with a capital, and closed. */
export function wholeSentence(said: Said): string {
  const capital = word(said).replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en'));
  return /[.?!…]$/u.test(capital) ? capital : `${capital}.`;
}
