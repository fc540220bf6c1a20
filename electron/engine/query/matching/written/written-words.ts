import type { ArticleFields } from '../../../../contract/article.ts';
import type { Analysis } from '../../../analysis/analysis.ts';
import { asWritten } from '../../../analysis/as-written.ts';
import { fold } from '../../../analysis/fold.ts';
import { withPoints } from '../../../analysis/tokenizer.ts';
import { wordCaseOf } from '../../../analysis/word-case.ts';
import type { WordCursor } from '../../../analysis/word-cursor.ts';
import type { BitSet } from '../../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../../index/index-reader.ts';
import { indexFields } from '../../../index/schema/fields.ts';
import { streamOf, textGap } from '../../../index/schema/streams.ts';
import type { SegmentReader } from '../../../index/segment/segment-reader.ts';
import { ExpandedTerm } from '../expanded-term.ts';
import { isPattern, patternTest, tidyPattern } from '../../grammar/wildcards.ts';
import { findForms } from '../term-expansion.ts';
import { takePositions, writtenCandidates, type WrittenCandidates } from './written-candidates.ts';
import { OccurrenceList, WrittenInSegment } from './written-in-segment.ts';

/** Reads the stored articles of these ids; one that can't be read is left out. */
export type FieldsOf = (articles: readonly number[]) => ReadonlyMap<number, ArticleFields>;

/** The texts of more articles than this are not read for one word. */
const maxRead = 50_000;
const readAtOnce = 64;
/** More written forms than this are not looked up. */
const maxForms = 1024;
/** Words of which is remembered for each segment where they stand: the next query mostly has them too. */
const keptWords = 8;

/** Where a word is looked for. */
export type WrittenScope = Readonly<{
  /** Numbers of the fields. */
  fields: readonly number[];
  /** Documents of each segment of a snapshot, or null for all. */
  within: readonly BitSet[] | null;
}>;

export type WrittenWord = WrittenScope &
  Readonly<{
    /** The word with `*` for any letters and `?` for one, its letters, marks and case as they are to stand in a text. */
    text: string;
  }>;

/** The spelling of a word as the highlighter is to ask for it. */
export function writtenTest(text: string): (word: string) => boolean {
  const test = patternTest(asWritten(text));
  return (word) => test(asWritten(word));
}

/** The folded forms that a word without wildcards may have been given in the index: of `US`, that of initials too. */
export function formsOf(text: string, analysis: Analysis): ReadonlySet<string> {
  return new Set([analysis.formOf(text), analysis.formOf(withPoints(text))]);
}

/**
 * Finds words as they are written. The index says of each occurrence its folded form and its case class; the marks that
 * folding takes away, and where the capitals of mixed case are, are looked up in the stored texts of the articles that
 * are left.
 */
export class WrittenWords {
  readonly #analysis: Analysis;
  readonly #cursor: WordCursor;
  readonly #fieldsOf: FieldsOf;
  /** Segments are never changed. */
  readonly #known = new WeakMap<SegmentReader, Map<string, WrittenInSegment>>();

  constructor(analysis: Analysis, fieldsOf: FieldsOf) {
    this.#analysis = analysis;
    this.#cursor = analysis.newCursor();
    this.#fieldsOf = fieldsOf;
  }

  /** The word as one term; null when so many texts would have to be read that none is. */
  find(snapshot: IndexSnapshot, word: WrittenWord): ExpandedTerm | null {
    const key = `${asWritten(word.text)} ${word.fields.join(' ')}`;
    let left = maxRead;
    const asked: (readonly [SegmentReader, WrittenInSegment | WrittenCandidates, BitSet | null])[] = [];
    for (const [nth, segment] of snapshot.segments.entries()) {
      const within = word.within?.[nth] ?? null;
      const known = this.#known.get(segment)?.get(key);
      const isKnown = known !== undefined && known.covers(within);
      const own = isKnown ? known : this.#candidates(snapshot, segment, word, within, left);
      if (own === null) return null;
      left -= own instanceof WrittenInSegment ? own.lookedAt : own.documents.length;
      asked.push([segment, own, within]);
    }
    if (left < 0) return null;
    const inSegments = new Map<SegmentReader, WrittenInSegment>();
    for (const [segment, own, within] of asked) {
      const found =
        own instanceof WrittenInSegment ? own : this.#confirmed(snapshot, segment, word.text, own, within);
      this.#keep(segment, key, found);
      if (!found.isNowhere) inSegments.set(segment, found);
    }
    return new ExpandedTerm(`exactly: ${key}`, inSegments);
  }

