import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import { streamOf } from '../../index/schema/streams.ts';
import { inDocumentOrder, type Candidate } from './candidate.ts';
import { fieldWeight, saturated, weightInQuery } from './bm25f.ts';
import { averageLengths, inverseDocumentFrequency } from './scorer.ts';
import { type WeightedTerm } from '../matching/weighted-terms.ts';
import { PositionCursor } from '../matching/spans/slot-positions.ts';

/** A word of a query; its form as written there, folded, or null when it stands for several forms by itself. */
export type QueryTerm = Readonly<{ weighted: WeightedTerm; form: string | null }>;

/** Share of the frequency of a word that only occurrences written as in the query earn. */
const exactShare = 0.3;

/** What two neighbouring words of the query weigh that stand near each other, and how far apart they may be. */
const neighbourWeight = 0.1;
const neighbourReach = 8;

/** Words of a query that are looked at so closely: many more are no question but a text. */
const maxWords = 128;

const nowhere = new Uint32Array();

/** How near positions lie to others of the same field: over pairs within reach, the sum of 1 / distance squared. */
export function nearness(positions: ArrayLike<number>, others: ArrayLike<number>): number {
  let sum = 0;
  let from = 0;
  for (let at = 0; at < positions.length; at += 1) {
    const position = positions[at] as number;
    while (from < others.length && (others[from] as number) < position - neighbourReach) from += 1;
    for (let other = from; other < others.length; other += 1) {
      const distance = (others[other] as number) - position;
      if (distance > neighbourReach) break;
      if (distance !== 0) sum += 1 / (distance * distance);
    }
  }
  return sum;
}

type Term = Readonly<{ weighted: WeightedTerm; idf: number; forms: (string | null)[] }>;

/** The different terms of a query, and the indexes among them of those that stand next to each other. */
type Wording = Readonly<{ terms: readonly Term[]; neighbours: readonly (readonly [number, number])[] }>;

function wordingOf(snapshot: IndexSnapshot, words: readonly QueryTerm[]): Wording {
  const terms = new Map<string, Term & { index: number }>();
  const neighbours = new Map<string, [number, number]>();
  let before = -1;
  for (const { weighted, form } of words.slice(0, maxWords)) {
    const { term, weights } = weighted;
    let known = terms.get(term.key);
    if (known === undefined) {
      const documents = term.documentFrequency(snapshot, [...weights.keys()]);
      const idf = inverseDocumentFrequency(snapshot.articles, documents);
      terms.set(term.key, (known = { weighted, idf, forms: [], index: terms.size }));
    }
    known.forms.push(form);
    const index = form === null ? -1 : known.index;
    if (before >= 0 && index >= 0 && before !== index) {
      neighbours.set(`${String(before)} ${String(index)}`, [before, index]);
    }
    before = index;
  }
  return { terms: [...terms.values()], neighbours: [...neighbours.values()] };
}

/** Where one term stands in one field of a segment; `forms` are the numbers of the forms that the query has of it. */
type FieldCursor = Readonly<{ field: number; cursor: PositionCursor; forms: readonly (number | null)[] }>;

/**
 * Where a term stands in each field of a segment. Nowhere when nothing can come of it: it has no neighbour, and is written
 * in no other way than in the query.
 */
function cursorsOf(
  { weighted, forms }: Term,
  segment: SegmentReader,
  hasNeighbour: boolean,
): readonly FieldCursor[] {
  const { term, weights } = weighted;
  if (forms.every((form) => form === null)) return [];
  const written = segment.dictionary.term(term.key)?.forms ?? [];
  const numbers = forms.map((form) => {
    const number = form === null ? null : written.indexOf(form);
    return number === 0 && written.length === 1 ? null : number;
  });
  if (!hasNeighbour && numbers.every((number) => number === null)) return [];
  return [...weights.keys()].flatMap((field) => {
    const [index] = term.postings(segment, streamOf(field, false));
    if (index === undefined) return [];
    return [{ field, cursor: new PositionCursor(segment.cursor(index.entry), null), forms: numbers }];
  });
}

/** How much of a frequency counts as written as in the query: the mean over the times that the query says the word. */
function exactFrequency({ cursor, forms }: FieldCursor, frequency: number): number {
  let sum = 0;
  for (const form of forms) {
    if (form === null) sum += frequency;
    else if (form >= 0) sum += cursor.countInForm(frequency, form);
  }
  return sum / forms.length;
}

/**
 * Adds to the score of each candidate what the writing of the query says: less for words in other forms than there,
 * and more for its neighbouring words near each other (after Rasolofo and Savoy 2003, "Term proximity scoring for
 * keyword-based retrieval systems").
 */
export function addFormAndProximity(
  snapshot: IndexSnapshot,
  words: readonly QueryTerm[],
  candidates: readonly Candidate[],
): void {
  const { terms, neighbours } = wordingOf(snapshot, words);
  const inPairs = new Set(neighbours.flat());
  const weighing = averageLengths(snapshot).map((average, field) => fieldWeight(field, average));
  for (const [nth, segment] of snapshot.segments.entries()) {
    const inSegment = inDocumentOrder(candidates, nth);
    if (inSegment.length === 0) continue;
    const lengths = weighing.map((_, field) => segment.lengths(field));
    const cursors = terms.map((term, at) => cursorsOf(term, segment, inPairs.has(at)));
    for (const candidate of inSegment) {
      snapshot.checkpoint();
      const { document } = candidate;
      const weigh = (field: number, frequency: number): number =>
        weighing[field]?.(frequency, lengths[field]?.[document] as number) ?? 0;
      const standing = terms.map(({ weighted, idf }, at) => {
        const positions: Uint32Array[] = [];
        let frequency = 0;
        let exact = 0;
        for (const index of cursors[at] ?? []) {
          const own = inPairs.has(at) ? index.cursor.positionsIn(document) : null;
          const times = own?.length ?? index.cursor.frequencyIn(document);
          if (times === 0) continue;
          if (own !== null) positions[index.field] = own;
          frequency += weigh(index.field, times);
          exact += weigh(index.field, exactFrequency(index, times));
        }
        const mixed = (1 - exactShare) * frequency + exactShare * exact;
        candidate.score += weightInQuery(weighted) * idf * (saturated(mixed) - saturated(frequency));
        return { positions, idf };
      });
      for (const [left, right] of neighbours) {
        const a = standing[left];
        const b = standing[right];
        if (a === undefined || b === undefined) continue;
        let near = 0;
        a.positions.forEach((positions, field) => {
          const sum = nearness(positions, b.positions[field] ?? nowhere);
          if (sum > 0) near += weigh(field, sum);
        });
        candidate.score += neighbourWeight * Math.min(a.idf, b.idf) * saturated(near);
      }
    }
  }
}
