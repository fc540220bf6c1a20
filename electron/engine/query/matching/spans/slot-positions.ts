import type { BitSet } from '../../../index/bytes/bit-set.ts';
import type { PostingsCursor } from '../../../index/postings/postings-cursor.ts';
import type { SegmentReader } from '../../../index/segment/segment-reader.ts';
import { streamOf } from '../../../index/schema/streams.ts';
import type { StreamPostings } from '../expanded-term.ts';
import type { QuerySlot } from '../query-slot.ts';

/** More lists than this are read through once, rather than each asked for every document. */
const maxCursors = 8;

const none: Uint32Array = new Uint32Array();

/** Where a slot stands in one field of a segment, its occurrences as a stop word included. */
export interface SlotPositions {
  /** In how many documents it stands at most. */
  readonly documentCount: number;
  /** Adds the documents in which it may stand: all in which it does, and perhaps more. */
  addDocuments(set: BitSet): void;
  /** The positions in one document, ascending; good until the next call. Ask for documents in ascending order. */
  positionsIn(document: number): Uint32Array;
  /** The list that all of them are in; null when there are several, or not all of a list counts. */
  readonly list: PositionCursor | null;
}

function postingsOf(slot: QuerySlot, segment: SegmentReader, field: number): StreamPostings[] {
  const streams = [streamOf(field, false), streamOf(field, true)];
  return slot.terms.flatMap((term) => streams.flatMap((stream) => term.postings(segment, stream)));
}

/** Null when the slot stands nowhere in the field. */
export function slotPositions(slot: QuerySlot, segment: SegmentReader, field: number): SlotPositions | null {
  const postings = postingsOf(slot, segment, field);
  if (postings.length === 0) return heldPositions(slot, segment, field);
  const cursors =
    postings.length > maxCursors
      ? []
      : postings.map(({ entry, surfaces }) => new PositionCursor(segment.cursor(entry), surfaces));
  const isOneList = postings.length === 1 && postings[0]?.surfaces === null;
  return {
    documentCount: postings.reduce((sum, { entry }) => sum + entry.documentCount, 0),
    addDocuments: (set) => {
      for (const { entry } of postings) segment.addDocuments(entry, set);
    },
    positionsIn: cursors.length === 0 ? gatheredPositions(segment, postings) : joinedPositions(cursors),
    list: isOneList ? (cursors[0] ?? null) : null,
  };
}

/** Of a word that is looked for as written, which is one term. */
function heldPositions(slot: QuerySlot, segment: SegmentReader, field: number): SlotPositions | null {
  const held = slot.terms[0]?.occurrences(segment, streamOf(field, false)) ?? null;
  if (held === null) return null;
  return {
    documentCount: held.documents.count(),
    addDocuments: (set) => set.union(held.documents),
    positionsIn: (document) => held.positionsIn(document),
    list: null,
  };
}

/** After so many documents of a block have been asked for, the positions of all of it are read at once. */
const fewOfABlock = 8;

/** Fields have a term more often than this in hardly any document. */
const keptViews = 64;

/** One list, asked for one document after the other. */
export class PositionCursor {
  /** The positions of the document that `moveTo` went to are those at `[from, to)` of `held`. Not to be changed. */
  held: Uint32Array = none;
  from = 0;
  to = 0;
  readonly #cursor: PostingsCursor;
  readonly #wanted: BitSet | null;
  #nth = 0;
  /** Sum of the frequencies before `#nth` in its block. */
  #before = 0;
  /** Documents of the block that were asked for. */
  #asked = 0;
  /** The last document of the block. */
  #last = -1;
  #positions: Uint32Array = new Uint32Array(keptViews);
  #surfaces: Uint32Array = new Uint32Array(keptViews);
  /** The first so many of `#positions`: making a view takes longer than reading a few positions. */
  readonly #views: Uint32Array[] = [];

  constructor(cursor: PostingsCursor, wanted: BitSet | null) {
    this.#cursor = cursor;
    this.#wanted = wanted;
  }

