import type { ArticleFields, Published } from '../../contract/article.ts';
import { extendedAnalysis } from '../analysis/analysis.ts';
import { endsSentence } from '../analysis/sentence-ends.ts';
import { dayOffset } from './columns.ts';
import { FieldLog, sortOccurrences, type SortedOccurrences } from './field-log.ts';
import { bodyField, indexFields } from './fields.ts';
import { NameColumn } from './name-column.ts';
import { orderOfStrings } from './order-of-strings.ts';
import { noPublishedDay, publishedDay } from './published-day.ts';
import { PartList, type EncodedSegment } from './segment-parts.ts';
import { SegmentWriter } from './segment-writer.ts';
import {
  paragraphStream,
  paragraphTerm,
  sentenceStream,
  sentenceTerm,
  streamOf,
  textGap,
} from './streams.ts';
import { Vocabulary, type NumberedString, type TermOfWords, type Word } from './vocabulary.ts';

/** Told apart by `segment` in the vocabulary, which outlives its builders. */
let lastSegment = 0;

/** The time of a file says when it was saved, not when it was published: such an article counts as undated. */
function dayOf(published: Published | null): number {
  const day =
    published === null || published.from === 'file-time' ? noPublishedDay : publishedDay(published.date);
  return day === noPublishedDay ? 0 : day + dayOffset;
}

/** Ends of sentences or paragraphs: positions, and for each document how many there are up to its end. */
class EndsLog {
  readonly positions: number[] = [];
  readonly ends: number[] = [];
}

/**
 * Reads articles into one segment of the index in memory: a log of numbers while they come, sorted and encoded at the
 * end. A document's number is the place of its article in the order of `add`.
 */
export class SegmentBuilder {
  readonly #segment = (lastSegment += 1);
  readonly #vocabulary: Vocabulary;
  readonly #words: Word[] = [];
  readonly #logs = indexFields.map(() => new FieldLog());
  readonly #sentences = new EndsLog();
  readonly #paragraphs = new EndsLog();
  readonly #days: number[] = [];
  readonly #wordCounts: number[] = [];
  readonly #languages = new NameColumn();
  readonly #places = new NameColumn();
  readonly #agencies = new NameColumn();

  constructor(vocabulary = new Vocabulary(extendedAnalysis)) {
    this.#vocabulary = vocabulary;
  }

  /** Documents so far. */
  get articles(): number {
    return this.#days.length;
  }

  /** Takes one article in, in time linear in its length, and returns the number of its document. */
  add(fields: ArticleFields): number {
    for (let field = 0; field < indexFields.length; field += 1) this.#addField(field, fields);
    this.#sentences.ends.push(this.#sentences.positions.length);
    this.#paragraphs.ends.push(this.#paragraphs.positions.length);
    this.#wordCounts.push(fields.words);
    this.#languages.push(fields.language);
    this.#places.push(fields.place ?? '');
    this.#agencies.push(fields.agency ?? '');
    return this.#days.push(dayOf(fields.published)) - 1;
  }

  /** Encodes what was added; the builder is of no use afterwards. */
  finish(): EncodedSegment {
    const parts = new PartList();
    const writer = new SegmentWriter(parts);
    this.#writeTerms(writer);
    writer.addColumn('days', this.#days);
    writer.addColumn('words', this.#wordCounts);
    this.#languages.write(writer, 'languages', 'language-names');
    this.#places.write(writer, 'places', 'place-names');
    this.#agencies.write(writer, 'agencies', 'agency-names');
    for (const [field, { lengths }] of this.#logs.entries()) writer.addColumn(`length-${field}`, lengths);
    const counts = writer.finish();
    return parts.toSegment({ ...counts, articles: this.articles });
  }

  #addField(field: number, fields: ArticleFields): void {
    const { texts, continuous } = indexFields[field] as (typeof indexFields)[number];
    const log = this.#logs[field] as FieldLog;
    let position = 0;
    let length = 0;
    for (const text of texts(fields)) {
      const first = position;
      let start = 0;
      let end = -1;
      this.#vocabulary.scan(text, (spelling, at, to) => {
        const word = this.#vocabulary.word(spelling);
        if (word === null) return;
        if (field === bodyField) {
          if (end >= 0 && at - end > 1 && endsSentence(text, start, end, at)) {
            this.#sentences.positions.push(position - 1);
          }
          start = at;
          end = to;
        }
        log.push(this.#numberOf(word), position);
        if (word.stop === 0) length += 1;
        position += 1;
      });
      if (field === bodyField && position > first) this.#paragraphs.positions.push(position - 1);
      if (!continuous) position += textGap;
    }
    log.ends.push(log.length);
    log.lengths.push(length);
  }

  #numberOf(word: Word): number {
    if (word.segment !== this.#segment) {
      word.segment = this.#segment;
      word.number = this.#words.push(word) - 1;
    }
    return word.number;
  }

