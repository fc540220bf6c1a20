import type { ArticleId } from './ids.ts';

/** Why a request failed, as it crosses a process boundary. Switch on `code`, never on the text. */
export type Failure =
  | Readonly<{ code: 'bad-request'; message: string }>
  | Readonly<{ code: 'article-missing'; message: string; id: ArticleId }>
  | Readonly<{ code: 'not-found'; message: string }>
  | Readonly<{ code: 'name-taken'; message: string }>
  | Readonly<{ code: 'library-busy'; message: string }>
  | Readonly<{ code: 'library-newer'; message: string }>
  | Readonly<{ code: 'library-unusable'; message: string }>
  | Readonly<{ code: 'result-set-gone'; message: string }>
  | Readonly<{ code: 'cancelled'; message: string }>
  | Readonly<{ code: 'disk-full'; message: string }>
  /** What is stored is not what was written: a repair of the library may help, and nothing else does. */
  | Readonly<{ code: 'damaged'; message: string }>
  | Readonly<{ code: 'engine-gone'; message: string }>
  | Readonly<{ code: 'unexpected'; message: string }>;

export type FailureCode = Failure['code'];

/** A `Failure` on its way up the stack of one process. */
export class FailureError extends Error {
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
  return { code: 'unexpected', message: messageOf(thrown) };
}

/** What was thrown, in words. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Ends a switch over a union: the compiler refuses a case that was left out. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
