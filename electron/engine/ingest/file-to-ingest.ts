import { statSync } from 'node:fs';

/** What the library knows of a file from the last time; `sha256` is null when it failed then. */
export type KnownFile = Readonly<{ size: number; modifiedMs: number; sha256: string | null }>;

export type FileToIngest = Readonly<{
  path: string;
  /** The path from its source folder on, with `/` between the parts: dates are looked for in it. */
  name: string;
  known: KnownFile | null;
}>;

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
