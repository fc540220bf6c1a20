import type { Said } from '../../words/sentence.ts';
import type { ArchiveEvents, ImportProgress } from '../../contract/archive-api.ts';
import { writingRequests } from '../../contract/requests/writing.ts';
import type { ResolvedWritingApi } from '../archive/writing-methods.ts';
import type { IngestLimits } from '../ingest/files/file-to-ingest.ts';

type Nothing = Readonly<Record<string, never>>;

export type WriterStatus = Readonly<{
  readOnly: boolean;
  /** Somebody else writes to this library, or it can't be written to: as a sentence. */
  readOnlyBecause: Said | null;
  notices: readonly Said[];
  mended: readonly Said[];
  import: ImportProgress;
}>;

type Own = Readonly<{
  writerStatus(request: Nothing): Promise<WriterStatus>;
  /** Stops what runs, closes the library and gives up its lock. */
  close(request: Nothing): Promise<void>;
}>;

/** What the rpc thread asks of the writer thread: the writing half of the archive, and what only threads ask. */
export type WriterApi = ResolvedWritingApi & Own;

/** `indexReplaced`: the index is another file now; readers have to open theirs again. */
export type WriterEvents = ArchiveEvents & Readonly<{ indexReplaced: Readonly<Record<string, never>> }>;

const own = { writerStatus: true, close: true } as const satisfies Record<keyof Own, true>;

export const writerMethods = Object.keys({ ...writingRequests, ...own }) as (keyof WriterApi)[];

/** `workerData` of the writer thread. */
export type WriterData = Readonly<{
  libraryDir: string;
  /** URL of the built `ingest-worker.js`. */
  ingestUrl: string;
  /** URL of the built `backup-thread.js`. */
  backupUrl: string;
  /** What can be read of a damaged `library.sqlite` is put into a new file, where it would be refused. */
  salvage: boolean;
  limits?: Partial<IngestLimits>;
}>;
