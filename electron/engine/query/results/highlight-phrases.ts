import { searchedFields } from '../../index/schema/fields.ts';
import type { SearchedPhrase } from '../matching/news-evaluator.ts';
import { maxExpansions } from '../matching/query-slot.ts';
import type { WeightedTerm } from '../matching/weighted-terms.ts';
import type { HighlightPhrase } from './highlighter.ts';

const noForms: ReadonlySet<string> = new Set();

/** A phrase for each term; of very many together they are one, since the marks of an answer are kept with it. */
export function phrasesOf(terms: readonly WeightedTerm[]): HighlightPhrase[] {
  const keysOf = new Map<string, { field: number | null; keys: Set<string> }>();
  for (const { term, weights } of terms) {
    const fields = weights.size === searchedFields.length ? [null] : [...weights.keys()];
    for (const field of fields) {
      const group = terms.length > maxExpansions ? String(field) : `${String(field)} ${term.key}`;
      const { keys } = keysOf.get(group) ?? { keys: new Set<string>() };
      keysOf.set(group, { field, keys: keys.add(term.key) });
    }
  }
  return [...keysOf.values()].map(({ field, keys }) => ({
    slots: [{ terms: keys, forms: noForms, wildcard: null, test: null }],
    field,
  }));
}

/** Each phrase once: a pasted text says the same words over and over, and every one of them would be marked each time. */
export function searchedPhrases(searched: readonly SearchedPhrase[]): HighlightPhrase[] {
  const fieldsOf = new Map<SearchedPhrase['slots'], Set<number | null>>();
  const once = searched.filter(({ slots, field }) => {
    const fields = fieldsOf.get(slots) ?? new Set();
    fieldsOf.set(slots, fields);
    if (fields.has(field)) return false;
    fields.add(field);
    return true;
  });
  return once.map(({ slots, field }) => ({ slots: slots.map(({ pattern }) => pattern), field }));
}
