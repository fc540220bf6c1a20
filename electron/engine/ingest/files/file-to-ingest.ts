import type { Said } from '../../../words/sentence.ts';
import { statSync } from 'node:fs';
import type { ChosenColumns } from '../../../contract/table-columns.ts';
import type { FileFailureCode } from '../../../contract/file-reports.ts';

/** What the library knows of a file from the last time; `sha256` is null for one that holds many records. */
export type KnownFile = Readonly<{ size: number; modifiedMs: number; sha256: string | null }>;

export type FileToIngest = Readonly<{
  path: string;
  /** The path from its source folder on, with `/` between the parts: dates are looked for in it. */
  name: string;
  known: KnownFile | null;
  /** What a person chose for it; null where its bytes tell. */
  encoding: string | null;
  /**
   * Lines that a person chose to be furniture: the same array for all files of a source, which crosses to a worker once a job. Of a file
   * of many records they are not looked at.
   */
  hidden?: readonly string[];
  /** What a person chose for the tables of its source. */
  columns?: readonly ChosenColumns[];
  /** Records that are to be passed over, since reading them ends the program or takes too long. */
  skip?: readonly BlamedRecord[];
}>;

export type BlamedRecord = Readonly<{ place: number; code: FileFailureCode; reason: Said }>;

export type IngestLimits = Readonly<{
  /** Larger files fail as `too-large`. */
  maxFileBytes: number;
  /** A file that keeps its worker busy longer, in processor time, fails as `timed-out`. */
  fileTimeoutMs: number;
}>;

export const defaultLimits: IngestLimits = { maxFileBytes: 50 * 1024 * 1024, fileTimeoutMs: 30_000 };

/** As they are on disk. */
export type FileTimes = Readonly<{ size: number; modifiedMs: number }>;

/** They match no file. */
export const noTimes: FileTimes = { size: -1, modifiedMs: -1 };

/** Size and time of a file as they are now. */
export function timesOf(path: string): FileTimes {
  try {
    const { size, mtimeMs } = statSync(path);
    return { size, modifiedMs: mtimeMs };
  } catch {
    // Gone meanwhile: times that match nothing have it looked at again.
    return noTimes;
  }
}
