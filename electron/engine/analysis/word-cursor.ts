/**
 * Walks over the words of texts, one text after the other: `next` moves on to a word, `[start, end)` in UTF-16 code
 * units. What is read of a word is read out of `units`, where no letter costs a call.
 */
export interface WordCursor {
  readonly text: string;
  /** The code units of the text; another array may stand here after `open`. */
  readonly units: Uint16Array;
  readonly start: number;
  readonly end: number;
  /** Of the word as written: the same for the same code units. */
  readonly hash: number;
  /** Whether the word is capitals that would be a stop word in small letters, such as `US`, and stands for initials. */
  readonly isInitials: boolean;
  /** The word for the analysis: as written, but with points between such capitals. */
  readonly word: string;
  /** Begins before the first word of a text. */
  open(text: string): void;
  /** Goes on from a place that is not inside of a word. */
  passTo(at: number): void;
  /** False after the last word. */
  next(): boolean;
}

/** After the text of `TextUnits`: belongs to no word, so that a loop ends there by itself. */
export const nothing = 0x20;

const minRoom = 1 << 14;
/** Code units that are kept from one text to the next; a larger text's are given back. */
const maxKept = 1 << 20;

/** A text as code units in memory that is used again for the next one, with `nothing` after it. */
export class TextUnits {
  /** Made for the first text: V8 takes what was never written again for a constant, and compiles anew once it is. */
  units = new Uint16Array();
  #bytes = Buffer.from(this.units.buffer);

  /** Takes a text in and returns its length. */
  take(text: string): number {
    const { length } = text;
    if (length + 2 > this.units.length || this.units.length > maxKept) this.#makeRoom(length + 2);
    // As UTF-16, little endian, which is how typed arrays stand in memory wherever Electron runs.
    this.#bytes.write(text, 0, 'utf16le');
    this.units[length] = nothing;
    this.units[length + 1] = nothing;
    return length;
  }

  #makeRoom(needed: number): void {
    let room = minRoom;
    while (room < needed) room *= 2;
    if (room === this.units.length) return;
    this.units = new Uint16Array(room);
    this.#bytes = Buffer.from(this.units.buffer);
  }
}

/** Offset basis and prime of FNV-1a, 32 bits (draft-eastlake-fnv), here over code units instead of bytes. */
export const hashBasis = 0x811c9dc5 | 0;
export const hashPrime = 0x01000193;
/** What is kept of a hash: V8 with compressed pointers, as in Electron, boxes numbers of more bits. */
export const hashMask = 0x3fff_ffff;

export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = hashBasis;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (units[at] as number), hashPrime);
  return hash & hashMask;
}
