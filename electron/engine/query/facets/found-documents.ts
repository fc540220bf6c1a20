import type { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { Column } from '../../index/schema/columns.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';

/** What was found in a segment: its documents, or where most were found, the live ones that were not. */
export type FoundDocuments = Readonly<{ segment: SegmentReader; documents: BitSet; areLeftOut: boolean }>;

export function foundDocuments(snapshot: IndexSnapshot, matched: DocumentSets): readonly FoundDocuments[] {
  return snapshot.segments.map((segment, nth) => {
    const live = segment.liveDocuments();
    const documents = matched[nth] ?? live.copy().subtract(live);
    return documents.count() * 2 < segment.live
      ? { segment, documents, areLeftOut: false }
      : { segment, documents: live.subtract(documents), areLeftOut: true };
  });
}

/** Counts documents by value: one loop without calls, which sees millions. */
export function countValues(values: Column, size: number, { words }: BitSet): Uint32Array {
  const counts = new Uint32Array(size);
  for (let at = 0; at < words.length; at += 1) {
    let word = words[at] as number;
    while (word !== 0) {
      const value = values[at * 32 + 31 - Math.clz32(word & -word)] as number;
      word &= word - 1;
      counts[value] = (counts[value] as number) + 1;
    }
  }
  return counts;
}

/** How many of the found documents have each value; `live`: how many of all live ones. */
export function countFound(values: Column, live: Uint32Array, found: FoundDocuments): Uint32Array {
  if (found.documents.isEmpty) return found.areLeftOut ? live : new Uint32Array(live.length);
  const counts = countValues(values, live.length, found.documents);
  if (!found.areLeftOut) return counts;
  for (let value = 0; value < counts.length; value += 1) {
    counts[value] = (live[value] as number) - (counts[value] as number);
  }
  return counts;
}
