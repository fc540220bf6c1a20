import type { ColumnName } from '../schema/columns.ts';
import { Uint32List } from '../bytes/uint32-list.ts';
import type { SegmentWriter } from '../writing/segment-writer.ts';

/** A column whose values are names: each value is the number of a name; the empty name, for none, has number 0. */
export class NameColumn {
  readonly #names = new Map<string, number>([['', 0]]);
  readonly #values = new Uint32List();

  push(name: string): void {
    this.#values.push(this.numberOf(name));
  }

  numberOf(name: string): number {
    let number = this.#names.get(name);
    if (number === undefined) this.#names.set(name, (number = this.#names.size));
    return number;
  }

  clear(): void {
    this.#names.clear();
    this.#names.set('', 0);
    this.#values.clear();
  }

  write(writer: SegmentWriter, values: ColumnName, names: ColumnName): void {
    writer.addColumn(values, this.#values.view());
    writer.addNames(names, [...this.#names.keys()]);
  }
}
