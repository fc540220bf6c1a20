import { BitSet } from './bit-set.ts';
import type { TermEntry } from './dictionary.ts';
import { lengthFields, type SegmentReader } from './segment-reader.ts';
import type { Postings } from './postings.ts';
import { writeColumns } from './segment-builder.ts';
import type { SegmentWriter, StreamPostings } from './segment-writer.ts';

/** A segment that goes into a merge: where each of its documents comes to stand, -1 for a deleted one. */
type MergeSource = Readonly<{ reader: SegmentReader; documents: Int32Array }>;

type DocumentPostings = Readonly<{ document: number; positions: Uint32Array; writings: Uint32Array }>;

/** Numbers the live documents of all sources in order of article id. */
function placeDocuments(readers: readonly SegmentReader[]): Readonly<{
  sources: readonly MergeSource[];
  articles: readonly Readonly<{ reader: SegmentReader; document: number }>[];
}> {
  const articles = readers.flatMap((reader) =>
    Array.from(reader.liveDocuments().toArray(), (document) => ({ reader, document })),
  );
  const idOf = ({ reader, document }: (typeof articles)[number]): number => reader.articles[document] ?? 0;
  articles.sort((a, b) => idOf(a) - idOf(b));
  const sources = readers.map((reader) => ({
    reader,
    documents: new Int32Array(reader.row.articles).fill(-1),
  }));
  const sourceOf = new Map(sources.map((source) => [source.reader, source]));
  for (const [place, { reader, document }] of articles.entries()) {
    const source = sourceOf.get(reader);
    if (source !== undefined) source.documents[document] = place;
  }
  return { sources, articles };
}

/** The forms of each term of a segment by their number, so that merged terms can number them anew. */
function formsByTerm(reader: SegmentReader): string[][] {
  const forms: string[][] = Array.from({ length: reader.row.terms }, () => []);
  for (const { form, terms } of reader.formList().entries) {
    for (const entry of terms) (forms[entry.term] ?? [])[entry.form] = form;
  }
  return forms;
}

function splitByDocument(
  postings: Postings,
  documents: Int32Array,
  forms: readonly number[],
): DocumentPostings[] {
  const split: DocumentPostings[] = [];
  let at = 0;
  for (const [nth, old] of postings.documents.entries()) {
    const end = at + (postings.frequencies[nth] as number);
    const document = documents[old] ?? -1;
    if (document >= 0) {
      split.push({
        document,
        positions: postings.positions.subarray(at, end),
        writings: postings.writings
          .subarray(at, end)
          .map((writing) => ((forms[writing >>> 2] ?? 0) << 2) | (writing & 3)),
      });
    }
    at = end;
  }
  return split;
}

function joinDocuments(split: DocumentPostings[]): Postings {
  split.sort((a, b) => a.document - b.document);
  const count = split.reduce((sum, { positions }) => sum + positions.length, 0);
  const positions = new Uint32Array(count);
  const writings = new Uint32Array(count);
  let at = 0;
  for (const one of split) {
    positions.set(one.positions, at);
    writings.set(one.writings, at);
    at += one.positions.length;
  }
  return {
    documents: Uint32Array.from(split, ({ document }) => document),
    frequencies: Uint32Array.from(split, ({ positions: own }) => own.length),
    positions,
    writings,
  };
}

/** One segment out of several, a few terms at a time. Drive it with `step` until it says that it is done. */
export class SegmentMerger {
  readonly readers: readonly SegmentReader[];
  readonly #writer: SegmentWriter;
  readonly #sources: readonly MergeSource[];
  readonly #articles: ReturnType<typeof placeDocuments>['articles'];
  readonly #forms: readonly string[][][];
  readonly #cursors: number[];
  readonly #formTerms = new Map<string, { term: number; form: number }[]>();

  constructor(readers: readonly SegmentReader[], writer: SegmentWriter) {
    this.readers = readers;
    this.#writer = writer;
    ({ sources: this.#sources, articles: this.#articles } = placeDocuments(readers));
    this.#forms = readers.map(formsByTerm);
    this.#cursors = readers.map(() => 0);
  }

  get articleCount(): number {
    return this.#articles.length;
  }

  /** Merges up to `terms` terms; false once everything is written. */
  step(terms: number): boolean {
    for (let left = terms; left > 0; left -= 1) {
      const term = this.#nextTerm();
      if (term === null) {
        this.#writeRest();
        return false;
      }
      this.#mergeTerm(term);
    }
    return true;
  }

  /** Where the documents that were deleted since the merge began stand in the new segment. */
  deletedSince(current: (segment: number) => BitSet | null): BitSet {
    const deleted = new BitSet(this.#articles.length);
    for (const { reader, documents } of this.#sources) {
      current(reader.row.id)?.forEach((old) => {
        const place = documents[old] ?? -1;
        if (place >= 0) deleted.add(place);
      });
    }
    return deleted;
  }

  #words(source: number): readonly string[] {
    return this.#sources[source]?.reader.termList().words ?? [];
  }

  #nextTerm(): string | null {
    let least: string | null = null;
    for (const [source, cursor] of this.#cursors.entries()) {
      const word = this.#words(source)[cursor];
      if (word !== undefined && (least === null || word < least)) least = word;
    }
    return least;
  }

  #mergeTerm(term: string): void {
    const parts: { source: MergeSource; entry: TermEntry; forms: readonly string[] }[] = [];
    for (const [at, source] of this.#sources.entries()) {
      const cursor = this.#cursors[at] ?? 0;
      if (this.#words(at)[cursor] !== term) continue;
      parts.push({ source, entry: source.reader.termAt(cursor), forms: this.#forms[at]?.[cursor] ?? [] });
      this.#cursors[at] = cursor + 1;
    }
    const streams = [...new Set(parts.flatMap(({ entry }) => entry.postings.map(({ stream }) => stream)))];
    const forms = [...new Set(parts.flatMap((part) => part.forms))].sort();
    const formNumbers = new Map(forms.map((form, number) => [form, number]));
    const merged: StreamPostings[] = [];
    for (const stream of streams.sort((a, b) => a - b)) {
      const split = parts.flatMap(({ source, entry, forms: own }) => {
        const found = entry.postings.find((postings) => postings.stream === stream);
        const numbers = own.map((form) => formNumbers.get(form) ?? 0);
        return found === undefined
          ? []
          : splitByDocument(source.reader.postings(found), source.documents, numbers);
      });
      if (split.length > 0) merged.push({ stream, postings: joinDocuments(split) });
    }
    if (merged.length === 0) return;
    for (const [form, number] of formNumbers) {
      const known = this.#formTerms.get(form);
      const entry = { term: this.#writer.termCount, form: number };
      if (known === undefined) this.#formTerms.set(form, [entry]);
      else known.push(entry);
    }
    this.#writer.addTerm(term, merged);
  }

  #writeRest(): void {
    for (const form of [...this.#formTerms.keys()].sort()) {
      this.#writer.addForm({ form, terms: this.#formTerms.get(form) ?? [] });
    }
    const articles = this.#articles;
    writeColumns(
      {
        articles: articles.map(({ reader, document }) => reader.articles[document] ?? 0),
        days: articles.map(({ reader, document }) => reader.day(document)),
        words: articles.map(({ reader, document }) => reader.column('words')[document] ?? 0),
        languages: articles.map(({ reader, document }) => reader.language(document)),
        lengths: lengthFields.map((field) =>
          articles.map(({ reader, document }) => reader.lengths(field)[document] ?? 0),
        ),
      },
      this.#writer,
    );
  }
}
