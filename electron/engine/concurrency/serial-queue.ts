import { setImmediate } from 'node:timers/promises';

/** Lets one piece of work run at a time, in the order in which they asked. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work);
    // Whoever waits next is not concerned by how this one ended.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** Lets waiting calls be answered before the work goes on. */
export async function breathe(): Promise<void> {
  await setImmediate();
}
