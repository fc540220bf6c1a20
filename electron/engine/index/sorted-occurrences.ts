import type { FieldLog } from './field-log.ts';
import type { SegmentWords } from './segment-words.ts';

/** Documents of a segment that is built in memory have so many bits; the field stands above them. */
const documentBits = 24;
const documentMask = 2 ** documentBits - 1;
export const mostDocuments = 2 ** documentBits;

/** The occurrences of a segment, sorted by key, and within it by field, document and position. */
export class SortedOccurrences {
  readonly positions: Uint32Array;
  readonly writings: Uint32Array;
  /** Number of the field × 2^24 + the document. */
  readonly places: Uint32Array;

  /** A counting sort: stable, and each occurrence is moved once. */
  constructor(logs: readonly FieldLog[], { keys, writings, starts }: SegmentWords) {
    const length = starts.at(-1) ?? 0;
    this.positions = new Uint32Array(length);
    this.writings = new Uint32Array(length);
    this.places = new Uint32Array(length);
    const next = starts.slice();
    for (const [field, log] of logs.entries()) {
      const ends = log.ends.view();
      const spellings = log.spellings.view();
      const positions = log.positions.view();
      let at = 0;
      for (let document = 0; document < ends.length; document += 1) {
        const place = field * mostDocuments + document;
        for (const end = ends[document] as number; at < end; at += 1) {
          const spelling = spellings[at] as number;
          const key = keys[spelling] as number;
          const to = next[key] as number;
          next[key] = to + 1;
          this.places[to] = place;
          this.positions[to] = positions[at] as number;
          this.writings[to] = writings[spelling] as number;
        }
      }
    }
  }

  fieldAt(at: number): number {
    return (this.places[at] as number) >>> documentBits;
  }
}

/** The document of a place in `places`. */
export function documentOf(place: number): number {
  return place & documentMask;
}
