import type { BitSet } from '../bytes/bit-set.ts';
import { decodeColumn, type Column, type ColumnName } from '../schema/columns.ts';
import { FormCursor } from '../terms/form-cursor.ts';
import { formId } from '../terms/form-id.ts';
import { PostingsCopier, type DocumentMap } from '../writing/postings-copier.ts';
import { liveForms } from './live-forms.ts';
import { ChunkReader } from '../storage/chunk-reader.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import type { SegmentStore } from '../storage/segment-store.ts';
import { TermCursor } from '../terms/term-cursor.ts';

/** A segment that goes into a merge, at one of its terms. */
export class MergeSource {
  readonly reader: SegmentReader;
  readonly cursor: TermCursor;
  readonly documents: ChunkReader;
  readonly positions: ChunkReader;
  readonly documentMap: DocumentMap;
  readonly copier: PostingsCopier;
  /** Whether `cursor` is at a term, and not after the last. */
  hasTerm: boolean;
  /** The numbers that written forms of the current term have in the new segment; null when they stay the same. */
  formNumbers: Uint32Array | null = null;
  /** The new number of each term that was passed; -1 for one that is gone. */
  readonly #terms: Int32Array;
  /** Written forms that only deleted documents hold, as `formId` names them. */
  readonly #gone = new Set<number>();
  readonly #store: SegmentStore;
  /** The next list of the current term, and where it is. */
  #list = 0;
  #offset = 0;
  #positionOffset = 0;

  /** Its live documents come to stand from `base` on. */
  constructor(store: SegmentStore, reader: SegmentReader, base: number) {
    const { id, articles, deleted, terms } = reader.row;
    this.#store = store;
    this.reader = reader;
    this.cursor = new TermCursor(store, id, terms);
    this.documents = new ChunkReader(store, 'chunks', id);
    this.positions = new ChunkReader(store, 'position_chunks', id);
    this.documentMap = {
      base,
      each: deleted === 0 ? null : newDocumentsOf(articles, reader.liveDocuments(), base),
    };
    this.copier = new PostingsCopier(this.documents, this.positions, this.documentMap);
    this.#terms = new Int32Array(terms).fill(-1);
    this.hasTerm = this.cursor.next();
    this.#begin();
  }

  /** Where a document comes to stand, -1 for a deleted one. */
  newDocumentOf(document: number): number {
    const { base, each } = this.documentMap;
    return each === null ? base + document : (each[document] as number);
  }

  /** The stream of the next list of the current term; Infinity when there is none. */
  get stream(): number {
    const { lists } = this.cursor;
    return this.#list < lists.count ? (lists.streams[this.#list] as number) : Infinity;
  }

  /** Opens the next list of the current term in `list`. */
  openCopier(): void {
    const { lists } = this.cursor;
    this.copier.open(lists, this.#list, this.#offset, this.#positionOffset);
    this.#offset += lists.documentBytes(this.#list);
    this.#positionOffset += lists.positionBytes(this.#list);
    this.#list += 1;
  }

  /** Goes on to the next term; the current one has `number` in the new segment, -1 when it is gone. */
  pass(number: number): void {
    this.#terms[this.cursor.number] = number;
    this.hasTerm = this.cursor.next();
    this.#begin();
  }

  /** The written forms of the current term, those that only deleted documents hold as null. */
  liveForms(term: string): readonly (string | null)[] {
    const forms = this.cursor.forms(term);
    const live = liveForms(this.reader, this.documentMap.each, this.cursor);
    if (live === null) return forms;
    for (const form of forms.keys()) if (!live.has(form)) this.#gone.add(formId(this.cursor.number, form));
    return forms.map((form, number) => (live.has(number) ? form : null));
  }

  /** Read and not kept: a merge wants each column once. */
  column(name: ColumnName): Column {
    return decodeColumn(this.#store.column(this.reader.row.id, name));
  }

  names(column: ColumnName): readonly string[] {
    const json = new TextDecoder().decode(this.#store.column(this.reader.row.id, column));
    return JSON.parse(json) as string[];
  }

  forms(): FormCursor {
    return new FormCursor(this.#store, this.reader.row.id);
  }

  /** The new number of the term of a form, -1 when one of the two is gone. */
  termOf(form: FormCursor): number {
    if (this.#gone.size > 0 && this.#gone.has(formId(form.term, form.number))) return -1;
    return this.#terms[form.term] as number;
  }

  #begin(): void {
    this.#list = 0;
    this.#offset = this.cursor.offset;
    this.#positionOffset = this.cursor.positionOffset;
    this.formNumbers = null;
  }
}

function newDocumentsOf(articles: number, live: BitSet, base: number): Int32Array {
  const newDocuments = new Int32Array(articles).fill(-1);
  let next = base;
  live.forEach((document) => {
    newDocuments[document] = next;
    next += 1;
  });
  return newDocuments;
}
