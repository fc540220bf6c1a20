import { BitSet } from '../../../index/bytes/bit-set.ts';
import { formOfFormId, termOfFormId } from '../../../index/terms/form-id.ts';
import type { PostingsEntry } from '../../../index/postings/postings.ts';
import type { SegmentReader } from '../../../index/segment/segment-reader.ts';
import type { InlineEntry } from '../../../index/terms/inline-postings.ts';
import { isIn, type SegmentTerm, type StreamMask, type StreamPostings } from '../expanded-term.ts';
import { CountedList, type FrequencyList } from '../frequency-list.ts';
import { addDocumentsInSurfaces, countOccurrences } from './occurrences-in-surfaces.ts';
import { surfacesOf } from './surfaces.ts';

/** Between two looks whether anybody still waits for the answer. */
const termsAtOnce = 256;

/** Written forms of one segment that count as one term, thousands of them perhaps. */
export class FormsInSegment implements SegmentTerm {
  readonly #segment: SegmentReader;
  readonly #checkpoint: () => void;
  /** Sorted: by term, then by form. */
  readonly #keys: Float64Array;
  /** The terms that the forms belong to, ascending. */
  readonly #terms: Uint32Array;
  /** Where the forms of each term begin in `#keys`; one more at the end. */
  readonly #starts: Uint32Array;
  readonly #ranks: boolean;
  #counts: readonly (CountedList | undefined)[] | null = null;
  #postings: readonly (readonly StreamPostings[] | undefined)[] | null = null;

  /** `keys` are those of `formId`, in any order; `ranks` says that frequencies will be asked for. */
  constructor(segment: SegmentReader, keys: Float64Array, ranks: boolean, checkpoint: () => void) {
    this.#segment = segment;
    this.#ranks = ranks;
    this.#checkpoint = checkpoint;
    this.#keys = keys.sort();
    const terms = new Uint32Array(keys.length);
    const starts = new Uint32Array(keys.length + 1);
    let count = 0;
    for (let at = 0; at < keys.length; at += 1) {
      const term = termOfFormId(keys[at] as number);
      if (count > 0 && terms[count - 1] === term) continue;
      terms[count] = term;
      starts[count] = at;
      count += 1;
    }
    starts[count] = keys.length;
    this.#terms = terms.subarray(0, count);
    this.#starts = starts;
  }

  addDocuments(streams: StreamMask, set: BitSet): void {
    if (!this.#ranks) {
      this.#addUncounted(streams, set);
      return;
    }
    // Counted once, the lists need not be read again for the order.
    this.#counts ??= this.#count();
    for (const [stream, list] of this.#counts.entries()) {
      if (list !== undefined && isIn(streams, stream)) set.union(list.documents);
    }
  }

  documentCount(): null {
    return null;
  }

  frequencies(stream: number): FrequencyList | null {
    this.#counts ??= this.#count();
    return this.#counts[stream] ?? null;
  }

  postings(stream: number): readonly StreamPostings[] {
    this.#postings ??= this.#gathered();
    return this.#postings[stream] ?? [];
  }

  /** Which forms stand where in a long list is the dear part: it comes last, when the documents are mostly all there. */
  #addUncounted(streams: StreamMask, set: BitSet): void {
    const partly: Readonly<{ entry: PostingsEntry; surfaces: BitSet }>[] = [];
    this.#eachList(
      false,
      ({ stream, documents, count }) => {
        if (!isIn(streams, stream)) return;
        for (let at = 0; at < count; at += 1) set.add(documents[at] as number);
      },
      (entry, surfaces) => {
        if (!isIn(streams, entry.stream)) return;
        if (surfaces === null) this.#segment.addDocuments(entry, set);
        else partly.push({ entry, surfaces });
      },
    );
    for (const [nth, { entry, surfaces }] of partly.entries()) {
      if (nth % termsAtOnce === 0) this.#checkpoint();
      addDocumentsInSurfaces(this.#segment.cursor(entry), surfaces, set);
    }
  }

  #count(): (CountedList | undefined)[] {
    const counts: (CountedList | undefined)[] = [];
    const countIn = (stream: number): CountedList =>
      (counts[stream] ??= new CountedList(this.#segment.row.articles));
    this.#eachList(
      true,
      ({ stream, documents, frequencies, count }) => {
        countIn(stream).addAll(documents, frequencies, count);
      },
      (entry, surfaces) => {
        countOccurrences(this.#segment.cursor(entry), surfaces, countIn(entry.stream));
      },
    );
    return counts;
  }

  #gathered(): StreamPostings[][] {
    const lists: StreamPostings[][] = [];
    // Of every term it is asked where the positions are, which short lists do not say.
    this.#segment.dictionary.findTerms(this.#terms, ({ formCount, postings }, nth) => {
      if (nth % termsAtOnce === 0) this.#checkpoint();
      const surfaces = this.#surfacesOf(nth, formCount);
      for (const entry of postings) (lists[entry.stream] ??= []).push({ entry, surfaces });
    });
    return lists;
  }

  /**
   * Calls back with each list of the terms: a short one as it is left by the forms that count, a long one with how
   * these are written; null when all count.
   */
  #eachList(
    frequencies: boolean,
    onShort: (entry: InlineEntry) => void,
    onLong: (entry: PostingsEntry, surfaces: BitSet | null) => void,
  ): void {
    const whole = { frequencies, forms: false };
    const partly = { frequencies: true, forms: true };
    this.#segment.inlinePostings.find(
      this.#terms,
      (entry, nth) => {
        if (nth % termsAtOnce === 0) this.#checkpoint();
        const forms = this.#formsOf(nth, entry.formCount);
        while (entry.next(forms === null ? whole : partly)) {
          if (forms !== null) entry.keep(forms);
          if (entry.count > 0) onShort(entry);
        }
      },
      ({ formCount, postings }, nth) => {
        if (nth % termsAtOnce === 0) this.#checkpoint();
        const surfaces = this.#surfacesOf(nth, formCount);
        for (const entry of postings) onLong(entry, surfaces);
      },
    );
  }

  /** How many forms of a term count. */
  #wanted(nth: number): number {
    return (this.#starts[nth + 1] as number) - (this.#starts[nth] as number);
  }

  #surfacesOf(nth: number, formCount: number): BitSet | null {
    const forms = this.#formsOf(nth, formCount);
    return forms === null ? null : surfacesOf(formCount, forms);
  }

  /** Null when all forms of a term are wanted: then every occurrence counts, and how each is written need not be read. */
  #formsOf(nth: number, formCount: number): BitSet | null {
    if (this.#wanted(nth) === formCount) return null;
    const forms = new BitSet(formCount);
    for (let at = this.#starts[nth] as number; at < (this.#starts[nth + 1] as number); at += 1) {
      forms.add(formOfFormId(this.#keys[at] as number));
    }
    return forms;
  }
}
