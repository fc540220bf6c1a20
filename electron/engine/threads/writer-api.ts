import type {
  ArchiveApi,
  ArchiveEvents,
  CheckReport,
  ImportProgress,
  TagAct,
} from '../../contract/archive-api.ts';
import type { RequestParsers } from '../../rpc/calls.ts';
import type { IngestLimits } from '../ingest/file-to-ingest.ts';

type Nothing = Readonly<Record<string, never>>;

export type WriterStatus = Readonly<{
  /** Somebody else writes to this library. */
  readOnly: boolean;
  notices: readonly string[];
  import: ImportProgress;
}>;

type Shared = Pick<
  ArchiveApi,
  | 'addSources'
  | 'rescan'
  | 'removeSource'
  | 'weighSource'
  | 'pauseImport'
  | 'resumeImport'
  | 'optimize'
  | 'cancelImport'
  | 'importFinished'
  | 'retryFailures'
  | 'createTag'
  | 'renameTag'
  | 'recolourTag'
  | 'mergeTags'
  | 'deleteTag'
  | 'undoState'
  | 'undo'
  | 'redo'
  | 'addNote'
  | 'editNote'
  | 'deleteNote'
>;

/** What the rpc thread asks of the writer thread: writing methods of the archive, with selections resolved to ids. */
export interface WriterApi extends Shared {
  writerStatus(request: Nothing): Promise<WriterStatus>;
  check(request: Readonly<{ repair: boolean }>): Promise<CheckReport>;
  removeArticles(request: Readonly<{ ids: Uint32Array }>): Promise<Readonly<{ removed: number }>>;
  setTags(
    request: Readonly<{ ids: Uint32Array; add: readonly string[]; remove: readonly string[] }>,
  ): Promise<TagAct>;
  /** Stops what runs, closes the library and gives up its lock. */
  close(request: Nothing): Promise<void>;
}

/** `indexReplaced`: the index is another file now; readers have to open theirs again. */
export type WriterEvents = ArchiveEvents & Readonly<{ indexReplaced: Readonly<Record<string, never>> }>;

export const writerMethods = {
  writerStatus: true,
  check: true,
  addSources: true,
  rescan: true,
  removeSource: true,
  weighSource: true,
  removeArticles: true,
  pauseImport: true,
  resumeImport: true,
  optimize: true,
  cancelImport: true,
  importFinished: true,
  retryFailures: true,
  createTag: true,
  renameTag: true,
  recolourTag: true,
  mergeTags: true,
  deleteTag: true,
  setTags: true,
  undoState: true,
  undo: true,
  redo: true,
  addNote: true,
  editNote: true,
  deleteNote: true,
  close: true,
} as const satisfies Record<keyof WriterApi, true>;

/** Requests come from the rpc thread, which has parsed what came from outside; here they are taken as they are. */
export const writerParsers = Object.fromEntries(
  Object.keys(writerMethods).map((method) => [method, (data: unknown) => data]),
) as unknown as RequestParsers<WriterApi>;

/** `workerData` of the writer thread. */
export type WriterData = Readonly<{
  libraryDir: string;
  /** URL of the built `ingest-worker.js`. */
  ingestUrl: string;
  /** URL of the built `backup-thread.js`. */
  backupUrl: string;
  limits?: Partial<IngestLimits>;
}>;
