import type { ArchiveApi } from '../contract/archive-api.ts';
import { toFailure } from '../contract/failure.ts';
import type { Calls } from '../rpc/calls.ts';

type Search = Calls<ArchiveApi>['search'];

/**
 * A search that has the library checked and repaired when it fails for no reason of its own, which is how damage to
 * the index shows, and is then made once more. A check reads the whole library, so there is one at most.
 */
export function mendingSearch(search: Search, check: Calls<ArchiveApi>['check']): Search {
  let mended: Promise<boolean> | null = null;
  return async (request, signal) => {
    try {
      return await search(request, signal);
    } catch (error) {
      if (toFailure(error).code !== 'unexpected') throw error;
      mended ??= check({ repair: true }).then(
        ({ ok }) => !ok,
        () => false,
      );
      if (!(await mended)) throw error;
      return await search(request, signal);
    }
  };
}
