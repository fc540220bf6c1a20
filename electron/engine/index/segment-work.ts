import type { Analysis } from '../analysis/analysis.ts';
import { SegmentBuilder } from './building/segment-builder.ts';
import { IncrementalMerge } from './merging/incremental-merge.ts';
import { segmentProblems } from './segment/segment-check.ts';

/** What builds, merges and checks segments. */
export type SegmentWork = Readonly<{
  newBuilder: () => SegmentBuilder;
  newMerge: (...of: ConstructorParameters<typeof IncrementalMerge>) => IncrementalMerge;
  problemsOf: typeof segmentProblems;
}>;

/** `analysis`: of the articles that are built into segments. */
export function segmentWork(analysis: Analysis): SegmentWork {
  return {
    newBuilder: () => new SegmentBuilder(analysis),
    newMerge: (...of) => new IncrementalMerge(...of),
    problemsOf: segmentProblems,
  };
}
