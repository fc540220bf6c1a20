import { apostropheClass, gershayimClass } from './apostrophes.ts';

const plain = /^[a-zA-Z0-9]*$/;
/** What nobody sees in print; the joiners of Persian and Indic letters are not among them, which change how letters look. */
const unseen = /[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const apostrophes = new RegExp(`[${apostropheClass}]`, 'g');
const gershayim = new RegExp(`[${gershayimClass}]`, 'g');

/**
 * A word with its letters, marks and case as they are; only what a keyboard decides is made alike: apostrophes, how a mark
 * is encoded, what can't be seen, and the last point of initials, which may end a sentence.
 */
export function asWritten(word: string): string {
  if (plain.test(word)) return word;
  const seen = word.replace(unseen, '').replace(apostrophes, "'").replace(gershayim, '"');
  return seen.normalize('NFC').replace(/\.$/, '');
}
