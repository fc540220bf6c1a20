import { wordCase, wordCaseOf, type WordCase } from '../../../analysis/word-case.ts';
import { BitSet } from '../../../index/bytes/bit-set.ts';
import type { PostingsEntry } from '../../../index/postings/postings.ts';
import type { SegmentReader } from '../../../index/segment/segment-reader.ts';
import { formOfFormId, termOfFormId } from '../../../index/terms/form-id.ts';
import type { TermEntry } from '../../../index/terms/term-block.ts';
import type { WrittenAs } from '../../grammar/written-as.ts';
import { isIn, type SegmentTerm, type StreamMask, type StreamPostings } from '../expanded-term.ts';
import { CountedList, type FrequencyList } from '../frequency-list.ts';
import { addDocumentsInSurfaces, countOccurrences } from './occurrences-in-surfaces.ts';
import { casesOfForm } from './surfaces.ts';

/** With a capital, in capitals alone, or without any. */
export type Cased = Exclude<WrittenAs, 'exact'>;

const { lower, capitalised, upper, mixed } = wordCase;

const casesOf: Readonly<Record<Cased, readonly WordCase[]>> = {
  caps: [capitalised, upper, mixed],
  allcaps: [upper],
  nocaps: [lower],
};

/** Of a single letter a capital is all of it. */
function casesOfWord(isLetter: boolean, cased: Cased): readonly WordCase[] {
  return isLetter && cased === 'allcaps' ? [capitalised] : casesOf[cased];
}

/** Whether a word as it stands in a text is written so. */
export function casedTest(cased: Cased): (word: string) => boolean {
  return (word) => casesOfWord([...word].length === 1, cased).includes(wordCaseOf(word));
}

type CasedList = Readonly<{ entry: PostingsEntry; surfaces: BitSet }>;

/** Occurrences in some lists that are written so; those of stop words count as any others do. */
class CasedLists implements SegmentTerm {
  readonly #segment: SegmentReader;
  readonly #lists: readonly CasedList[];
  readonly #checkpoint: () => void;

  constructor(segment: SegmentReader, lists: readonly CasedList[], checkpoint: () => void) {
    this.#segment = segment;
    this.#lists = lists;
    this.#checkpoint = checkpoint;
  }

  addDocuments(streams: StreamMask, set: BitSet): void {
    for (const { entry, surfaces } of this.#lists) {
      this.#checkpoint();
      if (isIn(streams, scoringStream(entry))) {
        addDocumentsInSurfaces(this.#segment.cursor(entry), surfaces, set);
      }
    }
  }

  documentCount(): null {
    return null;
  }

  frequencies(stream: number): FrequencyList | null {
    const lists = this.#lists.filter(({ entry }) => scoringStream(entry) === stream);
    if (lists.length === 0) return null;
    const counted = new CountedList(this.#segment.row.articles);
    for (const { entry, surfaces } of lists) {
      this.#checkpoint();
      countOccurrences(this.#segment.cursor(entry), surfaces, counted);
    }
    return counted;
  }

  postings(stream: number): readonly StreamPostings[] {
    return this.#lists.filter(({ entry }) => scoringStream(entry) === stream);
  }
}

/** The stream of the field that a list is in, be it one of stop words. */
function scoringStream({ stream }: PostingsEntry): number {
  return stream & ~1;
}

/** A term of a segment where it is written so. */
export function casedTerm(
  segment: SegmentReader,
  { forms, postings }: TermEntry,
  cased: Cased,
  checkpoint: () => void,
): SegmentTerm {
  const surfaces = new BitSet(forms.length * casesOfForm);
  for (const [number, form] of forms.entries()) {
    for (const letterCase of casesOfWord([...form].length === 1, cased)) {
      surfaces.add(number * casesOfForm + letterCase);
    }
  }
  return new CasedLists(
    segment,
    postings.map((entry) => ({ entry, surfaces })),
    checkpoint,
  );
}

/** Written forms of a segment, by their keys (`formId`), where they are written so. */
export function casedForms(
  segment: SegmentReader,
  keys: Float64Array,
  cased: Cased,
  checkpoint: () => void,
): SegmentTerm {
  const formsOfTerm = new Map<number, number[]>();
  for (const key of keys.sort()) {
    const term = termOfFormId(key);
    const forms = formsOfTerm.get(term) ?? [];
    formsOfTerm.set(term, forms);
    forms.push(formOfFormId(key));
  }
  const wanted = [...formsOfTerm.values()];
  const lists: CasedList[] = [];
  segment.dictionary.findTerms([...formsOfTerm.keys()], ({ formCount, postings }, nth) => {
    const surfaces = new BitSet(formCount * casesOfForm);
    for (const form of wanted[nth] ?? []) {
      for (const letterCase of casesOf[cased]) surfaces.add(form * casesOfForm + letterCase);
    }
    for (const entry of postings) lists.push({ entry, surfaces });
  });
  return new CasedLists(segment, lists, checkpoint);
}
