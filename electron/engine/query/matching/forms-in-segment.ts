import { BitSet } from '../../index/bytes/bit-set.ts';
import { formOfKey, termOfKey } from '../../index/terms/form-key.ts';
import type { PostingsEntry } from '../../index/postings/postings.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { ShortEntry } from '../../index/terms/inline-postings.ts';
import { isIn, type SegmentTerm, type StreamMask, type StreamPlace } from './expanded-term.ts';
import { CountedList, type FrequencyList } from './frequency-list.ts';
import { addDocumentsInForms, countOccurrencesInForms } from './occurrences-of-forms.ts';

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
  #places: readonly (readonly StreamPlace[] | undefined)[] | null = null;

  /** `keys` are those of `formKey`, in any order; `ranks` says that frequencies will be asked for. */
  constructor(segment: SegmentReader, keys: Float64Array, ranks: boolean, checkpoint: () => void) {
    this.#segment = segment;
    this.#ranks = ranks;
    this.#checkpoint = checkpoint;
    this.#keys = keys.sort();
    const terms = new Uint32Array(keys.length);
    const starts = new Uint32Array(keys.length + 1);
    let count = 0;
    for (let at = 0; at < keys.length; at += 1) {
      const term = termOfKey(keys[at] as number);
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

  places(stream: number): readonly StreamPlace[] {
    this.#places ??= this.#place();
    return this.#places[stream] ?? [];
  }

  /** Which forms stand where in a long list is the dear part: it comes last, when the documents are mostly all there. */
  #addUncounted(streams: StreamMask, set: BitSet): void {
    const partly: StreamPlace[] = [];
    this.#eachList(
      false,
      ({ stream, documents, count }) => {
        if (!isIn(streams, stream)) return;
        for (let at = 0; at < count; at += 1) set.add(documents[at] as number);
      },
      (entry, forms) => {
        if (!isIn(streams, entry.stream)) return;
        if (forms === null) this.#segment.addDocuments(entry, set);
        else partly.push({ entry, forms });
      },
    );
    for (const [nth, { entry, forms }] of partly.entries()) {
      if (nth % termsAtOnce === 0) this.#checkpoint();
      if (forms !== null) addDocumentsInForms(this.#segment.cursor(entry), forms, set);
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
      (entry, forms) => {
        countOccurrencesInForms(this.#segment.cursor(entry), forms, countIn(entry.stream));
      },
    );
    return counts;
  }

  #place(): StreamPlace[][] {
    const places: StreamPlace[][] = [];
    // Of every term it is asked where the positions are, which short lists do not say.
    this.#segment.dictionary.findTerms(this.#terms, ({ formCount, postings }, nth) => {
      if (nth % termsAtOnce === 0) this.#checkpoint();
      const forms = this.#formsOf(nth, formCount);
      for (const entry of postings) (places[entry.stream] ??= []).push({ entry, forms });
    });
    return places;
  }

  /**
   * Calls back with each list of the terms: a short one as it is left by the forms that count, a long one with these
   * forms; null when all do.
   */
  #eachList(
    frequencies: boolean,
    onShort: (entry: ShortEntry) => void,
    onLong: (entry: PostingsEntry, forms: BitSet | null) => void,
  ): void {
    const whole = { frequencies, forms: false };
    const partly = { frequencies: true, forms: true };
    this.#segment.shortLists.find(
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
        const forms = this.#formsOf(nth, formCount);
        for (const entry of postings) onLong(entry, forms);
      },
    );
  }

  /** How many forms of a term count. */
  #wanted(nth: number): number {
    return (this.#starts[nth + 1] as number) - (this.#starts[nth] as number);
  }

  /** Null when all forms of a term are wanted: then every occurrence counts, and how each is written need not be read. */
  #formsOf(nth: number, formCount: number): BitSet | null {
    if (this.#wanted(nth) === formCount) return null;
    const forms = new BitSet(formCount);
    for (let at = this.#starts[nth] as number; at < (this.#starts[nth + 1] as number); at += 1) {
      forms.add(formOfKey(this.#keys[at] as number));
    }
    return forms;
  }
}
