/** Hands items from one loop to another; the giver waits while it is full, the taker while it is empty. */
export class BoundedQueue<Item> {
  readonly #limit: number;
  #items: Item[] = [];
  #taken = 0;
  #ended = false;
  #waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#items.length - this.#taken;
  }

  /** Nothing will come after what is in it. */
  get hasEnded(): boolean {
    return this.#ended;
  }

  /** Nothing is in it and nothing will come. */
  get isOver(): boolean {
    return this.#ended && this.length === 0;
  }

  async give(items: readonly Item[]): Promise<void> {
    while (this.length >= this.#limit && !this.#ended) await this.#change();
    if (this.#ended) return;
    for (const item of items) this.#items.push(item);
    this.#wake();
  }

  /** Up to `count` items; an empty list when the queue has ended and is empty. */
  async take(count: number): Promise<Item[]> {
    while (this.length === 0 && !this.#ended) await this.#change();
    const items = this.#items.slice(this.#taken, this.#taken + count);
    this.#taken += items.length;
    if (this.#taken > 4096 && this.#taken * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#taken);
      this.#taken = 0;
    }
    this.#wake();
    return items;
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Ends and forgets what was not taken. */
  drop(): void {
    this.#items = [];
    this.#taken = 0;
    this.end();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
