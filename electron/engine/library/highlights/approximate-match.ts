/** A stretch that a pattern was found at, and how many letters one has to change, add or leave out for it. */
export type Match = Readonly<{ start: number; end: number; errors: number }>;

const wordBits = 32;

/**
 * Finds a text in another one with as few edits as there are: G. Myers, “A fast bit-vector algorithm for approximate string matching
 * based on dynamic programming” (1999), in blocks of 32 letters. A search takes ⌈pattern / 32⌉ steps a UTF-16 code unit.
 */
export class ApproximatePattern {
  readonly #length: number;
  readonly #blocks: number;
  /** For each code unit, where it stands in the pattern: a bit each. */
  readonly #places = new Map<number, Int32Array>();
  readonly #none: Int32Array;

  constructor(pattern: string) {
    this.#length = pattern.length;
    this.#blocks = Math.max(1, Math.ceil(pattern.length / wordBits));
    this.#none = new Int32Array(this.#blocks);
    for (let at = 0; at < pattern.length; at += 1) {
      const unit = pattern.charCodeAt(at);
      const places = this.#places.get(unit) ?? new Int32Array(this.#blocks);
      this.#places.set(unit, places);
      places[at >>> 5] = (places[at >>> 5] as number) | (1 << (at & 31));
    }
  }

  /** For each end of a stretch of `text`, from 0 to its length, the edits of the best stretch there, wherever it begins. */
  errorsAtEnds(text: string): Int32Array {
    return this.#errors(text, 0);
  }

  /** The same for stretches that begin where `text` does. */
  errorsOfOpenings(text: string): Int32Array {
    return this.#errors(text, 1);
  }

  // One function without calls: it is run for each letter of a text.
  #errors(text: string, atTop: 0 | 1): Int32Array {
    const blocks = this.#blocks;
    const last = blocks - 1;
    const lastBit = (this.#length - 1) & 31;
    const positive = new Int32Array(blocks).fill(-1);
    const negative = new Int32Array(blocks);
    const errors = new Int32Array(text.length + 1);
    let score = this.#length;
    errors[0] = score;
    if (this.#length === 0) return atTop === 0 ? errors : errors.map((_, at) => at);
    for (let at = 0; at < text.length; at += 1) {
      const places = this.#places.get(text.charCodeAt(at)) ?? this.#none;
      let carry: number = atTop;
      for (let block = 0; block < blocks; block += 1) {
        const pv = positive[block] as number;
        const mv = negative[block] as number;
        const eq = places[block] as number;
        const down = carry < 0 ? 1 : 0;
        const up = carry > 0 ? 1 : 0;
        const vertical = eq | mv;
        const equal = eq | down;
        const horizontal = (((equal & pv) + pv) ^ pv) | equal;
        const ph = mv | ~(horizontal | pv);
        const mh = pv & horizontal;
        const bit = block === last ? lastBit : 31;
        carry = ((ph >>> bit) & 1) - ((mh >>> bit) & 1);
        const shiftedUp = (ph << 1) | up;
        const shiftedDown = (mh << 1) | down;
        positive[block] = shiftedDown | ~(vertical | shiftedUp);
        negative[block] = shiftedUp & vertical;
      }
      score += carry;
      errors[at + 1] = score;
    }
    return errors;
  }
}

function reversed(text: string): string {
  let back = '';
  for (let at = text.length - 1; at >= 0; at -= 1) back += text[at];
  return back;
}

/** The opening of `text` that is most like `pattern`; of equals the one whose length is nearest to the pattern's. */
export function bestOpening(pattern: string, text: string): Readonly<{ length: number; errors: number }> {
  const errors = new ApproximatePattern(pattern).errorsOfOpenings(text.slice(0, 2 * pattern.length));
  let best = 0;
  for (const [length, edits] of errors.entries()) {
    const fewer = edits - (errors[best] as number);
    const nearer = Math.abs(pattern.length - length) < Math.abs(pattern.length - best);
    if (fewer < 0 || (fewer === 0 && nearer)) best = length;
  }
  return { length: best, errors: errors[best] as number };
}

/** The same of endings. */
export function bestEnding(pattern: string, text: string): Readonly<{ length: number; errors: number }> {
  return bestOpening(reversed(pattern), reversed(text.slice(Math.max(0, text.length - 2 * pattern.length))));
}

/** How many edits make one text of the other. */
export function editsBetween(one: string, other: string): number {
  const errors = new ApproximatePattern(one).errorsOfOpenings(other);
  return errors[other.length] as number;
}

/** The best stretches of `text` that don't lie in each other's half, of at most `maxErrors` edits, the best first. */
export function bestMatches(pattern: string, text: string, maxErrors: number, limit: number): Match[] {
  const errors = new ApproximatePattern(pattern).errorsAtEnds(text);
  const ends = Array.from(errors.keys())
    .filter((end) => (errors[end] as number) <= maxErrors && isLeast(errors, end))
    .sort((a, b) => (errors[a] as number) - (errors[b] as number) || a - b);
  const apart = Math.max(1, pattern.length >>> 1);
  const chosen: number[] = [];
  for (const end of ends) {
    if (chosen.length === limit) break;
    if (chosen.every((other) => Math.abs(other - end) >= apart)) chosen.push(end);
  }
  return chosen.map((end) => {
    const { length } = bestEnding(pattern, text.slice(0, end));
    return { start: end - length, end, errors: errors[end] as number };
  });
}

/** Beside an end that is as good the later one counts, which holds more of the text. */
function isLeast(errors: Int32Array, end: number): boolean {
  const here = errors[end] as number;
  return here <= (errors[end - 1] ?? Infinity) && here < (errors[end + 1] ?? Infinity);
}
