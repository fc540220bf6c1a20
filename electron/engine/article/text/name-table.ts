import { foldToUnits } from './fold-spelling.ts';
import { gap, charClasses } from './char-classes.ts';
import { stringOfUnits } from './char-buffer.ts';
import { WordSet } from './word-set.ts';

const blank = 0x20;

/** A fixed set of names, compared as `foldSpelling` spells them and with one blank for whatever parts their words. */
export class NameTable {
  readonly #between: ReadonlySet<number>;
  readonly #names: WordSet;

  /** `between`: what parts words besides white space. */
  constructor(names: readonly string[], between: string) {
    this.#between = new Set(Array.from(between, (mark) => mark.charCodeAt(0)));
    const keys = names.map((name) => {
      const { units, length } = foldToUnits(name);
      return stringOfUnits(units, this.#squeeze(units, length));
    });
    this.#names = new WordSet([...new Set(keys)]);
  }

  has(name: string): boolean {
    const { units, length } = foldToUnits(name);
    return this.#names.find(units, 0, this.#squeeze(units, length)) >= 0;
  }

  /** In place; the new length. */
  #squeeze(units: Uint16Array, length: number): number {
    let kept = 0;
    let apart = false;
    for (let at = 0; at < length; at++) {
      const unit = units[at] ?? 0;
      if (((charClasses[unit] ?? 0) & gap) !== 0 || this.#between.has(unit)) {
        apart = kept > 0;
        continue;
      }
      if (apart) units[kept++] = blank;
      units[kept++] = unit;
      apart = false;
    }
    return kept;
  }
}
