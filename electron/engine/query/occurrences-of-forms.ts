import type { BitSet } from '../index/bit-set.ts';
import type { PostingsCursor } from '../index/postings-cursor.ts';

/** Calls back with each document of a list and how often the term is in it in one of `forms` (null: in any). */
export function occurrencesOfForms(
  cursor: PostingsCursor,
  forms: BitSet | null,
  visit: (document: number, frequency: number) => void,
): void {
  for (let block = 0; block < cursor.blocks; block += 1) {
    cursor.readBlock(block);
    cursor.readFrequencies();
    if (forms !== null) cursor.readWritings();
    const { documents, frequencies, writings } = cursor;
    let at = 0;
    for (let nth = 0; nth < cursor.count; nth += 1) {
      const frequency = frequencies[nth] as number;
      let kept = frequency;
      if (forms !== null) {
        kept = 0;
        for (const end = at + frequency; at < end; at += 1) {
          if (forms.has((writings[at] as number) >>> 2)) kept += 1;
        }
      }
      if (kept > 0) visit(documents[nth] as number, kept);
    }
  }
}

/** Adds the documents that a list has in one of `forms`; only of those that `set` lacks is read how they are written. */
export function addDocumentsInForms(cursor: PostingsCursor, forms: BitSet, set: BitSet): void {
  for (let block = 0; block < cursor.blocks; block += 1) {
    cursor.readBlock(block);
    if (!hasOthers(cursor, set)) continue;
    cursor.readFrequencies();
    cursor.readWritings();
    const { documents, frequencies, writings } = cursor;
    let at = 0;
    for (let nth = 0; nth < cursor.count; nth += 1) {
      const end = at + (frequencies[nth] as number);
      const document = documents[nth] as number;
      if (!set.has(document)) {
        while (at < end && !forms.has((writings[at] as number) >>> 2)) at += 1;
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
