import type { Said } from '../words/sentence.ts';

/** The ending of a packed library's name. */
export const packedEnding = 'mfpack';

/** `work`: tags, notes, highlights and saved searches alone; `texts`: the library; `sources`: with the files that it read. */
export const packedContents = ['texts', 'sources', 'work'] as const;
export type PackedContents = (typeof packedContents)[number];

export type PackRequest = Readonly<{
  /** Absolute path of the file; one that is there is replaced. */
  path: string;
  contents: PackedContents;
}>;

export type PackDone = Readonly<{
  path: string;
  articles: number;
  /** Of the packed file. */
  bytes: number;
  /** Files of sources that were packed, and those that are missing or were changed while they were read. */
  files: number;
  missing: number;
}>;

export type UnpackRequest = Readonly<{
  /** Absolute path of a packed library. */
  path: string;
  /** Absolute path of the folder that it becomes, which is not there yet, or empty. */
  libraryDir: string;
}>;

export type UnpackDone = Readonly<{
  libraryDir: string;
  articles: number;
  /** Where the files of its sources are; null where none were packed. */
  filesDir: string | null;
  files: number;
}>;

export type MergeRequest = Readonly<{
  /** Absolute path of a packed library. */
  path: string;
  /** Says what would be merged, and does nothing. */
  dryRun: boolean;
}>;

/** What a merge brings, counted in what this library does not have yet. */
export type MergeReport = Readonly<{
  /** Articles of the file with tags, notes or highlights, and those of them that are here too. */
  marked: number;
  matched: number;
  tags: number;
  tagged: number;
  notes: number;
  highlights: number;
  searches: number;
  /** What is here already, as it is there. */
  known: number;
  /** What can't be merged because it is not as it was written. */
  damaged: number;
  /** What both sides have and each has otherwise, with what becomes of it: the first hundred, and how many in all. */
  conflicts: readonly Said[];
  conflicting: number;
}>;

export interface PackingApi {
  /**
   * Packs the library, as it is now, into one file. Nothing lies at `path` before all of it is written; giving the call up leaves nothing
   * behind. Fails with `disk-full`, and with `bad-request` where it can't be written. How far it is, is told by `exportProgressed`, in bytes.
   */
  packLibrary(request: PackRequest): Promise<PackDone>;
  /** Makes a library of a packed one. Fails with `bad-request`, `damaged`, `disk-full` or `library-newer`, and leaves nothing behind then. */
  unpackLibrary(request: UnpackRequest): Promise<UnpackDone>;
}

export interface MergingApi {
  /** Takes tags, notes, highlights and saved searches of a packed library over, onto the articles of the same content. One act. */
  mergeLibrary(request: MergeRequest): Promise<MergeReport>;
}
