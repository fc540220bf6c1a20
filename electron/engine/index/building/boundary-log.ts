import { lettersOf } from '../bytes/utf16-slice.ts';
import { NumberList } from '../bytes/uint32-list.ts';
import { putOccurrences } from './occurrence-writer.ts';
import type { SegmentWriter } from '../writing/segment-writer.ts';

const noForms = { header: 1, bytes: new Uint8Array(), from: 0, to: 0 } as const;

/** Ends of sentences or paragraphs in the documents of a segment, in order. */
export class EndsLog {
  readonly #documents = new NumberList();
  readonly #positions = new NumberList();

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
    const places = this.#documents.view();
    const writings = new Uint32Array(places.length);
    writer.beginTerm();
    writer.list.begin(null);
    putOccurrences(writer.list, { places, positions: this.#positions.view(), writings }, 0, places.length);
    writer.list.finish(writer.lists, stream);
    writer.endTerm(lettersOf(term), noForms);
  }
}
