import type { ArchiveApi } from '../../contract/archive-api.ts';
import { FailureError, messageOf, toFailure } from '../../contract/failure.ts';
import type { Calls } from '../../rpc/calls.ts';

type Mending = <Request, Value>(
  call: (request: Request, signal?: AbortSignal) => Promise<Value>,
) => (request: Request, signal?: AbortSignal) => Promise<Value>;

/**
 * Gives calls that read the index a way out of damage, which shows as a failure for no reason of the call's own: the
 * library is checked and repaired, and the call is made once more. A check reads the whole library, so there is one
 * at most. Where nothing can be repaired now, a `library-unusable` says why.
 */
export function mending(check: Calls<ArchiveApi>['check']): Mending {
  let mended: Promise<boolean> | null = null;
  return (call) => async (request, signal) => {
    try {
      return await call(request, signal);
    } catch (error) {
      if (toFailure(error).code !== 'unexpected') throw error;
      mended ??= check({ repair: true }).then(({ ok }) => !ok);
      let isMended: boolean;
      try {
        isMended = await mended;
      } catch (refusal) {
        mended = null;
        throw new FailureError({
          code: 'library-unusable',
          message: `The search index can't be read (${messageOf(error)}), and can't be built anew now: ${messageOf(refusal)}`,
        });
      }
      if (!isMended) throw error;
      return await call(request, signal);
    }
  };
}
