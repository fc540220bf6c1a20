import type { PostingsCursor } from '../index/postings-cursor.ts';

/** Calls back with each document of a list and how often the term is in it in one of `forms` (null: in any). */
export function occurrencesOfForms(
  cursor: PostingsCursor,
  forms: ReadonlySet<number> | null,
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
