import type { IngestedBatch } from './ingested-batch.ts';

export type Arrived = Readonly<{ batch: IngestedBatch; job: object }>;

/** Batches between those who read and the one who takes them, each of whose givers waits until its own was taken. */
export class ArrivedBatches {
  readonly #waiting: Readonly<{ arrived: Arrived; done: () => void }>[] = [];
  #inHand: () => void = () => undefined;
  #wake: () => void = () => undefined;
  #closed = false;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Settles when the batch was taken, or nobody takes any more. */
  give(arrived: Arrived): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((done) => {
      this.#waiting.push({ arrived, done });
      this.#wake();
    });
  }

  /** Settles when there is something to take. */
  something(): Promise<void> {
    if (!this.isEmpty) return Promise.resolve();
    return new Promise((resolve) => (this.#wake = resolve));
  }

  next(): Arrived | null {
    const first = this.#waiting.shift();
    if (first === undefined) return null;
    this.#inHand = first.done;
    return first.arrived;
  }

  /** What `next` gave has been dealt with. */
  taken(): void {
    this.#inHand();
  }

  /** Nobody takes any more: no giver is left waiting. */
  close(): void {
    this.#closed = true;
    this.#inHand();
    for (const { done } of this.#waiting.splice(0)) done();
  }
}
