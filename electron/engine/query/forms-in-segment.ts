import { BitSet } from '../index/bit-set.ts';
import { formOfKey, termOfKey } from '../index/form-key.ts';
import type { FoundTerm } from '../index/dictionary.ts';
import type { PostingsEntry } from '../index/postings.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import type { ShortEntry } from '../index/short-lists.ts';
import { isIn, type SegmentTerm, type StreamMask, type StreamPlace } from './expanded-term.ts';
import { CountedList, type FrequencyList } from './frequency-list.ts';
import { addDocumentsInForms, occurrencesOfForms } from './occurrences-of-forms.ts';

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

  /** Which forms stand where is the dear part: it comes last, when the documents are mostly all there. */
  #addUncounted(streams: StreamMask, set: BitSet): void {
    const long: number[] = [];
    const partlyShort: number[] = [];
    this.#segment.shortLists.find(
      this.#terms,
      (entry, nth) => {
        if (nth % termsAtOnce === 0) this.#checkpoint();
        if (this.#wanted(nth) === entry.formCount) addShort(entry, streams, set);
        else partlyShort.push(nth);
      },
      (nth) => long.push(nth),
    );
    const partly: StreamPlace[] = [];
    this.#eachList(long, (entry, forms) => {
      if (!isIn(streams, entry.stream)) return;
      if (forms === null) this.#segment.addDocuments(entry, set);
      else partly.push({ entry, forms });
    });
    this.#addInForms(partly, set);
    const lacking: StreamPlace[] = [];
    this.#eachList(this.#withOthers(partlyShort, streams, set), (entry, forms) => {
      if (isIn(streams, entry.stream)) lacking.push({ entry, forms });
    });
    this.#addInForms(lacking, set);
  }

  #addInForms(places: readonly StreamPlace[], set: BitSet): void {
    for (const [nth, { entry, forms }] of places.entries()) {
      if (nth % termsAtOnce === 0) this.#checkpoint();
      if (forms !== null) addDocumentsInForms(this.#segment.cursor(entry), forms, set);
    }
  }

  /** Those of some terms with short lists that are in documents which `set` lacks. */
  #withOthers(nths: readonly number[], streams: StreamMask, set: BitSet): number[] {
    const others: number[] = [];
    this.#segment.shortLists.find(
      nths.map((nth) => this.#terms[nth] as number),
      (entry, at) => {
        if (hasOthers(entry, streams, set)) others.push(nths[at] as number);
      },
      (at) => others.push(nths[at] as number),
    );
    return others;
  }

  #count(): (CountedList | undefined)[] {
    const counts: (CountedList | undefined)[] = [];
    const { articles } = this.#segment.row;
    this.#eachTerm(
      (entry) => {
        while (entry.next()) {
          const list = (counts[entry.stream] ??= new CountedList(articles));
          for (let at = 0; at < entry.count; at += 1) {
            list.add(entry.documents[at] as number, entry.frequencies[at] as number);
          }
        }
      },
      (entry, forms) => {
        const list = (counts[entry.stream] ??= new CountedList(articles));
        occurrencesOfForms(this.#segment.cursor(entry), forms, (document, frequency) =>
          list.add(document, frequency),
        );
      },
    );
    return counts;
  }

  #place(): StreamPlace[][] {
    const places: StreamPlace[][] = [];
    this.#segment.dictionary.findTerms(this.#terms, ({ formCount, postings }, nth) => {
      if (nth % termsAtOnce === 0) this.#checkpoint();
      const forms = this.#formsOf(nth, formCount);
      for (const entry of postings) (places[entry.stream] ??= []).push({ entry, forms });
    });
    return places;
  }

  /**
   * Calls back with each term: those with short lists that count wholly by these, and then each list of the others
   * with the forms that count.
   */
  #eachTerm(
    onShort: (entry: ShortEntry) => void,
    onList: (entry: PostingsEntry, forms: BitSet | null) => void,
  ): void {
    const others: number[] = [];
    this.#segment.shortLists.find(
      this.#terms,
      (entry, nth) => {
        if (nth % termsAtOnce === 0) this.#checkpoint();
        if (this.#wanted(nth) === entry.formCount) onShort(entry);
        else others.push(nth);
      },
      (nth) => others.push(nth),
    );
    this.#eachList(others, onList);
  }

  /** Calls back with each list of some terms and the forms that count; null when all do. */
  #eachList(nths: readonly number[], onList: (entry: PostingsEntry, forms: BitSet | null) => void): void {
    const numbers = nths.map((nth) => this.#terms[nth] as number);
    this.#segment.dictionary.findTerms(numbers, ({ formCount, postings }: FoundTerm, at) => {
      if (at % termsAtOnce === 0) this.#checkpoint();
      const forms = this.#formsOf(nths[at] as number, formCount);
      for (const entry of postings) onList(entry, forms);
    });
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

function addShort(entry: ShortEntry, streams: StreamMask, set: BitSet): void {
  while (entry.next()) {
    if (!isIn(streams, entry.stream)) continue;
    for (let at = 0; at < entry.count; at += 1) set.add(entry.documents[at] as number);
  }
}

/** Whether a term is in documents that `set` lacks. */
function hasOthers(entry: ShortEntry, streams: StreamMask, set: BitSet): boolean {
  while (entry.next()) {
    if (!isIn(streams, entry.stream)) continue;
    for (let at = 0; at < entry.count; at += 1) {
      if (!set.has(entry.documents[at] as number)) return true;
    }
  }
  return false;
}
