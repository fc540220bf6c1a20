import type { ShellEvents } from '../../../electron/contract/shell-api.ts';
import { onShell } from '../../archive.ts';

type EngineState = ShellEvents['engineState'];

/** Whether the engine can be asked now. */
export class EngineLink {
  current = $state.raw<EngineState>({ state: 'ready', message: null });

  /** A call found the engine gone before the shell said so. */
  lost(): void {
    if (this.current.state === 'ready') this.current = { state: 'restarting', message: null };
  }

  /** `onReturn` is called when the engine is there again after it was gone. */
  listen(onReturn: () => void): () => void {
    return onShell('engineState', (next) => {
      const wasGone = this.current.state !== 'ready';
      this.current = next;
      if (next.state === 'ready' && wasGone) onReturn();
    });
  }
}
