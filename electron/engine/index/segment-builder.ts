import type { ArticleFields, Published } from '../../contract/article.ts';
import { extendedAnalysis } from '../analysis/analysis.ts';
import { endsSentence, mayEndSentence } from '../analysis/sentence-ends.ts';
import type { WordCursor } from '../analysis/word-cursor.ts';
import { dayOffset } from './columns.ts';
import { FieldLog } from './field-log.ts';
import { bodyField, indexFields, type IndexField } from './fields.ts';
import { NameColumn } from './name-column.ts';
import { NumberList } from './number-list.ts';
import type { PostingsEncoder } from './postings-encoder.ts';
import { noPublishedDay, publishedDay } from './published-day.ts';
import { PartList, type EncodedSegment } from './segment-parts.ts';
import { SegmentWriter } from './segment-writer.ts';
import { wordsOfSegment } from './segment-words.ts';
import { SortedOccurrences } from './sorted-occurrences.ts';
import {
  paragraphStream,
  paragraphTerm,
  sentenceStream,
  sentenceTerm,
  streamOf,
  textGap,
} from './streams.ts';
import { stopWordBit, Vocabulary } from './vocabulary.ts';

/** The time of a file says when it was saved, not when it was published: such an article counts as undated. */
function dayOf(published: Published | null): number {
  const day =
    published === null || published.from === 'file-time' ? noPublishedDay : publishedDay(published.date);
  return day === noPublishedDay ? 0 : day + dayOffset;
}

/** Ends of sentences or paragraphs: positions, and for each document how many there are up to its end. */
class EndsLog {
  readonly positions = new NumberList();
  readonly ends = new NumberList();
}

/**
 * Reads articles into one segment of the index in memory: a log of numbers while they come, sorted and encoded at the
 * end. A document's number is the place of its article in the order of `add`.
 */
export class SegmentBuilder {
  readonly #vocabulary: Vocabulary;
  readonly #cursor: WordCursor;
  readonly #logs = indexFields.map(() => new FieldLog());
  readonly #sentences = new EndsLog();
  readonly #paragraphs = new EndsLog();
  readonly #days = new NumberList();
  readonly #wordCounts = new NumberList();
  readonly #languages = new NameColumn();
  readonly #places = new NameColumn();
  readonly #agencies = new NameColumn();

  constructor(vocabulary = new Vocabulary(extendedAnalysis)) {
    this.#vocabulary = vocabulary;
    this.#cursor = vocabulary.newCursor();
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
    this.#days.push(dayOf(fields.published));
    return this.articles - 1;
  }

  /** Encodes what was added; the builder is of no use afterwards. */
  finish(): EncodedSegment {
    const parts = new PartList();
    const writer = new SegmentWriter(parts);
    this.#writeTerms(writer);
    writer.addColumn('days', this.#days.view());
    writer.addColumn('words', this.#wordCounts.view());
    this.#languages.write(writer, 'languages', 'language-names');
    this.#places.write(writer, 'places', 'place-names');
    this.#agencies.write(writer, 'agencies', 'agency-names');
    for (const [field, { lengths }] of this.#logs.entries())
      writer.addColumn(`length-${field}`, lengths.view());
    const counts = writer.finish();
    return parts.toSegment({ ...counts, articles: this.articles });
  }

  #addField(field: number, fields: ArticleFields): void {
    const { texts, continuous } = indexFields[field] as IndexField;
    const log = this.#logs[field] as FieldLog;
    const before = log.terms;
    let position = 0;
    for (const text of texts(fields)) {
      const first = position;
      position = this.#addText(text, log, first, field === bodyField);
      if (field === bodyField && position > first) this.#paragraphs.positions.push(position - 1);
      if (!continuous) position += textGap;
    }
    log.endDocument(log.terms - before);
  }

  /** Takes the words of a text in, of which the first stands at `position`; returns the position behind the last. */
  #addText(text: string, log: FieldLog, first: number, inSentences: boolean): number {
    const cursor = this.#cursor;
    const vocabulary = this.#vocabulary;
    let position = first;
    let start = 0;
    let end = -1;
    cursor.open(text);
    while (cursor.next()) {
      const spelling = vocabulary.spellingAt(cursor);
      const writing = vocabulary.known.writings.values[spelling] as number;
      if (inSentences) {
        const isApart = end >= 0 && cursor.start - end > 1;
        if (isApart && mayEndSentence(cursor.units, end, cursor.start)) {
          if (endsSentence(text, start, end, cursor.start)) this.#sentences.positions.push(position - 1);
        }
        start = cursor.start;
        end = cursor.end;
      }
      log.spellings.push(spelling);
      log.positions.push(position);
      if ((writing & stopWordBit) === 0) log.terms += 1;
      position += 1;
    }
    return position;
  }

  #writeTerms(writer: SegmentWriter): void {
    const { known } = this.#vocabulary;
    const words = wordsOfSegment(known, this.#logs);
    const { terms, forms, formsByTerm, formStarts, termOfForm, placeOfForm, starts } = words;
    const occurrences = new SortedOccurrences(this.#logs, words);
    const lengths = this.#logs.map((log) => log.lengths.view());
    for (let number = 0; number < terms.length; number += 1) {
      writeLists(writer, occurrences, starts, number, lengths);
      const formTexts: string[] = [];
      for (let at = formStarts[number] as number; at < (formStarts[number + 1] as number); at += 1) {
        formTexts.push(known.forms.text(formsByTerm[at] as number));
      }
      writer.addTerm(known.terms.text(terms[number] as number), formTexts);
    }
    writeEnds(writer, paragraphTerm, paragraphStream, this.#paragraphs);
    writeEnds(writer, sentenceTerm, sentenceStream, this.#sentences);
    for (const form of forms) {
      writer.addForm(known.forms.text(form), termOfForm[form] as number, placeOfForm[form] as number);
    }
  }
}

/** Encodes the lists of one term in the order of their streams: its own of each field before that of the stop word. */
function writeLists(
  writer: SegmentWriter,
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
    const ofField = lengths[field] as Uint32Array;
    if (isStop) stopAt = writeList(writer.encoder, occurrences, stopAt, stopEnd, ofField);
    else at = writeList(writer.encoder, occurrences, at, end, ofField);
    writer.endPostings(streamOf(field, isStop));
  }
}

/** Encodes the occurrences from `from` on that are in one field, up to `to` at most; returns where they end. */
function writeList(
  encoder: PostingsEncoder,
  occurrences: SortedOccurrences,
  from: number,
  to: number,
  lengths: Uint32Array,
): number {
  const { positions, writings } = occurrences;
  const field = occurrences.fieldAt(from);
  let last = -1;
  let at = from;
  for (; at < to && occurrences.fieldAt(at) === field; at += 1) {
    const document = occurrences.documentAt(at);
    if (document !== last) encoder.document(document, lengths[document] as number);
    last = document;
    encoder.occurrence(positions[at] as number, writings[at] as number);
  }
  return at;
}

function writeEnds(writer: SegmentWriter, term: string, stream: number, { positions, ends }: EndsLog): void {
  if (positions.length === 0) return;
  let at = 0;
  for (let document = 0; document < ends.length; document += 1) {
    const end = ends.values[document] as number;
    if (end > at) writer.encoder.document(document, 0);
    for (; at < end; at += 1) writer.encoder.occurrence(positions.values[at] as number, 0);
  }
  writer.endPostings(stream);
  writer.addTerm(term, []);
}
