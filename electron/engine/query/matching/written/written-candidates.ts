import type { WordCase } from '../../../analysis/word-case.ts';
import type { BitSet } from '../../../index/bytes/bit-set.ts';
import type { SegmentReader } from '../../../index/segment/segment-reader.ts';

/** Above any position, and small enough for that many times the number of a document to be exact. */
const positionRange = 2 ** 30;

/** Occurrences of a word in a segment as far as the index tells them from others. */
export type WrittenCandidates = Readonly<{
  /** Live ones, ascending. */
  documents: Uint32Array;
  byField: readonly FieldCandidates[];
}>;

/** Occurrences in one field, as document × `positionRange` + position; those before `next` were taken. */
export type FieldCandidates = { readonly field: number; readonly keys: Float64Array; next: number };

export type CandidateOptions = Readonly<{
  /** Numbers of written forms in the segment. */
  forms: readonly number[];
  /** Null for any. */
  letterCase: WordCase | null;
  fields: readonly number[];
  /** Documents that it matters in, or null for all. */
  within: BitSet | null;
  maxDocuments: number;
  checkpoint: () => void;
}>;

/** Null when they are in more than `maxDocuments`. */
export function writtenCandidates(
  segment: SegmentReader,
  { forms, letterCase, fields, within, maxDocuments, checkpoint }: CandidateOptions,
): WrittenCandidates | null {
  const { tombstones } = segment;
  const documents = new Set<number>();
  const byField = fields.map((field) => ({ field, keys: [] as number[] }));
  const byTerm = formsByTerm(segment, forms);
  const formsOfTerms = [...byTerm.values()];
  segment.dictionary.findTerms([...byTerm.keys()], ({ postings }, nth) => {
    checkpoint();
    const wanted = formsOfTerms[nth];
    for (const entry of postings) {
      const into = byField.find(({ field }) => field === entry.stream >>> 1);
      if (into === undefined || documents.size > maxDocuments) continue;
      segment.cursor(entry).eachOccurrence((document, position, surface) => {
        if (documents.size > maxDocuments || wanted?.has(surface >>> 2) !== true) return;
        if (letterCase !== null && (surface & 3) !== letterCase) return;
        if (tombstones?.has(document) === true || within?.has(document) === false) return;
        documents.add(document);
        into.keys.push(document * positionRange + position);
      });
    }
  });
  if (documents.size > maxDocuments) return null;
  return {
    documents: Uint32Array.from(documents).sort(),
    byField: byField.map(({ field, keys }) => ({ field, keys: Float64Array.from(keys).sort(), next: 0 })),
  };
}

/** By number of the term, ascending, the numbers that its forms have among its own. */
function formsByTerm(segment: SegmentReader, forms: readonly number[]): Map<number, Set<number>> {
  const termOf = segment.column('form-terms');
  const numberOf = segment.column('form-numbers');
  const byTerm = new Map<number, Set<number>>();
  const inOrder = [...forms].sort((a, b) => (termOf[a] as number) - (termOf[b] as number));
  for (const form of inOrder) {
    const own = byTerm.get(termOf[form] as number) ?? new Set();
    byTerm.set(termOf[form] as number, own.add(numberOf[form] as number));
  }
  return byTerm;
}

/** The positions in a document; documents are asked for in ascending order. */
export function takePositions(candidates: FieldCandidates, document: number): number[] {
  const positions: number[] = [];
  const end = (document + 1) * positionRange;
  for (; candidates.next < candidates.keys.length; candidates.next += 1) {
    const key = candidates.keys[candidates.next] as number;
    if (key >= end) break;
    positions.push(key % positionRange);
  }
  return positions;
}
