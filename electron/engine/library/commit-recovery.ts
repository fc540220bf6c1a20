import type { Commit } from './commits/committer.ts';
import { replayIndex, replayLibrary } from './commits/replay.ts';
import type { WritableLibrary } from './writable-library.ts';

/**
 * Commits and merges of an open library. What a failure cut off in the middle, such as a full disk, is finished before
 * anything else is written, in the way of a library that is opened after a crash.
 */
export class CommitRecovery {
  readonly #opened: WritableLibrary;
  readonly #signal: AbortSignal;
  #isCutOff = false;

  constructor(opened: WritableLibrary, signal: AbortSignal) {
    this.#opened = opened;
    this.#signal = signal;
  }

  async commit(commit: Commit): Promise<void> {
    this.#opened.assertThere();
    await this.finish();
    this.#isCutOff = true;
    await this.#opened.committer.commit(commit, this.#opened.index);
    this.#isCutOff = false;
  }

  /** One step of a merge; false when there is none, or when a merge can't go on before the next commit. */
  mergeStep(): boolean {
    return this.#step(() => this.#opened.index.mergeStep());
  }

  /** As `mergeStep`, and when nothing is left to be merged a step of what pays only at rest. */
  restStep(): boolean {
    const { index, committer } = this.#opened;
    return this.#step(() => index.restStep() || committer.tidyStep(index));
  }

  /** A step of making the index as small and as quick as it can be. */
  optimizeStep(): boolean {
    return this.#step(() => this.#opened.index.optimizeStep());
  }

  /** Finishes what was cut off; fails when that can't be done yet. */
  async finish(): Promise<void> {
    if (!this.#isCutOff) return;
    const { library, text } = this.#opened;
    // What the index holds in memory may be ahead of what it could write.
    this.#opened.reopenIndex();
    replayLibrary(library, text);
    await replayIndex(library, text, this.#opened.index, {
      signal: this.#signal,
      onProgress: () => undefined,
    });
    this.#isCutOff = false;
  }

  #step(step: () => boolean): boolean {
    if (this.#isCutOff) return false;
    this.#isCutOff = true;
    const more = step();
    this.#isCutOff = false;
    return more;
  }
}
