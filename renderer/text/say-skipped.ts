import type { SkippedFiles } from '../../electron/contract/file-reports.ts';
import { say } from '../../electron/words/say.ts';
import { sayList } from './say-list.ts';

/** Kinds that are named; of more, the most frequent. */
const maxNamed = 3;

/** “14 .docx, .pdf”: files that are not read, and of which kinds; empty without any. */
export function saySkipped(skipped: readonly SkippedFiles[]): string {
  if (skipped.length === 0) return '';
  const files = skipped.reduce((sum, { files: ofKind }) => sum + ofKind, 0);
  const kinds = sayList(skipped.slice(0, maxNamed).map(({ kind }) => nameOf(kind)));
  return skipped.length > maxNamed
    ? say('skipped.some-kinds', { count: files, kinds })
    : say('skipped.kinds', { count: files, kinds });
}

/** “12 .docx, 2 .pdf”: every kind with how many files it has. */
export function sayKinds(skipped: readonly SkippedFiles[]): string {
  return sayList(
    skipped.map(({ kind, files }) => say('skipped.kinds', { count: files, kinds: nameOf(kind) })),
  );
}

function nameOf(kind: string): string {
  if (kind === '') return say('skipped.unknown-kind');
  return kind === '…' ? say('skipped.other-kinds') : `.${kind}`;
}
