import type { Analysis } from '../analysis/analysis.ts';
import { hashOf, type WordCursor } from '../analysis/word-cursor.ts';
import { StringHashTable } from '../index/bytes/string-hash-table.ts';
import { Uint32List } from '../index/bytes/uint32-list.ts';
import { NumberRanks } from './number-ranks.ts';

/**
 * Numbers of words as written, from 0 on, and of their forms, from 1 on: a form is what the analysis makes of all spellings
 * of a word. A word that was met before costs no string.
 */
export class WordForms {
  readonly #analysis: Analysis;
  readonly #written = new StringHashTable();
  readonly #formOf = new Uint32List();
  readonly #forms = new NumberRanks();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** Words as written so far. */
  get size(): number {
    return this.#written.size;
  }

  /** The number of the word of a cursor as written. */
  numberOf(cursor: WordCursor): number {
    return cursor.isInitials
      ? this.#numberIn(...unitsOf(cursor.word))
      : this.#numberIn(cursor.units, cursor.start, cursor.end, cursor.hash);
  }

  /** The form of a word as written; 0 where the analysis leaves nothing of it. */
  formOf(written: number): number {
    return this.#formOf.values[written] as number;
  }

  text(written: number): string {
    return this.#written.text(written);
  }

  /** The place of each form in the order of a dictionary. */
  ranks(): Uint32Array {
    return this.#forms.ranks();
  }

  #numberIn(units: Uint16Array, start: number, end: number, hash: number): number {
    const known = this.#written.find(units, start, end, hash);
    if (known >= 0) return known;
    const number = this.#written.add(units, start, end, hash);
    this.#formOf.push(this.#forms.numberOf(this.#analysis.formOf(this.#written.text(number))));
    return number;
  }
}

function unitsOf(word: string): [units: Uint16Array, start: number, end: number, hash: number] {
  const units = Uint16Array.from(word.split(''), (unit) => unit.charCodeAt(0));
  return [units, 0, units.length, hashOf(units, 0, units.length)];
}
