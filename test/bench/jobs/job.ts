import type { CorpusChoice } from '../corpus.ts';
import type { QueryLog } from '../query-log/logged-query.ts';
import type { QueryTimes } from '../query-times.ts';
import type { SizeOnDisk } from '../systems/memory-system.ts';

export type MemorySystemName = 'building' | 'lunr' | 'minisearch' | 'fts5';

/** When a system that lives in memory has had enough. */
export type BuildLimits = Readonly<{ heapMb: number | null; seconds: number | null }>;

export type BuildJob = Readonly<{
  kind: 'build';
  system: MemorySystemName;
  corpus: CorpusChoice;
  articles: number;
  limits: BuildLimits;
  /** An empty folder for the system's files. */
  dir: string;
  /** Null when only building is measured. */
  log: QueryLog | null;
}>;

export type ImportJob = Readonly<{ kind: 'import'; libraryDir: string; folder: string }>;
export type SearchJob = Readonly<{ kind: 'search'; libraryDir: string; log: QueryLog }>;
/** Opens the library and asks one thing, as the first act of a process. */
export type ColdJob = Readonly<{ kind: 'cold'; libraryDir: string; query: string }>;

export type Job = BuildJob | ImportJob | SearchJob | ColdJob;

export type BuildResult = Readonly<{
  description: string;
  articles: number;
  /** Of the texts, as UTF-8. */
  textBytes: number;
  /** Without the making of the texts. */
  seconds: number;
  /** Processor time of all threads meanwhile. */
  cpuSeconds: number;
  /** Why not all of the articles were taken, or null. */
  stopped: string | null;
  size: SizeOnDisk;
  queries: QueryTimes | null;
}>;

export type ImportResult = Readonly<{
  articles: number;
  failed: number;
  seconds: number;
  /** Processor time of all threads meanwhile. */
  cpuSeconds: number;
  indexBytes: number;
  storedTextBytes: number;
  libraryBytes: number;
}>;

export type SearchResult = Readonly<{ queries: QueryTimes; segments: number }>;
export type ColdResult = Readonly<{ ms: number; hits: number }>;

export type ResultOf<Asked extends Job> = Asked extends BuildJob
  ? BuildResult
  : Asked extends ImportJob
    ? ImportResult
    : Asked extends SearchJob
      ? SearchResult
      : ColdResult;

/** From the process that does a job: which phase it enters, and at last the result. */
export type JobMessage = Readonly<{ phase: string }> | Readonly<{ result: ResultOf<Job> }>;
