import type { ListTable } from '../postings/term-info.ts';
import type { ListWriter } from '../writing/postings-writer.ts';
import { blockDocuments } from '../postings/postings.ts';
import { documentOf, type SortedOccurrences } from './sorted-occurrences.ts';
import { streamOf } from '../schema/streams.ts';

/** Occurrences in the order of documents and positions; of a place, `documentOf` is the document. */
type OccurrenceRun = Readonly<{ places: Uint32Array; positions: Uint32Array; writings: Uint32Array }>;

/** Writes the lists of term `term` in the order of their streams: its own of each field before that of the stop word. */
export function writeLists(
  list: ListWriter,
  lists: ListTable,
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

/** Puts `[from, to)` behind what is in the list, and returns `to`. */
export function putOccurrences(list: ListWriter, run: OccurrenceRun, from: number, to: number): number {
  const { places } = run;
  for (let at = from; at < to;) {
    // A block at most is taken at once.
    let documents = 0;
    let end = at;
    for (let last = -1; end < to; end += 1) {
      const place = places[end] as number;
      if (place === last) continue;
      if (documents === blockDocuments) break;
      documents += 1;
      last = place;
    }
    list.makeRoom(end - at);
    putBlock(list, run, at, end);
    list.take(documents, end - at);
    at = end;
  }
  return to;
}

/** Puts whole documents behind those that wait in the list. */
function putBlock(
  list: ListWriter,
  { places, positions, writings }: OccurrenceRun,
  from: number,
  to: number,
): void {
  const { deltas, frequencies } = list;
  let document = list.count - 1;
  let { last } = list;
  let previous = 0;
  for (let at = from, into = list.occurrences; at < to; at += 1, into += 1) {
    const place = documentOf(places[at] as number);
    if (place !== last) {
      document += 1;
      deltas[document] = place - last - 1;
      frequencies[document] = 0;
      last = place;
      previous = 0;
    } else frequencies[document] = (frequencies[document] as number) + 1;
    const position = positions[at] as number;
    list.positions[into] = position - previous;
    list.writings[into] = writings[at] as number;
    previous = position;
  }
  list.last = last;
}
