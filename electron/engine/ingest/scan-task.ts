import type { SourceId } from '../../contract/ids.ts';

/** One thing to be read: a source, what lies under a path of it, or files that failed before. */
export type ScanTask = Readonly<{
  source: SourceId;
  root: string;
  paths: readonly string[];
  /** Read again whatever failed before, and take no notice of what is not met. */
  retry: boolean;
  /** Paths that belong to other sources. */
  skip: ReadonlySet<string>;
}>;