  /** Whether the index has the word in any spelling. */
  hasForm(snapshot: IndexSnapshot, text: string): boolean {
    return snapshot.segments.some((segment) => this.#formNumbers(snapshot, segment, text).length > 0);
  }

  #keep(segment: SegmentReader, key: string, found: WrittenInSegment): void {
    const known = this.#known.get(segment) ?? new Map<string, WrittenInSegment>();
    this.#known.set(segment, known);
    known.delete(key);
    const [oldest] = known.keys();
    if (known.size >= keptWords && oldest !== undefined) known.delete(oldest);
    known.set(key, found);
  }

  #candidates(
    snapshot: IndexSnapshot,
    segment: SegmentReader,
    { text, fields }: WrittenWord,
    within: BitSet | null,
    maxDocuments: number,
  ): WrittenCandidates | null {
    const forms = this.#formNumbers(snapshot, segment, text);
    if (forms.length > maxForms) return null;
    const letterCase = isPattern(text) ? null : wordCaseOf(text);
    const { checkpoint } = snapshot;
    return writtenCandidates(segment, { forms, letterCase, fields, within, maxDocuments, checkpoint });
  }

  #formNumbers(snapshot: IndexSnapshot, segment: SegmentReader, text: string): readonly number[] {
    if (!isPattern(text)) {
      return [...formsOf(text, this.#analysis)]
        .map((form) => segment.forms().indexOf(form))
        .filter((number) => number >= 0);
    }
    const pattern = tidyPattern(fold(text));
    const [found] = findForms({ ...snapshot, segments: [segment] }, { pattern, editDistance: 0 });
    return found?.indexes ?? [];
  }

  /** Those of the candidates where the text has the word as written. */
  #confirmed(
    snapshot: IndexSnapshot,
    segment: SegmentReader,
    text: string,
    { documents, byField }: WrittenCandidates,
    within: BitSet | null,
  ): WrittenInSegment {
    const test = writtenTest(text);
    const idOf = (document: number): number => segment.articles[document] as number;
    const lists = byField.map((candidates) => ({
      candidates,
      list: new OccurrenceList(segment.row.articles),
    }));
    for (let from = 0; from < documents.length; from += readAtOnce) {
      snapshot.checkpoint();
      const batch = documents.subarray(from, from + readAtOnce);
      const articles = this.#fieldsOf(Array.from(batch, idOf));
      for (const document of batch) {
        const fields = articles.get(idOf(document));
        for (const { candidates, list } of lists) {
          const wanted = takePositions(candidates, document);
          if (fields === undefined) continue;
          this.#look(fields, candidates.field, wanted, (position, written) => {
            if (test(written)) list.push(document, position);
          });
        }
      }
    }
    const byStream = lists.flatMap(({ candidates, list }) =>
      list.documents.isEmpty ? [] : [[streamOf(candidates.field, false), list] as const],
    );
    return new WrittenInSegment(new Map(byStream), documents.length, within);
  }

  /** Calls back with the words of a field at these positions, which ascend, as the text has them. */
  #look(
    fields: ArticleFields,
    number: number,
    wanted: readonly number[],
    visit: (position: number, written: string) => void,
  ): void {
    const field = indexFields[number];
    const cursor = this.#cursor;
    let position = 0;
    let nth = 0;
    for (const text of field?.texts(fields) ?? []) {
      if (nth === wanted.length) return;
      cursor.open(text);
      for (; nth < wanted.length && cursor.next(); position += 1) {
        if (position !== wanted[nth]) continue;
        visit(position, text.slice(cursor.start, cursor.end));
        nth += 1;
      }
      if (field?.continuous === false) position += textGap;
    }
  }
}
