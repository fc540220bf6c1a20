import type { ArticleFields, Published } from '../../../contract/article.ts';
import { extendedAnalysis, type Analysis } from '../../analysis/analysis.ts';
import { endsSentence, mayEndSentence } from '../../analysis/sentence-ends.ts';
import type { WordCursor } from '../../analysis/word-cursor.ts';
import { ByteWriter } from '../bytes/byte-buffer.ts';
import { dayOffset } from '../schema/columns.ts';
import type { EncodedForms } from '../terms/encoded-forms.ts';
import { EndsLog } from './boundary-log.ts';
import { FieldLog } from './field-log.ts';
import { bodyField, indexFields, type IndexField } from '../schema/fields.ts';
import { areSame, writeLetters, type Letters } from '../bytes/utf16-slice.ts';
import { NameColumn } from './name-column.ts';
import { NumberList } from '../bytes/uint32-list.ts';
import { writeLists } from './occurrence-writer.ts';
import { noPublishedDay, publishedDay } from '../schema/published-day.ts';
import { PartList, type EncodedSegment } from '../storage/segment-parts.ts';
import { SegmentWriter } from '../writing/segment-writer.ts';
import { wordsOfSegment, type SegmentWords } from './segment-words.ts';
import { SortedOccurrences } from './sorted-occurrences.ts';
import type { SortedStrings } from '../bytes/sorted-strings.ts';
import { paragraphStream, paragraphTerm, sentenceStream, sentenceTerm, textGap } from '../schema/streams.ts';
import { capitalStopWord, stopWordBit, Vocabulary } from './vocabulary.ts';

/**
 * The time of a file says when it was saved, not when it was published: an article whose day or year is taken from
 * there counts as undated.
 */
function dayOf(published: Published | null): number {
  const day =
    published === null || published.from === 'file-time' || published.guess?.part === 'year'
      ? noPublishedDay
      : publishedDay(published.date);
  return day === noPublishedDay ? 0 : day + dayOffset;
}

/**
 * Reads articles into one segment of the index after the other: a log of numbers while they come, sorted and encoded at
 * the end. A document's number is the place of its article in the order of `add`. What it knows of words, and the memory
 * that it works in, go from one segment to the next.
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

  readonly #occurrences = new SortedOccurrences();
  readonly #parts = new PartList();

  constructor(analysis: Analysis = extendedAnalysis) {
    this.#vocabulary = new Vocabulary(analysis);
    this.#cursor = this.#vocabulary.newCursor();
  }

  /** Documents of the segment so far. */
  get articles(): number {
    return this.#days.length;
  }

  /** Takes one article in, in time linear in its length, and returns the number of its document. */
  add(fields: ArticleFields): number {
    for (let field = 0; field < indexFields.length; field += 1) this.#addField(field, fields);
    this.#wordCounts.push(fields.words);
    this.#languages.push(fields.language);
    this.#places.push(fields.place ?? '');
    this.#agencies.push(fields.agency ?? '');
    this.#days.push(dayOf(fields.published));
    return this.articles - 1;
  }

  /** Encodes what was added; the next article begins another segment. */
  finish(): EncodedSegment {
    const words = wordsOfSegment(this.#vocabulary.known, this.#logs);
    const writer = new SegmentWriter(this.#parts, words.forms.length);
    this.#writeTerms(writer, words);
    const forms = this.#writeForms(writer, words);
    writer.addColumn('days', this.#days.view());
    writer.addColumn('words', this.#wordCounts.view());
    this.#languages.write(writer, 'languages', 'language-names');
    this.#places.write(writer, 'places', 'place-names');
    this.#agencies.write(writer, 'agencies', 'agency-names');
    for (const [field, { lengths }] of this.#logs.entries())
      writer.addColumn(`length-${field}`, lengths.view());
    const segment = this.#parts.take({ terms: writer.termCount, forms, articles: this.articles });
    this.#clear();
    return segment;
  }

  #clear(): void {
    for (const log of this.#logs) log.clear();
    for (const log of [this.#sentences, this.#paragraphs, this.#days, this.#wordCounts]) log.clear();
    for (const column of [this.#languages, this.#places, this.#agencies]) column.clear();
    this.#vocabulary.forgetWhenLarge();
  }

  #addField(field: number, fields: ArticleFields): void {
    const { texts, continuous } = indexFields[field] as IndexField;
    const log = this.#logs[field] as FieldLog;
    const before = log.terms;
    let position = 0;
    for (const text of texts(fields)) {
      const first = position;
      position = this.#addText(text, log, first, field === bodyField);
      if (field === bodyField && position > first) this.#paragraphs.push(this.articles, position - 1);
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
      let spelling = vocabulary.spellingAt(cursor);
      let writing = vocabulary.known.writings.values[spelling] as number;
      if ((writing & capitalStopWord) === capitalStopWord && cursor.isInitials) {
        spelling = vocabulary.spellingOfInitials(cursor);
        writing = vocabulary.known.writings.values[spelling] as number;
      }
      if (inSentences) {
        const isApart = end >= 0 && cursor.start - end > 1;
        if (isApart && mayEndSentence(cursor.units, end, cursor.start)) {
          if (endsSentence(text, start, end, cursor.start)) this.#sentences.push(this.articles, position - 1);
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

  #writeTerms(writer: SegmentWriter, words: SegmentWords): void {
    const { known } = this.#vocabulary;
    const { terms, formsByTerm, formStarts, starts } = words;
    const { list, lists } = writer;
    const occurrences = this.#occurrences;
    occurrences.sort(this.#logs, words);
    // Not mapped, for the reason that `outlineOf` has: what writes lists would be compiled anew.
    const lengths: Uint32Array[] = [];
    for (const log of this.#logs) lengths.push(log.lengths.view());
    const bytes = new ByteWriter();
    for (let number = 0; number < terms.length; number += 1) {
      const letters = known.terms.letters(terms[number] as number);
      const [from, to] = [formStarts[number] as number, formStarts[number + 1] as number];
      writer.beginTerm();
      writeLists(list, lists, occurrences, starts, number, lengths);
      writer.endTerm(letters, encodeLetters(letters, known.forms, formsByTerm, from, to, bytes));
    }
    this.#paragraphs.write(writer, paragraphTerm, paragraphStream);
    this.#sentences.write(writer, sentenceTerm, sentenceStream);
    writer.finishTerms();
  }

  /** Returns how many there are. */
  #writeForms(writer: SegmentWriter, { forms, termOfForm, placeOfForm }: SegmentWords): number {
    const { formLines } = this.#vocabulary.known;
    for (let at = 0; at < forms.length; at += 1) {
      const form = forms[at] as number;
      writer.forms.add(
        formLines.bytes,
        formLines.startOf(form),
        formLines.endOf(form),
        termOfForm[form] as number,
        placeOfForm[form] as number,
      );
    }
    return writer.forms.finish();
  }
}

/** The forms `numbers[from..to)` of the term of these letters, as its entry has them. */
function encodeLetters(
  term: Letters,
  forms: SortedStrings,
  numbers: Uint32Array,
  from: number,
  to: number,
  into: ByteWriter,
): EncodedForms {
  into.clear();
  const isTerm = to - from === 1 && areSame(forms.letters(numbers[from] as number), term);
  for (let at = from; at < to && !isTerm; at += 1) {
    writeLetters(into, term, forms.letters(numbers[at] as number));
  }
  return { header: isTerm ? 0 : to - from + 1, bytes: into.room(0), from: 0, to: into.length };
}
