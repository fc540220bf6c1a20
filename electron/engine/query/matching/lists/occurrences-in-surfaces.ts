import type { BitSet } from '../../../index/bytes/bit-set.ts';
import { blockDocuments } from '../../../index/postings/postings.ts';
import type { PostingsCursor } from '../../../index/postings/postings-cursor.ts';
import type { CountedList } from '../frequency-list.ts';

/** Of the documents of a block. */
const counts = new Uint32Array(blockDocuments);

/** Adds to `list` how often a term is in each of its documents in one of `wanted` surfaces, or in any when that is null. */
export function countOccurrences(cursor: PostingsCursor, wanted: BitSet | null, list: CountedList): void {
  for (let block = 0; block < cursor.blocks; block += 1) {
    cursor.readBlock(block);
    cursor.readFrequencies();
    const { documents, frequencies, count } = cursor;
    if (wanted === null) {
      list.addAll(documents, frequencies, count);
      continue;
    }
    cursor.readSurfaces();
    const { surfaces } = cursor;
    const bits = wanted.words;
    let at = 0;
    for (let nth = 0; nth < count; nth += 1) {
      let kept = 0;
      for (const end = at + (frequencies[nth] as number); at < end; at += 1) {
        const surface = surfaces[at] as number;
        kept += ((bits[surface >>> 5] as number) >>> (surface & 31)) & 1;
      }
      counts[nth] = kept;
    }
    list.addAll(documents, counts, count);
  }
}

/** Adds the documents that a list has in one of `wanted` surfaces; only of those that `set` lacks is read how they are written. */
export function addDocumentsInSurfaces(cursor: PostingsCursor, wanted: BitSet, set: BitSet): void {
  for (let block = 0; block < cursor.blocks; block += 1) {
    cursor.readBlock(block);
    if (!hasOthers(cursor, set)) continue;
    cursor.readFrequencies();
    cursor.readSurfaces();
    const { documents, frequencies, surfaces } = cursor;
    let at = 0;
    for (let nth = 0; nth < cursor.count; nth += 1) {
      const end = at + (frequencies[nth] as number);
      const document = documents[nth] as number;
      if (!set.has(document)) {
        while (at < end && !wanted.has(surfaces[at] as number)) at += 1;
        if (at < end) set.add(document);
      }
      at = end;
    }
  }
}

function hasOthers({ documents, count }: PostingsCursor, set: BitSet): boolean {
  for (let nth = 0; nth < count; nth += 1) if (!set.has(documents[nth] as number)) return true;
  return false;
}
