import { noImport } from '../../../electron/contract/archive-api.ts';
import { archive, onArchive } from '../../archive.ts';

/** How the running import stands, or how the last one ended. */
export class ImportState {
  progress = $state.raw(noImport);
  isPanelOpen = $state(false);

  get isRunning(): boolean {
    return this.progress.state !== 'idle';
  }

  /** Returns the end of the subscription. */
  listen(): () => void {
    return onArchive('importProgressed', (progress) => {
      this.progress = progress;
    });
  }

  async load(): Promise<void> {
    const status = await archive.status({});
    this.progress = status.import;
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
