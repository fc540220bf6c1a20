import type { FilesBeside } from './byte-source.ts';

/** A file in an archive. */
export type PackedEntry = Readonly<{
  /** As the archive has it, with `/` between its parts: it may be absolute or lead outside. */
  path: string;
  /** Null where the archive does not say. */
  modifiedMs: number | null;
  /** A link or another thing that has no bytes of its own. */
  isLink: boolean;
  /** What is in it, once; fails where it is broken. */
  pieces: () => AsyncIterable<Buffer>;
  /** Absent where the archive is read from its beginning to its end alone. */
  beside?: FilesBeside;
}>;
