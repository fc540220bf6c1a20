import type { ArticleFields, Published } from '../../../contract/article.ts';
import { namedColumns } from '../../../contract/named-columns.ts';
import { extendedAnalysis, type Analysis } from '../../analysis/analysis.ts';
import { endsSentence, mayEndSentence } from '../../analysis/sentence-ends.ts';
import type { WordCursor } from '../../analysis/word-cursor.ts';
import { ByteWriter } from '../bytes/byte-buffer.ts';
import { dayOffset, namesOf } from '../schema/columns.ts';
import type { EncodedForms } from '../terms/encoded-forms.ts';
import { BoundaryLog } from './boundary-log.ts';
import { FieldLog } from './field-log.ts';
import { bodyField, indexFields, type IndexField } from '../schema/fields.ts';
import { areSame, writeFrontCoded, type Utf16Slice } from '../bytes/utf16-slice.ts';
import { NameColumn } from './name-column.ts';
import { Uint32List } from '../bytes/uint32-list.ts';
import { writePostings } from './occurrence-writer.ts';
import { noPublishedDay, otherWayRound, publishedDay } from '../schema/published-day.ts';
import { PartBuffer, type EncodedSegment } from '../storage/segment-parts.ts';
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
  if (published === null || published.from === 'file-time' || published.guess?.part === 'year') return 0;
  return valueOf(published.date);
}

/** The day that an article without a known year may be of, or of two ways to read a day the one that `dayOf` is not. */
function guessedDayOf(published: Published | null): number {
  if (published?.guess === undefined) return 0;
  const { date, guess } = published;
  return valueOf(guess.part === 'year' ? date : otherWayRound(date));
}

function valueOf(date: string): number {
  const day = publishedDay(date);
  return day === noPublishedDay ? 0 : day + dayOffset;
}

/**
 * Takes articles into one segment of the index after the other: a log of numbers while they come, sorted and encoded at
 * the end. Documents are numbered in the order of `add`. What it knows of words, and the memory
 * that it works in, go from one segment to the next.
 */
export class SegmentBuilder {
  readonly #vocabulary: Vocabulary;
  readonly #cursor: WordCursor;
  readonly #logs = indexFields.map(() => new FieldLog());
  readonly #sentences = new BoundaryLog();
  readonly #paragraphs = new BoundaryLog();
  readonly #days = new Uint32List();
  readonly #guessedDays = new Uint32List();
  readonly #wordCounts = new Uint32List();
  readonly #named = namedColumns.map((column) => ({ column, names: new NameColumn() }));

  readonly #occurrences = new SortedOccurrences();
  readonly #parts = new PartBuffer();

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
    for (const { column, names } of this.#named) names.push(column.of(fields) ?? '');
    this.#days.push(dayOf(fields.published));
    this.#guessedDays.push(guessedDayOf(fields.published));
    return this.articles - 1;
  }

  /** Encodes what was added; the next article begins another segment. */
  finish(): EncodedSegment {
    const words = wordsOfSegment(this.#vocabulary.known, this.#logs);
    const writer = new SegmentWriter(this.#parts, words.forms.length);
    this.#writeTerms(writer, words);
    const forms = this.#writeForms(writer, words);
    writer.addColumn('days', this.#days.view());
    writer.addColumn('guessed-days', this.#guessedDays.view());
    writer.addColumn('words', this.#wordCounts.view());
    for (const { column, names } of this.#named) names.write(writer, column.name, namesOf(column.name));
    for (const [field, { lengths }] of this.#logs.entries())
      writer.addColumn(`length-${field}`, lengths.view());
    const segment = this.#parts.take({ terms: writer.termCount, forms, articles: this.articles });
    this.#clear();
    return segment;
  }

  #clear(): void {
    for (const log of this.#logs) log.clear();
    for (const log of [this.#sentences, this.#paragraphs]) log.clear();
    for (const column of [this.#days, this.#guessedDays, this.#wordCounts]) column.clear();
    for (const { names } of this.#named) names.clear();
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

  /** Takes the words of a text in, of which the first stands at `position`; returns the position after the last. */
  #addText(text: string, log: FieldLog, first: number, inSentences: boolean): number {
    const cursor = this.#cursor;
    const vocabulary = this.#vocabulary;
    let position = first;
    let start = 0;
    let end = -1;
    cursor.open(text);
    while (cursor.next()) {
      let spelling = vocabulary.spellingAt(cursor);
      let surface = vocabulary.known.surfaces.values[spelling] as number;
      if ((surface & capitalStopWord) === capitalStopWord && cursor.isInitials) {
        spelling = vocabulary.spellingOfInitials(cursor);
        surface = vocabulary.known.surfaces.values[spelling] as number;
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
      if ((surface & stopWordBit) === 0) log.terms += 1;
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
      writePostings(list, lists, occurrences, starts, number, lengths);
      writer.endTerm(letters, encodeLetters(letters, known.forms, formsByTerm, from, to, bytes));
    }
    this.#paragraphs.write(writer, paragraphTerm, paragraphStream);
    this.#sentences.write(writer, sentenceTerm, sentenceStream);
    writer.finishTerms();
  }

  /** Returns how many there are. */
  #writeForms(writer: SegmentWriter, { forms, termOfForm, numberOfForm }: SegmentWords): number {
    const { formLines } = this.#vocabulary.known;
    for (let at = 0; at < forms.length; at += 1) {
      const form = forms[at] as number;
      writer.forms.add(
        formLines.bytes,
        formLines.startOf(form),
        formLines.endOf(form),
        termOfForm[form] as number,
        numberOfForm[form] as number,
      );
    }
    return writer.forms.finish();
  }
}

/** The forms `numbers[from..to)` of the term of these letters, as its entry has them. */
function encodeLetters(
  term: Utf16Slice,
  forms: SortedStrings,
  numbers: Uint32Array,
  from: number,
  to: number,
  into: ByteWriter,
): EncodedForms {
  into.clear();
  const isTerm = to - from === 1 && areSame(forms.letters(numbers[from] as number), term);
  for (let at = from; at < to && !isTerm; at += 1) {
    writeFrontCoded(into, term, forms.letters(numbers[at] as number));
  }
  return { header: isTerm ? 0 : to - from + 1, bytes: into.room(0), from: 0, to: into.length };
}
