/** ASCII characters, and a row for each of them. */
const characters = 128;
/** Code units from here down are white space, or no part of a text: they are in no word. */
export const blank = 0x20;

/** 1 for each ASCII letter. */
const letters = Uint8Array.from({ length: characters }, (_, code) =>
  /[A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * Tells words that can't be one of some terms and forms by their first two letters, before anything is made of them.
 * Folding takes ASCII letters to lower case and stemming takes letters off the end, so that the first two of a word are
 * those of its form and of its term, as far as these have two.
 */
export class WordStarts {
  /** 1 for two first characters that some term or form begins with, in upper or lower case. */
  readonly #begun = new Uint8Array(characters * characters);

  /** A term or form that is looked for. */
  add(sought: string): void {
    const first = sought.charCodeAt(0);
    // Words that begin with other letters are never ruled out.
    if (!(first < characters)) return;
    const second = sought.charCodeAt(1);
    for (const written of casesOf(first)) {
      const row = written * characters;
      if (second < characters) for (const next of casesOf(second)) this.#begun[row + next] = 1;
      else this.#begun.fill(1, row, row + characters);
    }
  }

  addAll(): void {
    this.#begun.fill(1);
  }

  /** Whether the word `[start, end)` of some code units may be one of those. */
  mayBegin(units: Uint16Array, start: number, end: number): boolean {
    const first = units[start] as number;
    const second = end - start < 2 ? 0 : (units[start + 1] as number);
    if (first >= characters || second >= characters) return true;
    return this.#begun[first * characters + second] === 1;
  }

  /**
   * The first place from `at` on in a word that may be one of those, or at a sign next to it; `length`, where a unit of no
   * word has to stand, when there is none before. Every letter of a text comes by here: each costs one look into the
   * table, whether a word begins there is only asked where it says so, and nothing is called.
   */
  nextIn(units: Uint16Array, at: number, length: number): number {
    const begun = this.#begun;
    let before = 0;
    for (let place = at; place <= length; place += 1) {
      const unit = units[place] as number;
      if (unit >= characters) return place;
      if (begun[before * characters + unit] === 1 && before > blank) {
        // A letter behind a letter begins no word.
        const isInside = isLetter(before) && place >= at + 2 && isLetter(units[place - 2]);
        if (!isInside) return place - 1;
      }
      before = unit;
    }
    return length;
  }
}

function isLetter(unit: number | undefined): boolean {
  return letters[unit ?? 0] === 1;
}

function casesOf(character: number): readonly number[] {
  const text = String.fromCharCode(character);
  return [text.toLowerCase().charCodeAt(0), text.toUpperCase().charCodeAt(0)];
}