  positionsIn(document: number): Uint32Array {
    if (!this.moveTo(document)) return none;
    const frequency = this.to - this.from;
    const { held, from } = this;
    if (held !== this.#positions) {
      for (let at = 0; at < frequency; at += 1) this.#positions[at] = held[from + at] as number;
    }
    return this.#wanted === null ? this.#view(frequency) : this.#inSurfaces(frequency, this.#wanted);
  }

  /** Goes on to a document and reads where the term stands there, in whatever form; false when it is not in it. */
  moveTo(document: number): boolean {
    const frequency = this.frequencyIn(document);
    if (frequency === 0) return false;
    if (frequency > this.#positions.length) {
      this.#positions = new Uint32Array(frequency);
      this.#surfaces = new Uint32Array(frequency);
      this.#views.length = 0;
    }
    const cursor = this.#cursor;
    this.#asked += 1;
    if (this.#asked < fewOfABlock) {
      cursor.readPositionsOf(this.#before, frequency, this.#positions);
      this.held = this.#positions;
      this.from = 0;
    } else {
      if (this.#asked === fewOfABlock) cursor.readPositions();
      this.held = cursor.positions;
      this.from = this.#before;
    }
    this.to = this.from + frequency;
    return true;
  }

  /** How often the term stands in a document, in whatever form. */
  frequencyIn(document: number): number {
    if (document > this.#last && !this.#openBlockOf(document)) return 0;
    const { documents, frequencies } = this.#cursor;
    while ((documents[this.#nth] as number) < document) {
      this.#before += frequencies[this.#nth] as number;
      this.#nth += 1;
    }
    return documents[this.#nth] === document ? (frequencies[this.#nth] as number) : 0;
  }

  /** False when all blocks end before the document. */
  #openBlockOf(document: number): boolean {
    const cursor = this.#cursor;
    const block = cursor.blockOf(document);
    if (block >= cursor.blocks) return false;
    cursor.readBlock(block);
    const last = cursor.documents[cursor.count - 1] as number;
    // A list of one block has no other one for what lies after it.
    if (last < document) return false;
    cursor.readFrequencies();
    this.#last = last;
    this.#nth = 0;
    this.#before = 0;
    this.#asked = 0;
    return true;
  }

  #view(length: number): Uint32Array {
    if (length >= keptViews) return this.#positions.subarray(0, length);
    return (this.#views[length] ??= this.#positions.subarray(0, length));
  }

  /** How many of the first `frequency` occurrences in the document that was asked for last are written in a form. */
  countInForm(frequency: number, form: number): number {
    if (frequency > this.#surfaces.length) this.#surfaces = new Uint32Array(frequency);
    this.#cursor.readSurfacesOf(this.#before, frequency, this.#surfaces);
    let count = 0;
    for (let at = 0; at < frequency; at += 1) if ((this.#surfaces[at] as number) >>> 2 === form) count += 1;
    return count;
  }

  #inSurfaces(frequency: number, wanted: BitSet): Uint32Array {
    this.#cursor.readSurfacesOf(this.#before, frequency, this.#surfaces);
    let kept = 0;
    for (let at = 0; at < frequency; at += 1) {
      if (!wanted.has(this.#surfaces[at] as number)) continue;
      this.#positions[kept] = this.#positions[at] as number;
      kept += 1;
    }
    return this.#view(kept);
  }
}

type PositionsIn = SlotPositions['positionsIn'];

function joinedPositions(cursors: readonly PositionCursor[]): PositionsIn {
  return (document) => {
    let found = none;
    for (const cursor of cursors) {
      const own = cursor.positionsIn(document);
      if (own.length > 0) found = found.length === 0 ? own : joined(found, own);
    }
    return found;
  };
}

/** Of many lists, read through once. */
function gatheredPositions(segment: SegmentReader, postings: readonly StreamPostings[]): PositionsIn {
  const positions = new Map<number, number[]>();
  for (const { entry, surfaces } of postings) {
    segment.cursor(entry).eachOccurrence((document, position, surface) => {
      if (surfaces !== null && !surfaces.has(surface)) return;
      const known = positions.get(document);
      if (known === undefined) positions.set(document, [position]);
      else known.push(position);
    });
  }
  return (document) => {
    const found = positions.get(document);
    return found === undefined ? none : Uint32Array.from(found).sort();
  };
}

function joined(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both.sort();
}
