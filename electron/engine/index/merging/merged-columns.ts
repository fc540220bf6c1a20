import { namedColumns, type NamedColumnName } from '../../../contract/named-columns.ts';
import { columnNumber, encodeColumn, namesOf, type Column, type ColumnName } from '../schema/columns.ts';
import { indexFields } from '../schema/fields.ts';
import type { MergeSource } from './merge-source.ts';
import type { PartSink } from '../storage/segment-parts.ts';

/** What a value costs to gather, in occurrences of a merge. */
const valueCost = 0.25;

/** The columns of a merged segment, gathered from those of its sources. */
export class MergedColumns {
  readonly articles: number;
  /** Lengths of each field by document. */
  readonly lengths: readonly Column[];
  readonly #sources: readonly MergeSource[];
  readonly #sink: PartSink;

  /** Of `articles` documents in all. */
  constructor(sources: readonly MergeSource[], articles: number, sink: PartSink) {
    this.articles = articles;
    this.#sources = sources;
    this.#sink = sink;
    this.lengths = indexFields.map((_, field) => this.#gather(`length-${field}`));
  }

  /** Writes one column after the other, and yields what each has cost. */
  *write(): Generator<number, void> {
    const cost = this.articles * valueCost;
    for (const name of ['articles', 'days', 'guessed-days', 'words'] as const) {
      this.#put(name, this.#gather(name));
      yield cost;
    }
    for (const [field, lengths] of this.lengths.entries()) {
      this.#put(`length-${field}`, lengths);
      yield cost;
    }
    for (const { name } of namedColumns) {
      this.#writeNames(name);
      yield cost;
    }
  }

  #put(name: ColumnName, values: Column): void {
    this.#sink.put('columns', columnNumber(name), encodeColumn(values));
  }

  #gather(name: ColumnName): Column {
    const columns = this.#sources.map((source) => source.column(name));
    const gathered = newColumn(
      Math.max(1, ...columns.map((values) => values.BYTES_PER_ELEMENT)),
      this.articles,
    );
    for (const [nth, { documentMap }] of this.#sources.entries()) {
      const values = columns[nth] as Column;
      if (documentMap.each === null) gathered.set(values, documentMap.base);
      else {
        for (let old = 0; old < values.length; old += 1) {
          const document = documentMap.each[old] as number;
          if (document >= 0) gathered[document] = values[old] as number;
        }
      }
    }
    return gathered;
  }

  /** A name has another number in each source, and leaves with the last article that it was of. */
  #writeNames(name: NamedColumnName): void {
    const numbers = new Map<string, number>([['', 0]]);
    const gathered = new Uint32Array(this.articles);
    for (const source of this.#sources) {
      const values = source.column(name);
      const names = source.names(namesOf(name));
      const renumbered = new Int32Array(names.length).fill(-1);
      for (let old = 0; old < values.length; old += 1) {
        const document = source.newDocumentOf(old);
        if (document < 0) continue;
        const value = values[old] as number;
        let number = renumbered[value] ?? 0;
        if (number < 0) {
          const text = names[value] ?? '';
          number = numbers.get(text) ?? numbers.size;
          numbers.set(text, number);
          renumbered[value] = number;
        }
        gathered[document] = number;
      }
    }
    this.#put(name, gathered);
    const bytes = new TextEncoder().encode(JSON.stringify([...numbers.keys()]));
    this.#sink.put('columns', columnNumber(namesOf(name)), bytes);
  }
}

function newColumn(width: number, length: number): Column {
  if (width === 1) return new Uint8Array(length);
  return width === 2 ? new Uint16Array(length) : new Uint32Array(length);
}
