import { Worker } from 'node:worker_threads';

const looksEveryMs = 1_000;

// A thread of its own, since what hangs may never give the event loop back.
const source = `
  const { writeSync } = require('node:fs');
  const { workerData: { clock, maxMs } } = require('node:worker_threads');
  setInterval(() => {
    const begunMs = Number(Atomics.load(clock, 0));
    if (begunMs === 0 || Date.now() - begunMs < maxMs) return;
    writeSync(2, 'VIOLATION: what was begun last hangs, for ' + Math.round(maxMs / 1000) + ' s by now\\n');
    process.kill(process.pid, 'SIGKILL');
  }, ${looksEveryMs});
`;

/** Ends this process by SIGKILL when what was begun takes longer than `maxMs`, even if it waits for nothing. */
export class Watchdog {
  readonly #clock = new BigInt64Array(new SharedArrayBuffer(8));

  constructor(maxMs: number) {
    new Worker(source, { eval: true, workerData: { clock: this.#clock, maxMs } }).unref();
  }

  /** `what` is printed before it begins, so that what hangs is known; `lastsMs` of it are meant to be. */
  begin(what: string, lastsMs = 0): void {
    console.log(what);
    Atomics.store(this.#clock, 0, BigInt(Date.now() + lastsMs));
  }

  /** Nothing goes on that could hang. */
  rest(): void {
    Atomics.store(this.#clock, 0, 0n);
  }
}
