/** Tells an answer that something newer has overtaken: a later question, or news of what it is about. */
export class Overtaking {
  #newest = 0;

  /** Whatever is still on its way is old from now on. Returns whether what begins here is still the newest. */
  begin(): () => boolean {
    this.#newest += 1;
    return this.watch();
  }

  /** Returns whether nothing newer has begun since. */
  watch(): () => boolean {
    const newest = this.#newest;
    return () => newest === this.#newest;
  }
}
