import type { FieldLog } from './field-log.ts';
import type { SegmentWords } from './segment-words.ts';

/** Documents of a segment that is built in memory have so many bits; the field stands above them. */
const documentBits = 24;
const documentMask = 2 ** documentBits - 1;
const maxDocuments = 2 ** documentBits;

/** Occurrences that there is room for from one segment to the next. */
const maxKept = 1 << 21;

/** The occurrences of a segment, sorted by key, and within it by field, document and position. */
export class SortedOccurrences {
  positions = new Uint32Array();
  surfaces = new Uint32Array();
  /** Number of the field × 2^24 + the document. */
  holders = new Uint32Array();

  /** Takes in those of a segment by a counting sort: stable, and each occurrence is moved once. */
  sort(logs: readonly FieldLog[], { keys, surfaces, starts }: SegmentWords): void {
    this.#makeRoom(starts.at(-1) ?? 0);
    const next = starts.slice();
    for (const [field, log] of logs.entries()) {
      const ends = log.ends.view();
      const spellings = log.spellings.view();
      const positions = log.positions.view();
      let at = 0;
      for (let document = 0; document < ends.length; document += 1) {
        const holder = field * maxDocuments + document;
        for (const end = ends[document] as number; at < end; at += 1) {
          const spelling = spellings[at] as number;
          const key = keys[spelling] as number;
          const to = next[key] as number;
          next[key] = to + 1;
          this.holders[to] = holder;
          this.positions[to] = positions[at] as number;
          this.surfaces[to] = surfaces[spelling] as number;
        }
      }
    }
  }

  /** What was there is written over: giving back such large arrays for each segment scatters the memory of a process. */
  #makeRoom(length: number): void {
    const room = this.holders.length;
    if (length <= room && (room <= maxKept || length > maxKept)) return;
    const wanted = Math.min(Math.max(length, 2 * room), Math.max(length, maxKept));
    this.positions = new Uint32Array(wanted);
    this.surfaces = new Uint32Array(wanted);
    this.holders = new Uint32Array(wanted);
  }

  fieldAt(at: number): number {
    return (this.holders[at] as number) >>> documentBits;
  }
}

/** The document of one of `holders`. */
export function documentOf(holder: number): number {
  return holder & documentMask;
}
