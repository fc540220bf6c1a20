import { formKey } from '../../index/terms/form-key.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { NumberedTerm } from '../../index/terms/term-dictionary.ts';
import { acceptedWords } from '../../index/terms/term-automaton.ts';
import type { WordTable } from '../../index/terms/form-table.ts';
import { ExpandedTerm, IndexedTerm, type SegmentTerm } from './expanded-term.ts';
import { FormsInSegment } from './forms-in-segment.ts';

type InSegments = Map<SegmentReader, SegmentTerm>;

/** The term itself, wherever it stands. */
export function exactTerm(snapshot: IndexSnapshot, term: string): ExpandedTerm | null {
  const inSegments: InSegments = new Map();
  for (const segment of snapshot.segments) {
    const entry = segment.dictionary.term(term);
    if (entry !== null) inSegments.set(segment, new IndexedTerm(segment, entry.postings));
  }
  return inSegments.size === 0 ? null : new ExpandedTerm(term, inSegments);
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

/** Places of the words that a pattern with `*` matches. */
function matchingPlaces(words: WordTable, pattern: string): number[] {
  const [first = '', ...rest] = pattern.split('*');
  const pieces = rest.filter((piece) => piece !== '');
  const range = words.beginning(first);
  if (pieces.length === 0) {
    // No pattern means the empty word, which sorts before all others.
    const from = words.length > 0 && words.word(0) === '' ? Math.max(range.from, 1) : range.from;
    return Array.from({ length: range.to - from }, (_, nth) => from + nth);
  }
  const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best));
  const atEnd = longest === rest.at(-1);
  // Of a pattern with one piece, every word that holds it matches.
  const test = first === '' && pieces.length === 1 ? null : wildcardTest(pattern);
  return words.holding(longest, atEnd, range, test);
}

type LunrClause = Readonly<{ term: string; editDistance?: number }>;

/** The terms that a clause with wildcards or an edit distance matches; not all are read when it says how they begin. */
function matchingTerms(segment: SegmentReader, clause: LunrClause, checkpoint: () => void): NumberedTerm[] {
  const { dictionary } = segment;
  const isFuzzy = clause.editDistance !== undefined;
  const [first = ''] = clause.term.split('*');
  if (!isFuzzy && first !== '') return dictionary.termsBeginning(first, wildcardTest(clause.term));
  const terms = dictionary.terms();
  const numbers = isFuzzy ? acceptedWords(terms, clause, checkpoint) : matchingPlaces(terms, clause.term);
  return numbers.map((number) => ({ number, term: terms.word(number) }));
}

/** Every term of the index that Lunr's token set of an exact, wildcard or fuzzy clause accepts; null for more than `most`. */
export function expandLikeLunr(
  snapshot: IndexSnapshot,
  clause: LunrClause,
  most: number,
): ExpandedTerm[] | null {
  if (clause.editDistance === undefined && !clause.term.includes('*')) {
    if (clause.term === '') return [];
    const term = exactTerm(snapshot, clause.term);
    return term === null ? [] : [term];
  }
  // Stars in a row mean what one means, to Lunr as well; thousands would each be looked for in every word.
  const pattern = clause.editDistance === undefined ? clause.term.replace(/\*+/g, '*') : clause.term;
  const found = new Map<string, InSegments>();
  for (const segment of snapshot.segments) {
    const matching = matchingTerms(segment, { ...clause, term: pattern }, snapshot.checkpoint);
    if (matching.length > most) return null;
    const numbers = matching.map(({ number }) => number);
    segment.dictionary.findTerms(numbers, ({ postings }, nth) => {
      const term = matching[nth]?.term ?? '';
      const known: InSegments = found.get(term) ?? new Map<SegmentReader, SegmentTerm>();
      found.set(term, known.set(segment, new IndexedTerm(segment, postings)));
    });
    if (found.size > most) return null;
    snapshot.checkpoint();
  }
  return [...found].map(([term, inSegments]) => new ExpandedTerm(term, inSegments));
}

/** How words as written are looked for: by a pattern with `*`, or within an edit distance. */
export type FormPattern = Readonly<{ pattern: string; editDistance: number }>;

/** A form and a term of the same letters are not the same thing. */
const writtenMark = 'as written: ';

export function writtenKey(form: string): string {
  return writtenMark + form;
}

type FoundForms = readonly Readonly<{ segment: SegmentReader; places: readonly number[] }>[];

/** Where the written forms stand that match. */
function findForms(snapshot: IndexSnapshot, { pattern, editDistance }: FormPattern): FoundForms {
  return snapshot.segments.map((segment) => {
    snapshot.checkpoint();
    const places =
      editDistance > 0
        ? acceptedWords(segment.forms(), { term: pattern, editDistance }, snapshot.checkpoint)
        : matchingPlaces(segment.forms(), pattern);
    return { segment, places };
  });
}

/** The distinct written forms that match, in no order; null when there are more than `most`. */
function distinctForms(found: FoundForms, most: number): Set<string> | null {
  if (found.some(({ places }) => places.length > most)) return null;
  const forms = new Set<string>();
  for (const { segment, places } of found) for (const place of places) forms.add(segment.forms().word(place));
  return forms.size > most ? null : forms;
}

export type ExpandedForms = Readonly<{
  /** All of them together, which count as one term; null when there are none. */
  term: ExpandedTerm | null;
  /** Null when there are too many to name them. */
  forms: ReadonlySet<string> | null;
}>;

/** Every written form that matches, but `except`, as one term that counts only the occurrences in these forms. */
export function expandForms(
  snapshot: IndexSnapshot,
  sought: FormPattern,
  most: number,
  except: string | null = null,
): ExpandedForms {
  const found = findForms(snapshot, sought);
  const forms = distinctForms(found, most);
  if (except !== null) forms?.delete(except);
  const inSegments: InSegments = new Map();
  for (const { segment, places } of found) {
    const keys = keysOfForms(segment, places, except);
    if (keys.length === 0) continue;
    inSegments.set(segment, new FormsInSegment(segment, keys, forms !== null, snapshot.checkpoint));
  }
  const term = inSegments.size === 0 ? null : new ExpandedTerm(writtenKey(sought.pattern), inSegments);
  return { term, forms };
}

function keysOfForms(
  segment: SegmentReader,
  places: readonly number[],
  except: string | null,
): Float64Array<ArrayBuffer> {
  const termOf = segment.column('form-terms');
  const numberOf = segment.column('form-numbers');
  const left = except === null ? -1 : segment.forms().placeOf(except);
  const keys = new Float64Array(places.length);
  let length = 0;
  for (const place of places) {
    if (place !== left) keys[length++] = formKey(termOf[place] as number, numberOf[place] as number);
  }
  return keys.subarray(0, length);
}

/** The words as written that match, each with how many live documents hold it. */
export function countForms(
  snapshot: IndexSnapshot,
  sought: FormPattern,
  fields: readonly number[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { segment, places } of findForms(snapshot, sought)) {
    for (const place of places) {
      const form = segment.forms().word(place);
      const keys = keysOfForms(segment, [place], null);
      const own = new Map([[segment, new FormsInSegment(segment, keys, false, snapshot.checkpoint)]]);
      const documents = new ExpandedTerm(form, own).documentFrequency(
        { ...snapshot, segments: [segment] },
        fields,
      );
      counts.set(form, (counts.get(form) ?? 0) + documents);
    }
  }
  return counts;
}
