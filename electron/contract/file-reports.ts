import type { Said } from '../words/sentence.ts';
import type { FailureId } from './ids.ts';

/**
 * How many files of a kind are not read. `kind`: the ending of their names, or what the first bytes of a file without one say;
 * empty for neither. `…`: kinds beyond the fifty that are told apart.
 */
export type SkippedFiles = Readonly<{ kind: string; files: number }>;

/** What a file says of itself (how many articles, how long they are) is over 10 % apart from what was read: a sentence. */
export type FileWarning = Readonly<{ path: string; warning: Said }>;

export type FileFailureCode =
  | 'unreadable'
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'undecodable'
  | 'link-loop'
  | 'vanished'
  | 'crashed'
  | 'timed-out'
  | 'unsupported';

export type FileFailure = Readonly<{
  id: FailureId;
  path: string;
  /** Which record of the file, such as "message 412"; absent or null for the file itself. */
  record?: string | null;
  code: FileFailureCode;
  reason: Said;
  atMs: number;
}>;
