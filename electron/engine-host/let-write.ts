import type { ArchiveApi } from '../contract/archive-api.ts';
import { FailureError } from '../contract/failure.ts';
import { sentence } from '../words/sentence.ts';
import type { Calls } from '../rpc/calls.ts';

/** The shell says by another way than the window what a person chose, and may be heard later. */
const patienceMs = 3_000;

/** Paths that a person chose to write to. The window could be made to name any path by a flaw in it. */
export class LetWrite {
  readonly #paths = new Set<string>();
  readonly #waiting = new Map<string, () => void>();

  let(path: string): void {
    this.#paths.add(path);
    this.#waiting.get(path)?.();
  }

  /** An archive that writes nowhere else. */
  guard(api: Calls<ArchiveApi>): Calls<ArchiveApi> {
    return {
      ...api,
      exportArticles: async (request, signal) => {
        await this.#wait(request.path);
        return api.exportArticles(request, signal);
      },
      packLibrary: async (request, signal) => {
        await this.#wait(request.path);
        return api.packLibrary(request, signal);
      },
      unpackLibrary: async (request, signal) => {
        await this.#wait(request.libraryDir);
        return api.unpackLibrary(request, signal);
      },
    };
  }

  async #wait(path: string | null): Promise<void> {
    if (path !== null && !this.#paths.has(path)) {
      await new Promise<void>((resolve) => {
        this.#waiting.set(path, resolve);
        setTimeout(resolve, patienceMs);
      });
      this.#waiting.delete(path);
    }
    if (path !== null && this.#paths.has(path)) return;
    throw new FailureError({ code: 'bad-request', message: sentence('export.not-chosen') });
  }
}
