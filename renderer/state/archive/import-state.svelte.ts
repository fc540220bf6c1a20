import { noImport } from '../../../electron/contract/archive-api.ts';
import { archive, onArchive } from '../../archive.ts';
import { Overtaking } from './overtaking.ts';

/** How the running import stands, or how the last one ended. */
export class ImportState {
  progress = $state.raw(noImport);
  isPanelOpen = $state(false);
  readonly #progressing = new Overtaking();

  get isRunning(): boolean {
    return this.progress.state !== 'idle';
  }

  /** Returns the end of the subscription. */
  listen(): () => void {
    return onArchive('importProgressed', (progress) => {
      this.#progressing.begin();
      this.progress = progress;
    });
  }

  async load(): Promise<void> {
    const isNewest = this.#progressing.begin();
    const status = await archive.status({});
    if (isNewest()) this.progress = status.import;
  }

  async pause(): Promise<void> {
    await archive.pauseImport({});
  }

  async resume(): Promise<void> {
    await archive.resumeImport({});
  }

  async cancel(): Promise<void> {
    await archive.cancelImport({});
  }
}
