import { parentPort, workerData } from 'node:worker_threads';
import { FailureError, toFailure } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import type { OneOffAnswer, OneOffData } from './one-off-workers.ts';

/** Progress is told this often at most. */
const tellEveryMs = 100;

export type OneOffWork = Readonly<{
  /** Throws once nobody waits any more. */
  checkpoint: () => void;
  progressed: (done: number, total: number) => void;
}>;

/** Carries out the order that this thread was started with, says what came of it, and ends. */
export async function carryOut<Order, Done>(
  act: (data: OneOffData<Order>, work: OneOffWork) => Done | Promise<Done>,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this runs as a thread of the engine');
  const data = workerData as OneOffData<Order>;
  const flag = new Int32Array(data.givenUp);
  const tell = (said: OneOffAnswer<Done>): void => port.postMessage(said);
  let toldMs = -Infinity;
  const work: OneOffWork = {
    checkpoint: () => {
      if (Atomics.load(flag, 0) === 0) return;
      throw new FailureError({ code: 'cancelled', message: sentence('trouble.given-up') });
    },
    progressed: (done, total) => {
      const nowMs = performance.now();
      if (nowMs - toldMs < tellEveryMs) return;
      toldMs = nowMs;
      tell({ progress: { done, total } });
    },
  };
  try {
    tell({ done: await act(data, work) });
  } catch (thrown) {
    tell({ failure: toFailure(thrown) });
  }
  port.close();
}
