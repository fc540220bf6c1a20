import { charCode } from './char-code.ts';

const afterAscii = 0x80;

/** The letters that some words begin with, for a look at a line before an expression of all those words. */
export class FirstLetterFilter {
  readonly #units = new Uint8Array(afterAscii);

  constructor(words: readonly string[]) {
    for (const word of words) {
      for (const letter of [word.slice(0, 1).toLowerCase(), word.slice(0, 1).toUpperCase()])
        if (charCode(letter, 0) < afterAscii) this.#units[charCode(letter, 0)] = 1;
    }
  }

  /** Whether a line may begin with one of the words, in capitals or not: true for all that doesn't begin in ASCII. */
  mayOpen(line: string): boolean {
    const first = line.length === 0 ? 0 : charCode(line, 0);
    return first >= afterAscii || this.#units[first] === 1;
  }
}
