import { formId } from '../../index/terms/form-id.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { NumberedTerm } from '../../index/terms/term-dictionary.ts';
import { acceptedWords } from '../../index/terms/term-automaton.ts';
import type { FormTable } from '../../index/terms/form-table.ts';
import { ExpandedTerm, IndexedTerm, type SegmentTerm } from './expanded-term.ts';
import { literalPieces, patternTest, wildcardTest } from '../grammar/wildcards.ts';
import { casedForms, casedTerm, type Cased } from './lists/cased-lists.ts';
import { FormsInSegment } from './lists/forms-in-segment.ts';

type InSegments = Map<SegmentReader, SegmentTerm>;

/** The term itself, wherever it stands; with `cased`, where it is written so, stop words included. */
export function exactTerm(
  snapshot: IndexSnapshot,
  term: string,
  cased: Cased | null = null,
): ExpandedTerm | null {
  const inSegments: InSegments = new Map();
  for (const segment of snapshot.segments) {
    const entry = segment.dictionary.term(term);
    if (entry === null) continue;
    const own =
      cased === null
        ? new IndexedTerm(segment, entry.postings)
        : casedTerm(segment, entry, cased, snapshot.checkpoint);
    inSegments.set(segment, own);
  }
  return inSegments.size === 0
    ? null
    : new ExpandedTerm(cased === null ? term : `${cased}: ${term}`, inSegments);
}

/** Indexes of the words that a pattern matches, of which these are the letters between wildcards. */
function matchingIndexes(
  words: FormTable,
  pattern: string,
  pieces: readonly string[],
  test: WordTest,
): number[] {
  const [first = '', ...rest] = pieces;
  const range = words.beginning(first);
  const literal = rest.filter((piece) => piece !== '');
  if (pattern === `${first}*`) {
    // No pattern means the empty word, which sorts before all others.
    const from = words.length > 0 && words.word(0) === '' ? Math.max(range.from, 1) : range.from;
    return Array.from({ length: range.to - from }, (_, nth) => from + nth);
  }
  const maxLength = literal.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  const atEnd = maxLength === rest.at(-1);
  // Of a pattern with one piece, every word that holds it matches.
  const isHeld = pattern === `*${maxLength}*` || pattern === `*${maxLength}`;
  return words.holding(maxLength, atEnd, range, isHeld ? null : test);
}

type WordTest = (word: string) => boolean;

type LunrClause = Readonly<{ term: string; editDistance?: number }>;

/** The terms that a clause with wildcards or an edit distance matches; not all are read when it says how they begin. */
function matchingTerms(segment: SegmentReader, clause: LunrClause, checkpoint: () => void): NumberedTerm[] {
  const { dictionary } = segment;
  const isFuzzy = clause.editDistance !== undefined;
  const [first = ''] = clause.term.split('*');
  if (!isFuzzy && first !== '') return dictionary.termsBeginning(first, wildcardTest(clause.term));
  const terms = dictionary.terms();
  const numbers = isFuzzy
    ? acceptedWords(terms, clause, checkpoint)
    : matchingIndexes(terms, clause.term, clause.term.split('*'), wildcardTest(clause.term));
  return numbers.map((number) => ({ number, term: terms.word(number) }));
}

/** Every term of the index that Lunr's token set of an exact, wildcard or fuzzy clause accepts; null for more than `max`. */
export function expandLikeLunr(
  snapshot: IndexSnapshot,
  clause: LunrClause,
  max: number,
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
    if (matching.length > max) return null;
    const numbers = matching.map(({ number }) => number);
    segment.dictionary.findTerms(numbers, ({ postings }, nth) => {
      const term = matching[nth]?.term ?? '';
      const known: InSegments = found.get(term) ?? new Map<SegmentReader, SegmentTerm>();
      found.set(term, known.set(segment, new IndexedTerm(segment, postings)));
    });
    if (found.size > max) return null;
    snapshot.checkpoint();
  }
  return [...found].map(([term, inSegments]) => new ExpandedTerm(term, inSegments));
}

/** How words as written are looked for: by a pattern with `*` and `?`, or within an edit distance. */
export type FormPattern = Readonly<{ pattern: string; editDistance: number }>;

/** A form and a term of the same letters are not the same thing. */
const writtenMark = 'as written: ';

function writtenKey(form: string): string {
  return writtenMark + form;
}

type FoundForms = readonly Readonly<{ segment: SegmentReader; indexes: readonly number[] }>[];

/** Where the written forms stand that match. */
export function findForms(snapshot: IndexSnapshot, { pattern, editDistance }: FormPattern): FoundForms {
  return snapshot.segments.map((segment) => {
    snapshot.checkpoint();
    const indexes =
      editDistance > 0
        ? acceptedWords(segment.forms(), { term: pattern, editDistance }, snapshot.checkpoint)
        : matchingIndexes(segment.forms(), pattern, literalPieces(pattern), patternTest(pattern));
    return { segment, indexes };
  });
}

/** The distinct written forms that match, in no order; null when there are more than `max`. */
function distinctForms(found: FoundForms, max: number): Set<string> | null {
  if (found.some(({ indexes }) => indexes.length > max)) return null;
  const forms = new Set<string>();
  for (const { segment, indexes } of found)
    for (const index of indexes) forms.add(segment.forms().word(index));
  return forms.size > max ? null : forms;
}

export type ExpandedForms = Readonly<{
  /** All of them together, which count as one term; null when there are none. */
  term: ExpandedTerm | null;
  /** Null when there are too many to name them. */
  forms: ReadonlySet<string> | null;
}>;

/** Every written form that matches, but `except`, as one term that counts only the occurrences in these forms and this case. */
export function expandForms(
  snapshot: IndexSnapshot,
  wanted: FormPattern,
  max: number,
  { except = null, cased = null }: Readonly<{ except?: string | null; cased?: Cased | null }> = {},
): ExpandedForms {
  const found = findForms(snapshot, wanted);
  const forms = distinctForms(found, max);
  if (except !== null) forms?.delete(except);
  const inSegments: InSegments = new Map();
  for (const { segment, indexes } of found) {
    const keys = keysOfForms(segment, indexes, except);
    if (keys.length === 0) continue;
    const own =
      cased === null
        ? new FormsInSegment(segment, keys, forms !== null, snapshot.checkpoint)
        : casedForms(segment, keys, cased, snapshot.checkpoint);
    inSegments.set(segment, own);
  }
  const key = (cased === null ? '' : `${cased}: `) + writtenKey(wanted.pattern);
  const term = inSegments.size === 0 ? null : new ExpandedTerm(key, inSegments);
  return { term, forms };
}

function keysOfForms(
  segment: SegmentReader,
  indexes: readonly number[],
  except: string | null,
): Float64Array<ArrayBuffer> {
  const termOf = segment.column('form-terms');
  const numberOf = segment.column('form-numbers');
  const left = except === null ? -1 : segment.forms().indexOf(except);
  const keys = new Float64Array(indexes.length);
  let length = 0;
  for (const index of indexes) {
    if (index !== left) keys[length++] = formId(termOf[index] as number, numberOf[index] as number);
  }
  return keys.subarray(0, length);
}

/** The words as written that match, each with how many live documents hold it. */
export function countForms(
  snapshot: IndexSnapshot,
  wanted: FormPattern,
  fields: readonly number[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { segment, indexes } of findForms(snapshot, wanted)) {
    for (const index of indexes) {
      const form = segment.forms().word(index);
      const keys = keysOfForms(segment, [index], null);
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
