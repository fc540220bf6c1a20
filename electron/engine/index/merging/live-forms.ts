import type { SegmentReader } from '../segment/segment-reader.ts';
import type { TermCursor } from '../terms/term-cursor.ts';

/**
 * Numbers of the forms of the term at `cursor` that live documents hold; null when all do. The others are what was
 * removed, and have to go with it. `newDocuments` says which number each document gets, -1 for a deleted one, and is null
 * when none is deleted.
 */
export function liveForms(
  reader: SegmentReader,
  newDocuments: Int32Array | null,
  cursor: TermCursor,
): ReadonlySet<number> | null {
  if (newDocuments === null) return null;
  const live = new Set<number>();
  for (const entry of cursor.entry().postings) {
    reader.cursor(entry).eachOccurrence((document, _, surface) => {
      if ((newDocuments[document] as number) >= 0) live.add(surface >>> 2);
    });
  }
  return live;
}

/** The forms of several segments by code unit, none twice; nulls are left out. */
export function unionOfForms(ofSegments: readonly (readonly (string | null)[])[]): readonly string[] {
  const all = new Set<string>();
  for (const forms of ofSegments) for (const form of forms) if (form !== null) all.add(form);
  return [...all].sort();
}

/** Where each of `forms` stands in `union`, both sorted; null when each has its own number there. */
export function numbersInUnion(
  union: readonly string[],
  forms: readonly (string | null)[],
): Uint32Array | null {
  const numbers = new Uint32Array(forms.length);
  let index = 0;
  let isSame = true;
  for (const [number, form] of forms.entries()) {
    if (form === null) continue;
    while (union[index] !== form) index += 1;
    numbers[number] = index;
    isSame &&= index === number;
  }
  return isSame ? null : numbers;
}
