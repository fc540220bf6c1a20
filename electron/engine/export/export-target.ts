import type { WholeRecord } from '../library/records/record-reader.ts';
import type { CopiedOriginals } from './copied-originals.ts';

/** Where articles go. After `finish` all of it lies where it belongs, after `discard` nothing does. */
export interface ExportTarget {
  readonly originals: CopiedOriginals | null;
  write(record: WholeRecord): void;
  finish(): void;
  discard(): void;
}
