import type { ArticleId } from '../../contract/ids.ts';
import { occurrenceWidth, type AnalysedArticle } from './analyse-article.ts';
import { dayOffset } from './columns.ts';
import type { FormEntry } from './dictionary.ts';
import { indexFields } from './fields.ts';
import type { SegmentWriter, StreamPostings } from './segment-writer.ts';

export type IndexedArticle = Readonly<{ id: ArticleId; analysed: AnalysedArticle }>;

const streams = indexFields.length * 2;

/** Distinct strings of all articles, sorted by code unit, and where each article's own numbers lead. */
class Vocabulary {
  readonly sorted: readonly string[];
  readonly #ranks: ReadonlyMap<string, number>;

  constructor(lists: readonly (readonly string[])[]) {
    const distinct = new Set<string>();
    for (const list of lists) for (const value of list) distinct.add(value);
    // The default order compares code units, as the dictionary's readers do.
    this.sorted = [...distinct].sort();
    this.#ranks = new Map(this.sorted.map((value, rank) => [value, rank]));
  }

  ranksOf(list: readonly string[]): Uint32Array {
    return Uint32Array.from(list, (value) => this.#ranks.get(value) as number);
  }
}

/** Every occurrence of a batch, one entry in each array, in the order of documents and of the text. */
type OccurrenceTable = Readonly<{
  terms: Uint32Array;
  forms: Uint32Array;
  streams: Uint8Array;
  cases: Uint8Array;
  positions: Uint32Array;
  documents: Uint32Array;
}>;

function tabulate(
  articles: readonly IndexedArticle[],
  terms: Vocabulary,
  forms: Vocabulary,
): OccurrenceTable {
  const count = articles.reduce(
    (sum, { analysed }) => sum + analysed.occurrences.length / occurrenceWidth,
    0,
  );
  const table = {
    terms: new Uint32Array(count),
    forms: new Uint32Array(count),
    streams: new Uint8Array(count),
    cases: new Uint8Array(count),
    positions: new Uint32Array(count),
    documents: new Uint32Array(count),
  };
  let at = 0;
  for (const [document, { analysed }] of articles.entries()) {
    const termRanks = terms.ranksOf(analysed.terms);
    const formRanks = forms.ranksOf(analysed.forms);
    const { occurrences } = analysed;
    for (let from = 0; from < occurrences.length; from += occurrenceWidth, at += 1) {
      table.terms[at] = termRanks[occurrences[from] as number] as number;
      table.forms[at] = formRanks[occurrences[from + 1] as number] as number;
      const streamAndCase = occurrences[from + 2] as number;
      table.streams[at] = streamAndCase >>> 2;
      table.cases[at] = streamAndCase & 3;
      table.positions[at] = occurrences[from + 3] as number;
      table.documents[at] = document;
    }
  }
  return table;
}

/** A stable counting sort: places of `order` by their key. */
function sortByKey(order: Uint32Array, keys: Uint32Array | Uint8Array, keyCount: number): Uint32Array {
  const starts = new Uint32Array(keyCount + 1);
  for (const place of order) {
    const key = (keys[place] as number) + 1;
    starts[key] = (starts[key] as number) + 1;
  }
  for (let key = 1; key <= keyCount; key += 1) {
    starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  }
  const sorted = new Uint32Array(order.length);
  for (const place of order) {
    const key = keys[place] as number;
    const to = starts[key] as number;
    sorted[to] = place;
    starts[key] = to + 1;
  }
  return sorted;
}

/** The forms of one term, in order of their rank; a form's number is its place here. */
function formsOfRun(order: Uint32Array, from: number, to: number, forms: Uint32Array): Map<number, number> {
  const ranks = new Set<number>();
  for (let at = from; at < to; at += 1) ranks.add(forms[order[at] as number] as number);
  return new Map([...ranks].sort((a, b) => a - b).map((rank, number) => [rank, number]));
}

function postingsOfRun(
  table: OccurrenceTable,
  run: Uint32Array,
  formNumbers: ReadonlyMap<number, number>,
): StreamPostings['postings'] {
  const documents: number[] = [];
  const frequencies: number[] = [];
  const positions = new Uint32Array(run.length);
  const writings = new Uint32Array(run.length);
  for (const [at, place] of run.entries()) {
    const document = table.documents[place] as number;
    const last = documents.length - 1;
    if (documents[last] === document) frequencies[last] = (frequencies[last] as number) + 1;
    else {
      documents.push(document);
      frequencies.push(1);
    }
    positions[at] = table.positions[place] as number;
    const form = formNumbers.get(table.forms[place] as number) as number;
    writings[at] = (form << 2) | (table.cases[place] as number);
  }
  return {
    documents: Uint32Array.from(documents),
    frequencies: Uint32Array.from(frequencies),
    positions,
    writings,
  };
}

function writeTerms(
  table: OccurrenceTable,
  terms: Vocabulary,
  writer: SegmentWriter,
): Map<number, FormEntry['terms']> {
  const formTerms = new Map<number, { term: number; form: number }[]>();
  const inOrder = Uint32Array.from(table.terms.keys());
  const order = sortByKey(sortByKey(inOrder, table.streams, streams), table.terms, terms.sorted.length);
  let from = 0;
  while (from < order.length) {
    const rank = table.terms[order[from] as number] as number;
    let to = from;
    while (to < order.length && table.terms[order[to] as number] === rank) to += 1;
    const formNumbers = formsOfRun(order, from, to, table.forms);
    for (const [form, number] of formNumbers) {
      const known = formTerms.get(form);
      if (known === undefined) formTerms.set(form, [{ term: writer.termCount, form: number }]);
      else known.push({ term: writer.termCount, form: number });
    }
    const found: StreamPostings[] = [];
    while (from < to) {
      const stream = table.streams[order[from] as number] as number;
      let end = from;
      while (end < to && table.streams[order[end] as number] === stream) end += 1;
      found.push({ stream, postings: postingsOfRun(table, order.subarray(from, end), formNumbers) });
      from = end;
    }
    writer.addTerm(terms.sorted[rank] as string, found);
  }
  return formTerms;
}

/** Writes `articles`, which are sorted by id, as the terms, forms and columns of a segment. */
export function buildSegment(articles: readonly IndexedArticle[], writer: SegmentWriter): void {
  const terms = new Vocabulary(articles.map(({ analysed }) => analysed.terms));
  const forms = new Vocabulary(articles.map(({ analysed }) => analysed.forms));
  const formTerms = writeTerms(tabulate(articles, terms, forms), terms, writer);
  for (const [rank, form] of forms.sorted.entries()) {
    writer.addForm({ form, terms: formTerms.get(rank) ?? [] });
  }
  writeColumns(
    {
      articles: articles.map(({ id }) => id),
      days: articles.map(({ analysed }) => analysed.publishedDay),
      words: articles.map(({ analysed }) => analysed.words),
      languages: articles.map(({ analysed }) => analysed.language),
      lengths: indexFields.map((_, field) =>
        articles.map(({ analysed }) => analysed.fieldLengths[field] as number),
      ),
    },
    writer,
  );
}

export type SegmentColumns = Readonly<{
  articles: ArrayLike<number>;
  days: readonly number[];
  words: ArrayLike<number>;
  languages: readonly string[];
  lengths: readonly ArrayLike<number>[];
}>;

export function writeColumns(columns: SegmentColumns, writer: SegmentWriter): void {
  const languages = [...new Set(columns.languages)];
  writer.addColumn('articles', columns.articles);
  writer.addColumn(
    'days',
    columns.days.map((day) => Math.max(0, day + dayOffset)),
  );
  writer.addColumn('words', columns.words);
  writer.addRawColumn('language-names', new TextEncoder().encode(JSON.stringify(languages)));
  writer.addColumn(
    'languages',
    columns.languages.map((language) => languages.indexOf(language)),
  );
  for (const [field, lengths] of columns.lengths.entries())
    writer.addColumn(`length-${String(field)}`, lengths);
}
