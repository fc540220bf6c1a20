import type { Said } from '../words/sentence.ts';
import type { FileFailure, FileFailureCode } from './file-reports.ts';
import type { FailureId, SourceId } from './ids.ts';
import type { DoneAct } from './undo.ts';

/** What of a source was read by one format. */
export type FormatCount = Readonly<{
  /** A name of the table of formats; empty where an earlier version did not note it, and in failures of what no format knows. */
  format: string;
  files: number;
  articles: number;
  /** Files and records that could not be read. */
  failed: number;
}>;

/** A table, whose columns can be looked at and corrected. */
export type TableFile = Readonly<{ path: string; format: string; articles: number }>;

export type SourceReport = Readonly<{
  /** Those with the most articles first. */
  formats: readonly FormatCount[];
  /** In which encodings its articles were, the most frequent first. */
  encodings: readonly Readonly<{ encoding: string; articles: number }>[];
  /** The first hundred by their paths, those that gave no article among them. */
  tables: readonly TableFile[];
  /** What its files file articles under, the most frequent two hundred first. */
  labels: readonly Readonly<{ label: string; articles: number }>[];
}>;

/** Failures that differ by numbers and names alone. */
export type FailureGroup = Readonly<{
  code: FileFailureCode;
  /** The reason, with `…` for what differs. */
  reason: Said;
  failures: readonly FailureId[];
  /** The first three by their paths. */
  examples: readonly FileFailure[];
}>;

export interface SourceReportsApi {
  sourceReport(request: Readonly<{ source: SourceId }>): Promise<SourceReport>;
  /** What could not be read, by reason, the most frequent first; of all sources when none is named. */
  failureGroups(request: Readonly<{ source: SourceId | null }>): Promise<readonly FailureGroup[]>;
}

export interface LabelsApi {
  /** Tags the articles of a source by labels of theirs: each of these becomes a tag of its name. One act, which can be taken back. */
  tagByLabels(request: Readonly<{ source: SourceId; labels: readonly string[] }>): Promise<DoneAct>;
}
