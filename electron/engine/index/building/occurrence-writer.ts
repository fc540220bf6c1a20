import type { TermInfo } from '../postings/term-info.ts';
import type { PostingsWriter } from '../writing/postings-writer.ts';
import { blockDocuments } from '../postings/postings.ts';
import { documentOf, type SortedOccurrences } from './sorted-occurrences.ts';
import { streamOf } from '../schema/streams.ts';

/** Occurrences in the order of documents and positions; a holder is a document, with its field perhaps: see `documentOf`. */
type OccurrenceRun = Readonly<{ holders: Uint32Array; positions: Uint32Array; surfaces: Uint32Array }>;

/** Writes the lists of term `term` in the order of their streams: its own of each field before that of the stop word. */
export function writePostings(
  list: PostingsWriter,
  lists: TermInfo,
  occurrences: SortedOccurrences,
  starts: Uint32Array,
  term: number,
  lengths: readonly Uint32Array[],
): void {
  const end = starts[2 * term + 1] as number;
  const stopEnd = starts[2 * term + 2] as number;
  let at = starts[2 * term] as number;
  let stopAt = end;
  while (at < end || stopAt < stopEnd) {
    const isStop = at === end || (stopAt < stopEnd && occurrences.fieldAt(stopAt) < occurrences.fieldAt(at));
    const field = occurrences.fieldAt(isStop ? stopAt : at);
    list.begin(lengths[field] as Uint32Array);
    if (isStop) stopAt = putOccurrences(list, occurrences, stopAt, endOfField(occurrences, stopAt, stopEnd));
    else at = putOccurrences(list, occurrences, at, endOfField(occurrences, at, end));
    list.finish(lists, streamOf(field, isStop));
  }
}

/** Where those from `from` on end that are in the same field, `to` at most. */
function endOfField(occurrences: SortedOccurrences, from: number, to: number): number {
  const field = occurrences.fieldAt(from);
  let end = from + 1;
  while (end < to && occurrences.fieldAt(end) === field) end += 1;
  return end;
}

/** Puts `[from, to)` after what is in the list, and returns `to`. */
export function putOccurrences(list: PostingsWriter, run: OccurrenceRun, from: number, to: number): number {
  const { holders } = run;
  for (let at = from; at < to;) {
    // A block at most is taken at once.
    let documents = 0;
    let end = at;
    for (let last = -1; end < to; end += 1) {
      const holder = holders[end] as number;
      if (holder === last) continue;
      if (documents === blockDocuments) break;
      documents += 1;
      last = holder;
    }
    list.makeRoom(end - at);
    putBlock(list, run, at, end);
    list.take(documents, end - at);
    at = end;
  }
  return to;
}

/** Puts whole documents after those that wait in the list. */
function putBlock(
  list: PostingsWriter,
  { holders, positions, surfaces }: OccurrenceRun,
  from: number,
  to: number,
): void {
  const { deltas, frequencies } = list;
  let document = list.count - 1;
  let { last } = list;
  let previous = 0;
  for (let at = from, into = list.occurrences; at < to; at += 1, into += 1) {
    const number = documentOf(holders[at] as number);
    if (number !== last) {
      document += 1;
      deltas[document] = number - last - 1;
      frequencies[document] = 0;
      last = number;
      previous = 0;
    } else frequencies[document] = (frequencies[document] as number) + 1;
    const position = positions[at] as number;
    list.positions[into] = position - previous;
    list.surfaces[into] = surfaces[at] as number;
    previous = position;
  }
  list.last = last;
}
