import { FailureError, toFailure, saidBy } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import type { ArchiveApi } from '../../contract/archive-api.ts';
import type { Calls } from '../../rpc/calls.ts';

type Mending = <Asked, Value>(
  call: (request: Asked, signal?: AbortSignal) => Promise<Value>,
) => (request: Asked, signal?: AbortSignal) => Promise<Value>;

/**
 * Gives calls that read the index a way out of damage, and of nothing else: the library is checked and repaired, and the
 * call is made once more. A check reads the whole library, so there is one at a time, and calls that come meanwhile wait for
 * it; damage that is met later is repaired anew. Where nothing can be repaired now, a `library-unusable` says why.
 */
export function mending(check: Calls<ArchiveApi>['check']): Mending {
  let running: Promise<boolean> | null = null;
  const mend = (): Promise<boolean> =>
    (running ??= check({ repair: true })
      .then(({ ok }) => !ok)
      .finally(() => {
        running = null;
      }));
  return (call) => async (request, signal) => {
    try {
      return await call(request, signal);
    } catch (error) {
      if (toFailure(error).code !== 'damaged') throw error;
      let isMended: boolean;
      try {
        isMended = await mend();
      } catch (refusal) {
        throw new FailureError({
          code: 'library-unusable',
          message: sentence('trouble.index-unread', { why: saidBy(error), refusal: saidBy(refusal) }),
        });
      }
      if (!isMended) throw error;
      return await call(request, signal);
    }
  };
}
