import { setImmediate } from 'node:timers/promises';

/** Lets one piece of work run at a time, in the order in which they asked. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(work);
    // Whoever waits next is not concerned by how this one ended.
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** Lets waiting calls be answered before the work goes on. */
export async function yieldToEventLoop(): Promise<void> {
  await setImmediate();
}
