import type { Said } from '../words/sentence.ts';
import type { ArticleId } from './ids.ts';

/** Why a request failed, as it crosses a process boundary. Switch on `code`, never on the text. */
export type Failure =
  | Readonly<{ code: 'bad-request'; message: Said }>
  | Readonly<{ code: 'article-missing'; message: Said; id: ArticleId }>
  | Readonly<{ code: 'not-found'; message: Said }>
  | Readonly<{ code: 'name-taken'; message: Said }>
  | Readonly<{ code: 'library-busy'; message: Said }>
  | Readonly<{ code: 'library-newer'; message: Said }>
  | Readonly<{ code: 'library-unusable'; message: Said }>
  | Readonly<{ code: 'result-set-gone'; message: Said }>
  | Readonly<{ code: 'cancelled'; message: Said }>
  | Readonly<{ code: 'disk-full'; message: Said }>
  /** What is stored is not what was written: a repair of the library may help, and nothing else does. */
  | Readonly<{ code: 'damaged'; message: Said }>
  | Readonly<{ code: 'engine-gone'; message: Said }>
  | Readonly<{ code: 'unexpected'; message: Said }>;

export type FailureCode = Failure['code'];

let wordOf = (said: Said): string => (typeof said === 'string' ? said : JSON.stringify(said));

/** How errors are worded in this process, where people read their messages; without it they name their sentences. */
export function wordErrorsBy(word: (said: Said) => string): void {
  wordOf = word;
}

/** What can't be done, and why. */
export class SaidError extends Error {
  readonly said: Said;

  constructor(said: Said, options?: ErrorOptions) {
    super(wordOf(said), options);
    this.said = said;
  }
}

/** A `Failure` on its way up the stack of one process. */
export class FailureError extends SaidError {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** Converts whatever was thrown to a `Failure`; used once, where an error leaves its process. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  return { code: 'unexpected', message: saidBy(thrown) };
}

/** What was thrown, as it is to be said. */
export function saidBy(thrown: unknown): Said {
  return thrown instanceof SaidError ? thrown.said : messageOf(thrown);
}

/** What was thrown, in the words of this process. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Ends a switch over a union: the compiler refuses a case that was left out. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
