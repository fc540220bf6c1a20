import { FailureError, type Failure } from '../../contract/failure.ts';
import type { Api, Calls } from '../../rpc/calls.ts';

/** Answers every call with why the library could not be opened: a thread that died would lose the code of the failure. */
export function refusingCalls<Shape extends Api<Shape>>(
  methods: Readonly<Record<keyof Shape, true>>,
  failure: Failure,
): Calls<Shape> {
  const refuse = (): Promise<never> => Promise.reject(new FailureError(failure));
  const calls = Object.keys(methods).map((method) => [method, refuse]);
  return Object.fromEntries(calls) as Calls<Shape>;
}
