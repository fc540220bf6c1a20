import { sliceOf } from '../bytes/utf16-slice.ts';
import { Uint32List } from '../bytes/uint32-list.ts';
import { putOccurrences } from './occurrence-writer.ts';
import type { SegmentWriter } from '../writing/segment-writer.ts';

const noForms = { header: 1, bytes: new Uint8Array(), from: 0, to: 0 } as const;

/** Ends of sentences or paragraphs in the documents of a segment, in order. */
export class BoundaryLog {
  readonly #documents = new Uint32List();
  readonly #positions = new Uint32List();

  push(document: number, position: number): void {
    this.#documents.push(document);
    this.#positions.push(position);
  }

  clear(): void {
    this.#documents.clear();
    this.#positions.clear();
  }

  /** Writes them as the one list of a term that has no written forms; none when there are none. */
  write(writer: SegmentWriter, term: string, stream: number): void {
    const holders = this.#documents.view();
    const surfaces = new Uint32Array(holders.length);
    writer.beginTerm();
    writer.list.begin(null);
    putOccurrences(writer.list, { holders, positions: this.#positions.view(), surfaces }, 0, holders.length);
    writer.list.finish(writer.lists, stream);
    writer.endTerm(sliceOf(term), noForms);
  }
}
