import type { TermEntry } from './dictionary.ts';
import type { SegmentReader } from './segment-reader.ts';

/**
 * Numbers of the forms of a term that live documents hold; null when all do. The others are what was removed, and have
 * to go with it. `documents` tells where each document comes to stand, -1 for a deleted one.
 */
export function liveForms(
  reader: SegmentReader,
  documents: Int32Array,
  { forms, postings }: TermEntry,
): ReadonlySet<number> | null {
  if (reader.row.deleted === 0 || forms.length < 2) return null;
  const live = new Set<number>();
  for (const entry of postings) {
    reader.cursor(entry).eachOccurrence((document, _, writing) => {
      if ((documents[document] as number) >= 0) live.add(writing >>> 2);
    });
  }
  return live;
}

export function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((form, at) => form === b[at]);
}

/** Sorted by code unit, each once. */
export function unionOfForms(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...rest] = lists;
  return rest.every((list) => isSame(list, first)) ? first : [...new Set(lists.flat())].sort();
}

/** Where each of `forms` stands in `union`. */
export function numbersIn(union: readonly string[], forms: readonly string[]): Uint32Array {
  const numbers = new Map(union.map((form, number) => [form, number]));
  return Uint32Array.from(forms, (form) => numbers.get(form) ?? 0);
}
