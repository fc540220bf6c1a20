import { BitSet } from './bit-set.ts';
import type { Column } from './columns.ts';
import type { TermEntry } from './dictionary.ts';
import { indexFields } from './fields.ts';
import { formKey } from './form-key.ts';
import { isSame, liveForms, numbersIn, unionOfForms } from './merged-forms.ts';
import { NameColumn } from './name-column.ts';
import type { PostingsEntry } from './postings.ts';
import type { NamedColumnName } from './segment-memory.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { SegmentWriter } from './segment-writer.ts';

/** A segment that goes into a merge: where each of its documents comes to stand, -1 for a deleted one. */
type MergeSource = {
  readonly reader: SegmentReader;
  readonly documents: Int32Array;
  readonly entries: Iterator<TermEntry, void>;
  /** The entry that comes next, null behind the last. */
  next: TermEntry | null;
  /** How many entries were taken, and the new number of each term; -1 for one that is gone. */
  taken: number;
  readonly terms: Int32Array;
  /** Written forms that only deleted documents hold, as `formKey` names them. */
  readonly gone: Set<number>;
};

/** What the terms of a segment cost to merge, in occurrences. */
const termCost = 16;

/**
 * Makes one segment out of several, whose documents stand one behind the other in it. Drive it with `step` until it
 * says that it is done. Memory holds one list of postings at a time, and a few bytes for each document and term.
 */
export class SegmentMerger {
  readonly readers: readonly SegmentReader[];
  readonly #writer: SegmentWriter;
  readonly #sources: readonly MergeSource[];
  readonly #lengths: readonly Uint32Array[];
  readonly #articles: number;
  readonly #work: Generator<number, void>;