  #writeTerms(writer: SegmentWriter): void {
    const terms = this.#sortedTerms();
    const { keys, writings, sortedForms } = this.#numberForms(terms);
    const sorted = this.#logs.map((log) => sortOccurrences(log, keys, writings, terms.length * 2));
    const lengths = this.#logs.map((log) => log.lengths);
    for (let number = 0; number < terms.length; number += 1) {
      for (let field = 0; field < sorted.length; field += 1) {
        const occurrences = sorted[field] as SortedOccurrences;
        for (let stop = 0; stop < 2; stop += 1) {
          const key = number * 2 + stop;
          if (occurrences.starts[key] === occurrences.starts[key + 1]) continue;
          writeRun(writer, occurrences, key, lengths[field] as readonly number[]);
          writer.endPostings(streamOf(field, stop === 1));
        }
      }
      const { text, forms } = terms[number] as TermOfWords;
      writer.addTerm(
        text,
        forms.length === 1 ? [(forms[0] as NumberedString).text] : forms.map((form) => form.text),
      );
    }
    writeEnds(writer, paragraphTerm, paragraphStream, this.#paragraphs);
    writeEnds(writer, sentenceTerm, sentenceStream, this.#sentences);
    for (const { text, term, number } of sortedForms) writer.addForm(text, term, number);
  }

  /** The terms of all words, with the forms of each that are met, sorted by code unit and numbered in that order. */
  #sortedTerms(): TermOfWords[] {
    const terms: TermOfWords[] = [];
    for (const { term, form } of this.#words) {
      if (term.segment !== this.#segment) {
        term.segment = this.#segment;
        term.forms = [];
        terms.push(term);
      }
      if (form.segment !== this.#segment) {
        form.segment = this.#segment;
        term.forms.push(form);
      }
    }
    const order = orderOfStrings(terms.map(({ text }) => text));
    return Array.from(order, (place, number) => {
      const term = terms[place] as TermOfWords;
      term.number = number;
      return term;
    });
  }

  /** Keys (term × 2 + stop word) and writings by the number of the word, and all forms in order. */
  #numberForms(terms: readonly TermOfWords[]): Readonly<{
    keys: Uint32Array;
    writings: Uint32Array;
    sortedForms: readonly FormOfTerm[];
  }> {
    const forms: FormOfTerm[] = [];
    for (const term of terms) {
      if (term.forms.length > 1) term.forms.sort((a, b) => (a.text < b.text ? -1 : 1));
      for (let number = 0; number < term.forms.length; number += 1) {
        const form = term.forms[number] as NumberedString;
        form.number = number;
        forms.push({ text: form.text, term: term.number, number });
      }
    }
    const keys = new Uint32Array(this.#words.length);
    const writings = new Uint32Array(this.#words.length);
    for (let number = 0; number < keys.length; number += 1) {
      const { term, form, stop, letterCase } = this.#words[number] as Word;
      keys[number] = term.number * 2 + stop;
      writings[number] = (form.number << 2) | letterCase;
    }
    const order = orderOfStrings(forms.map(({ text }) => text));
    return { keys, writings, sortedForms: Array.from(order, (place) => forms[place] as FormOfTerm) };
  }
}

/** A written form, the number of its term, and its number among the forms of the term. */
type FormOfTerm = Readonly<{ text: string; term: number; number: number }>;

/** Encodes the occurrences of one key. */
function writeRun(
  { encoder }: SegmentWriter,
  { starts, documents, positions, writings }: SortedOccurrences,
  key: number,
  lengths: readonly number[],
): void {
  const from = starts[key] as number;
  const to = starts[key + 1] as number;
  let last = -1;
  for (let at = from; at < to; at += 1) {
    const document = documents[at] as number;
    if (document !== last) encoder.document(document, lengths[document] as number);
    last = document;
    encoder.occurrence(positions[at] as number, writings[at] as number);
  }
}

function writeEnds(writer: SegmentWriter, term: string, stream: number, { positions, ends }: EndsLog): void {
  if (positions.length === 0) return;
  let at = 0;
  for (const [document, end] of ends.entries()) {
    if (end > at) writer.encoder.document(document, 0);
    for (; at < end; at += 1) writer.encoder.occurrence(positions[at] as number, 0);
  }
  writer.endPostings(stream);
  writer.addTerm(term, []);
}
