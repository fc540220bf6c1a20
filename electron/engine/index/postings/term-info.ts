import type { ByteWriter } from '../bytes/byte-buffer.ts';
import { blockDocuments } from './postings.ts';

/** More streams than there are. */
const maxPostings = 32;

/** The lists of one term, a column for each thing that its entry says of them. One is used again for every term. */
export class TermInfo {
  count = 0;
  readonly streams = new Uint8Array(maxPostings);
  readonly documentCounts = new Uint32Array(maxPostings);
  /** Bytes of each part of each list. */
  readonly skips = new Uint32Array(maxPostings);
  readonly documents = new Uint32Array(maxPostings);
  readonly frequencies = new Uint32Array(maxPostings);
  readonly positions = new Uint32Array(maxPostings);
  readonly surfaces = new Uint32Array(maxPostings);

  clear(): void {
    this.count = 0;
  }

  /** The index of a new list, whose columns are to be filled in. */
  add(): number {
    if (this.count === maxPostings) throw new RangeError('a term has more lists than there are streams');
    this.count += 1;
    return this.count - 1;
  }

  /** Fills in the columns of list `to` from list `from` of another table, but for the bytes of its documents. */
  copy(to: number, table: TermInfo, from: number, documents: number): void {
    this.streams[to] = table.streams[from] as number;
    this.documentCounts[to] = table.documentCounts[from] as number;
    this.skips[to] = table.skips[from] as number;
    this.documents[to] = documents;
    this.frequencies[to] = table.frequencies[from] as number;
    this.positions[to] = table.positions[from] as number;
    this.surfaces[to] = table.surfaces[from] as number;
  }

  /** As `decodePostings` reads them, given where the first of them begins. */
  write(out: ByteWriter): void {
    out.varint(this.count);
    for (let list = 0; list < this.count; list += 1) {
      const documents = this.documentCounts[list] as number;
      out.varint(this.streams[list] as number);
      out.varint(documents);
      if (documents > blockDocuments) out.varint(this.skips[list] as number);
      out.varint(this.documents[list] as number);
      out.varint(this.frequencies[list] as number);
      out.varint(this.positions[list] as number);
      out.varint(this.surfaces[list] as number);
    }
  }

  /** Bytes of a list among the documents of its segment. */
  documentBytes(list: number): number {
    return (
      (this.skips[list] as number) + (this.documents[list] as number) + (this.frequencies[list] as number)
    );
  }

  /** Bytes of a list among the positions of its segment. */
  positionBytes(list: number): number {
    return (this.positions[list] as number) + (this.surfaces[list] as number);
  }
}
