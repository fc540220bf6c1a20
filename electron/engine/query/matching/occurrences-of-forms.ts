import type { BitSet } from '../../index/bytes/bit-set.ts';
import { blockDocuments } from '../../index/postings/postings.ts';
import type { PostingsCursor } from '../../index/postings/postings-cursor.ts';
import type { CountedList } from './frequency-list.ts';

/** Of the documents of a block. */
const counts = new Uint32Array(blockDocuments);

/** Adds to `list` how often a term is in each of its documents in one of `forms`, or in any when that is null. */
export function countOccurrencesInForms(
  cursor: PostingsCursor,
  forms: BitSet | null,
  list: CountedList,
): void {
  for (let block = 0; block < cursor.blocks; block += 1) {
    cursor.readBlock(block);
    cursor.readFrequencies();
    const { documents, frequencies, count } = cursor;
    if (forms === null) {
      list.addAll(documents, frequencies, count);
      continue;
    }
    cursor.readWritings();
    const { writings } = cursor;
    const wanted = forms.words;
    let at = 0;
    for (let nth = 0; nth < count; nth += 1) {
      let kept = 0;
      for (const end = at + (frequencies[nth] as number); at < end; at += 1) {
        const form = (writings[at] as number) >>> 2;
        kept += ((wanted[form >>> 5] as number) >>> (form & 31)) & 1;
      }
      counts[nth] = kept;
    }
    list.addAll(documents, counts, count);
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
