import type { PartSink, PartTable } from '../../../electron/engine/index/storage/segment-parts.ts';

/** Keeps the parts of a segment that is written, by their tables. */
export class HeldParts implements PartSink {
  readonly #parts = new Map<PartTable, Uint8Array[]>();

  put(table: PartTable, part: number, data: Uint8Array): void {
    const parts = this.#parts.get(table) ?? [];
    this.#parts.set(table, parts);
    parts[part] = data.slice();
  }

  part(table: PartTable, part: number): Uint8Array {
    const data = this.#parts.get(table)?.[part];
    if (data === undefined) throw new Error(`part ${String(part)} of ${table} was not written`);
    return data;
  }

  /** All parts of a table after one another. */
  run(table: PartTable): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts.get(table) ?? []));
  }
}
