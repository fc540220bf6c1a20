/** ASCII characters, and a row for each of them. */
const characters = 128;

/**
 * Tells words that can't be one of some terms and forms by their first two letters, before anything is made of them.
 * Folding takes ASCII letters to lower case and stemming takes letters off the end, so that the first two of a word are
 * those of its form and of its term, as far as these have two.
 */
export class WordStarts {
  /** 1 for two first characters that some term or form begins with. */
  readonly #begun = new Uint8Array(characters * characters);

  /** A term or form that is looked for. */
  add(sought: string): void {
    const first = sought.charCodeAt(0);
    // Words that begin with other letters are never ruled out.
    if (!(first < characters)) return;
    const second = sought.charCodeAt(1);
    if (second < characters) this.#begun[first * characters + second] = 1;
    else this.#begun.fill(1, first * characters, (first + 1) * characters);
  }

  addAll(): void {
    this.#begun.fill(1);
  }

  /** Whether the word `[start, end)` of some code units may be one of those. */
  mayBegin(units: Uint16Array, start: number, end: number): boolean {
    const first = units[start] as number;
    const second = end - start < 2 ? 0 : (units[start + 1] as number);
    if (first >= characters || second >= characters) return true;
    return this.#begun[lower(first) * characters + lower(second)] === 1;
  }
}

function lower(character: number): number {
  return character >= 0x41 && character <= 0x5a ? character + 0x20 : character;
}
