import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import { acceptedTerms } from '../index/term-automaton.ts';
import { ExpandedTerm, type TermPlace } from './expanded-term.ts';

type Places = Map<SegmentReader, TermPlace[]>;

/** Gathers, over segments, where each of a growing set of terms stands. */
class PlaceTable {
  readonly #places = new Map<string, Places>();

  add(key: string, segment: SegmentReader, place: TermPlace): void {
    const places: Places = this.#places.get(key) ?? new Map<SegmentReader, TermPlace[]>();
    this.#places.set(key, places);
    const known = places.get(segment);
    if (known === undefined) places.set(segment, [place]);
    else known.push(place);
  }

  toTerms(): ExpandedTerm[] {
    return [...this.#places].map(([key, places]) => new ExpandedTerm(key, places));
  }
}

/** The term itself, wherever it stands. */
export function exactTerm(snapshot: IndexSnapshot, term: string): ExpandedTerm | null {
  const table = new PlaceTable();
  for (const segment of snapshot.segments) {
    const entry = segment.term(term);
    if (entry !== null) table.add(term, segment, { entry, forms: null });
  }
  return table.toTerms()[0] ?? null;
}

/** The place of the first word that does not sort before `key`. */
function lowerBound(words: readonly string[], key: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A test for a pattern in which `*` stands for any run of characters; linear in the length of the word. */
export function wildcardTest(pattern: string): (word: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (word) => word === first;
  return (word) => {
    if (!word.startsWith(first)) return false;
    let at = first.length;
    for (const piece of rest) {
      const found = word.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return word.length - at >= last.length && word.endsWith(last);
  };
}

/** Places, in a list of words, of those that a pattern with `*` matches. */
function matchingPlaces(
  { words, joined, starts }: ReturnType<SegmentReader['termList']>,
  pattern: string,
): number[] {
  const matches = wildcardTest(pattern);
  const test = (word: string): boolean => word !== '' && matches(word);
  const [first = '', ...rest] = pattern.split('*');
  const longest = rest.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  const places: number[] = [];
  if (first !== '' || longest === '') {
    for (let at = lowerBound(words, first); at < words.length; at += 1) {
      const word = words[at] as string;
      if (!word.startsWith(first)) break;
      if (test(word)) places.push(at);
    }
    return places;
  }
  // Without a prefix, one search through the joined words finds the few that hold the longest piece.
  let place = 0;
  for (let found = joined.indexOf(longest); found >= 0;) {
    while ((starts[place + 1] ?? Number.POSITIVE_INFINITY) <= found) place += 1;
    const word = words[place] as string;
    if (test(word)) places.push(place);
    found = joined.indexOf(longest, (starts[place] as number) + word.length);
  }
  return places;
}

/** Every term of the index that Lunr's token set of the clause accepts: an exact, wildcard or fuzzy one. */
export function expandLikeLunr(
  snapshot: IndexSnapshot,
  clause: Readonly<{ term: string; editDistance?: number }>,
): ExpandedTerm[] {
  const fuzzy = clause.editDistance !== undefined;
  if (!fuzzy && !clause.term.includes('*')) {
    if (clause.term === '') return [];
    const term = exactTerm(snapshot, clause.term);
    return term === null ? [] : [term];
  }
  const table = new PlaceTable();
  for (const segment of snapshot.segments) {
    const list = segment.termList();
    const places = fuzzy ? acceptedTerms(list.words, clause) : matchingPlaces(list, clause.term);
    for (const place of places) {
      const entry = segment.termAt(place);
      table.add(entry.term, segment, { entry, forms: null });
    }
  }
  return table.toTerms();
}

/** How words as written are looked for: by a pattern with `*`, or within an edit distance. */
export type FormPattern = Readonly<{ pattern: string; editDistance: number }>;

/** A form and a term of the same letters are not the same thing. */
const writtenMark = 'as written: ';

export function writtenKey(form: string): string {
  return writtenMark + form;
}

/** The form that `writtenKey` made a key of; null for the key of a term. */
export function formOfKey(key: string): string | null {
  return key.startsWith(writtenMark) ? key.slice(writtenMark.length) : null;
}

function placesOfForms({ list }: ReturnType<SegmentReader['formList']>, sought: FormPattern): number[] {
  const { pattern, editDistance } = sought;
  return editDistance > 0
    ? acceptedTerms(list.words, { term: pattern, editDistance })
    : matchingPlaces(list, pattern);
}

/**
 * Every written form that matches, each as a term of its own that counts only its own occurrences; all of them as one
 * term, under the pattern's key, when there are more than `most`.
 */
export function expandForms(
  snapshot: IndexSnapshot,
  sought: FormPattern,
  most = Number.POSITIVE_INFINITY,
): Readonly<{ terms: readonly ExpandedTerm[]; many: boolean }> {
  const found = snapshot.segments.map((segment) => ({
    segment,
    places: placesOfForms(segment.formList(), sought),
  }));
  const largest = Math.max(0, ...found.map(({ places }) => places.length));
  const words = largest > most ? null : distinctWords(found);
  if (words === null || words > most) {
    return { terms: [unionOfForms(writtenKey(sought.pattern), found)], many: true };
  }
  const table = new PlaceTable();
  for (const { segment, places } of found) {
    const { entries, formCounts } = segment.formList();
    for (const place of places) {
      const entry = entries[place];
      for (const { term, form } of entry?.terms ?? []) {
        // Of a term with one form every occurrence counts, and its positions need not be read.
        const forms = formCounts[term] === 1 ? null : new Set([form]);
        table.add(writtenKey(entry?.form ?? ''), segment, { entry: segment.termAt(term), forms });
      }
    }
  }
  return { terms: table.toTerms(), many: false };
}

type FoundForms = readonly Readonly<{ segment: SegmentReader; places: readonly number[] }>[];

function distinctWords(found: FoundForms): number {
  const words = new Set<string>();
  for (const { segment, places } of found) {
    const { list } = segment.formList();
    for (const place of places) words.add(list.words[place] ?? '');
  }
  return words.size;
}

function unionOfForms(key: string, found: FoundForms): ExpandedTerm {
  const union: Places = new Map();
  for (const { segment, places } of found) {
    const { entries, formCounts } = segment.formList();
    const byTerm = new Map<number, Set<number>>();
    const terms: TermPlace[] = [];
    for (const place of places) {
      for (const { term, form } of entries[place]?.terms ?? []) {
        if (formCounts[term] === 1) terms.push({ entry: segment.termAt(term), forms: null });
        else byTerm.set(term, (byTerm.get(term) ?? new Set()).add(form));
      }
    }
    for (const [term, forms] of byTerm) {
      terms.push({ entry: segment.termAt(term), forms: forms.size === formCounts[term] ? null : forms });
    }
    union.set(segment, terms);
  }
  return new ExpandedTerm(key, union);
}
