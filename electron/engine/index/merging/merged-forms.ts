import type { SegmentReader } from '../segment/segment-reader.ts';
import type { TermCursor } from '../terms/term-cursor.ts';

/**
 * Numbers of the forms of the term at `cursor` that live documents hold; null when all do. The others are what was
 * removed, and have to go with it. `places` tells where each document comes to stand, -1 for a deleted one, and is null
 * when none is deleted.
 */
export function liveForms(
  reader: SegmentReader,
  places: Int32Array | null,
  cursor: TermCursor,
): ReadonlySet<number> | null {
  if (places === null) return null;
  const live = new Set<number>();
  for (const entry of cursor.entry().postings) {
    reader.cursor(entry).eachOccurrence((document, _, writing) => {
      if ((places[document] as number) >= 0) live.add(writing >>> 2);
    });
  }
  return live;
}

/** All of some lists, each sorted by code unit, with no form twice; nulls are left out. */
export function unionOfForms(lists: readonly (readonly (string | null)[])[]): readonly string[] {
  const all = new Set<string>();
  for (const list of lists) for (const form of list) if (form !== null) all.add(form);
  return [...all].sort();
}

/** Where each of `forms` stands in `union`, both sorted; null when each has its own number there. */
export function numbersIn(union: readonly string[], forms: readonly (string | null)[]): Uint32Array | null {
  const numbers = new Uint32Array(forms.length);
  let place = 0;
  let isSame = true;
  for (const [number, form] of forms.entries()) {
    if (form === null) continue;
    while (union[place] !== form) place += 1;
    numbers[number] = place;
    isSame &&= place === number;
  }
  return isSame ? null : numbers;
}
