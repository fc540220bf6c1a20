import { BitSet } from '../../../index/bytes/bit-set.ts';

/** A surface says of an occurrence its form among those of its term, and its case: form × 4 + case. */
export const casesOfForm = 4;

/** The surfaces of a term that has `formCount` forms, in one of `forms` and in any case. */
export function surfacesOf(formCount: number, forms: BitSet): BitSet {
  const surfaces = new BitSet(formCount * casesOfForm);
  for (let form = 0; form < formCount; form += 1) {
    if (!forms.has(form)) continue;
    for (let letterCase = 0; letterCase < casesOfForm; letterCase += 1) {
      surfaces.add(form * casesOfForm + letterCase);
    }
  }
  return surfaces;
}
