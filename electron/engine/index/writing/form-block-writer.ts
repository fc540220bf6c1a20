import { ByteWriter } from '../bytes/byte-buffer.ts';
import { columnNumber, encodeColumn } from '../schema/columns.ts';
import { formBlockBytes } from '../schema/index-schema.ts';
import type { PartSink } from '../storage/segment-parts.ts';

/** Writes the written forms of a segment, in order. */
export class FormBlockWriter {
  readonly #sink: PartSink;
  readonly #bytes = new ByteWriter(2 * formBlockBytes);
  readonly #terms: Uint32Array;
  readonly #numbers: Uint32Array;
  #blocks = 0;
  #count = 0;

  /** Of `max` forms at most. */
  constructor(sink: PartSink, max: number) {
    this.#sink = sink;
    this.#terms = new Uint32Array(max);
    this.#numbers = new Uint32Array(max);
  }

  /** Adds the form in `bytes[from..to)`, which ends with its line feed; `number` is its number among those of its term. */
  add(bytes: Uint8Array, from: number, to: number, term: number, number: number): void {
    this.#bytes.copy(bytes, from, to - from);
    this.#terms[this.#count] = term;
    this.#numbers[this.#count] = number;
    this.#count += 1;
    if (this.#bytes.length >= formBlockBytes) this.#flush();
  }

  /** Returns how many forms there are. */
  finish(): number {
    if (this.#bytes.length > 0) this.#flush();
    const count = this.#count;
    this.#sink.put('columns', columnNumber('form-terms'), encodeColumn(this.#terms.subarray(0, count)));
    this.#sink.put('columns', columnNumber('form-numbers'), encodeColumn(this.#numbers.subarray(0, count)));
    return count;
  }

  #flush(): void {
    this.#sink.put('form_blocks', this.#blocks, this.#bytes.view());
    this.#blocks += 1;
    this.#bytes.clear();
  }
}