  constructor(readers: readonly SegmentReader[], writer: SegmentWriter) {
    this.readers = readers;
    this.#writer = writer;
    let placed = 0;
    this.#sources = readers.map((reader) => {
      const documents = new Int32Array(reader.row.articles).fill(-1);
      reader.liveDocuments().forEach((document) => {
        documents[document] = placed;
        placed += 1;
      });
      const entries = reader.dictionary.entries();
      const next = entries.next().value ?? null;
      return {
        reader,
        documents,
        entries,
        next,
        taken: 0,
        terms: new Int32Array(reader.row.terms).fill(-1),
        gone: new Set(),
      };
    });
    this.#articles = placed;
    this.#lengths = indexFields.map((_, field) => this.#gather((reader) => reader.lengths(field)));
    this.#work = this.#run();
  }

  get articleCount(): number {
    return this.#articles;
  }

  /** Merges some more, about as much as `cost` occurrences take; false once everything is written. */
  step(cost: number): boolean {
    for (let spent = 0; spent < cost;) {
      const { done, value } = this.#work.next();
      if (done === true) return false;
      spent += value;
    }
    return true;
  }

  /** Where the documents that were deleted since the merge began stand in the new segment. */
  deletedSince(current: (segment: number) => BitSet | null): BitSet {
    const deleted = new BitSet(this.#articles);
    for (const { reader, documents } of this.#sources) {
      current(reader.row.id)?.forEach((old) => {
        const place = documents[old] ?? -1;
        if (place >= 0) deleted.add(place);
      });
    }
    return deleted;
  }

  /** Yields what each piece of the work cost. */
  *#run(): Generator<number, void> {
    for (let parts = this.#nextTerm(); parts.length > 0; parts = this.#nextTerm())
      yield* this.#mergeTerm(parts);
    yield* this.#mergeForms();
    this.#writeColumns();
  }

  /** The sources that hold the least of the terms that come next. */
  #nextTerm(): MergeSource[] {
    let least: string | null = null;
    let holders: MergeSource[] = [];
    for (const source of this.#sources) {
      const term = source.next?.term;
      if (term === undefined || (least !== null && term > least)) continue;
      if (term === least) holders.push(source);
      else {
        least = term;
        holders = [source];
      }
    }
    return holders;
  }

  *#mergeTerm(holders: readonly MergeSource[]): Generator<number, void> {
    const taken = holders.map((source) => ({ source, entry: take(source) }));
    const term = taken[0]?.entry.term ?? '';
    const forms = unionOfForms(taken.map(({ source, entry }) => this.#liveForms(source, entry)));
    const parts = taken.map(({ source, entry }) => ({
      source,
      entry,
      numbers: isSame(entry.forms, forms) ? null : numbersIn(forms, entry.forms),
    }));
    const streams = new Set(parts.flatMap(({ entry }) => entry.postings.map(({ stream }) => stream)));
    let isHeld = false;
    for (const stream of [...streams].sort((a, b) => a - b)) {
      let written = false;
      for (const { source, entry, numbers } of parts) {
        const postings = entry.postings.find((found) => found.stream === stream);
        if (postings === undefined) continue;
        for (const documents of this.#copy(source, postings, numbers)) {
          written ||= documents > 0;
          yield documents + termCost;
        }
      }
      if (written) this.#writer.endPostings(stream);
      isHeld ||= written;
    }
    if (!isHeld) return;
    for (const { source } of parts) source.terms[source.taken - 1] = this.#writer.termCount;
    this.#writer.addTerm(term, forms);
  }

  #liveForms({ reader, documents, taken, gone }: MergeSource, entry: TermEntry): readonly string[] {
    const live = liveForms(reader, documents, entry);
    if (live === null) return entry.forms;
    for (const form of entry.forms.keys()) if (!live.has(form)) gone.add(formKey(taken - 1, form));
    return entry.forms.filter((_, form) => live.has(form));
  }

  /** Copies the live documents of one list into the encoder, a block at a time; yields how many occurrences. */
  *#copy(
    { reader, documents: places }: MergeSource,
    entry: PostingsEntry,
    formNumbers: Uint32Array | null,
  ): Generator<number, void> {
    const { encoder } = this.#writer;
    const lengths = this.#lengths[entry.stream >>> 1];
    const cursor = reader.cursor(entry);
    for (let block = 0; block < cursor.blocks; block += 1) {
      cursor.readWhole(block);
      const { documents, frequencies, positions, writings } = cursor;
      let at = 0;
      let copied = 0;
      for (let nth = 0; nth < cursor.count; nth += 1) {
        const end = at + (frequencies[nth] as number);
        const document = places[documents[nth] as number] as number;
        if (document < 0) {
          at = end;
          continue;
        }
        encoder.document(document, lengths?.[document] ?? 0);
        copied += end - at;
        for (; at < end; at += 1) {
          const writing = writings[at] as number;
          const form = formNumbers === null ? writing >>> 2 : (formNumbers[writing >>> 2] as number);
          encoder.occurrence(positions[at] as number, (form << 2) | (writing & 3));
        }
      }
      yield copied;
    }
  }

  /** The forms of all sources in order, each once; the one term that a form belongs to has a new number. */
  *#mergeForms(): Generator<number, void> {
    const tables = this.#sources.map(({ reader, terms, gone }) => ({
      gone,
      numberOf: reader.column('form-numbers'),
      forms: reader.forms(),
      termOf: reader.column('form-terms'),
      terms,
      place: 0,
      next: null as string | null,
    }));
    // Forms come in order, and so do those of each term: a form's number is how many came before.
    const counts = new Uint32Array(this.#writer.termCount);
    for (const table of tables) table.next = table.forms.length > 0 ? table.forms.word(0) : null;
    for (let written = 1; ; written += 1) {
      let least: string | null = null;
      for (const { next } of tables) if (next !== null && (least === null || next < least)) least = next;
      if (least === null) return;
      let term = -1;
      for (const table of tables) {
        if (table.next !== least) continue;
        const old = table.termOf[table.place] as number;
        const isGone = table.gone.has(formKey(old, table.numberOf[table.place] as number));
        if (!isGone) term = Math.max(term, table.terms[old] as number);
        table.place += 1;
        table.next = table.place < table.forms.length ? table.forms.word(table.place) : null;
      }
      if (term >= 0) {
        const number = counts[term] as number;
        counts[term] = number + 1;
        this.#writer.addForm(least, term, number);
      }
      if (written % 64 === 0) yield 64 * termCost;
    }
  }

  #writeColumns(): void {
    const writer = this.#writer;
    writer.addColumn(
      'articles',
      this.#gather(({ articles }) => articles),
    );
    writer.addColumn(
      'days',
      this.#gather((reader) => reader.column('days')),
    );
    writer.addColumn(
      'words',
      this.#gather((reader) => reader.column('words')),
    );
    for (const [field, lengths] of this.#lengths.entries()) writer.addColumn(`length-${field}`, lengths);
    this.#gatherNames('languages').write(writer, 'languages', 'language-names');
    this.#gatherNames('places').write(writer, 'places', 'place-names');
    this.#gatherNames('agencies').write(writer, 'agencies', 'agency-names');
  }

  #gather(column: (reader: SegmentReader) => Column): Uint32Array {
    const gathered = new Uint32Array(this.#articles);
    for (const { reader, documents } of this.#sources) {
      const values = column(reader);
      for (let old = 0; old < documents.length; old += 1) {
        const place = documents[old] as number;
        if (place >= 0) gathered[place] = values[old] as number;
      }
    }
    return gathered;
  }

  #gatherNames(name: NamedColumnName): NameColumn {
    const gathered = new NameColumn();
    for (const { reader, documents } of this.#sources) {
      const { values, names } = reader.named(name);
      for (let old = 0; old < documents.length; old += 1) {
        if ((documents[old] as number) >= 0) gathered.push(names[values[old] as number] ?? '');
      }
    }
    return gathered;
  }
}

function take(source: MergeSource): TermEntry {
  const { next } = source;
  if (next === null) throw new RangeError('a source of a merge has no more terms');
  source.next = source.entries.next().value ?? null;
  source.taken += 1;
  return next;
}
