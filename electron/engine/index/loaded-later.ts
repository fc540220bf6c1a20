/** Code that is loaded when it is first wanted: whoever opens an archive waits for none that it takes later. */
export class LoadedLater<Value> {
  readonly #load: () => Promise<Value>;
  #loading: Promise<Value> | null = null;
  #value: Value | null = null;
  #failure: Error | null = null;

  constructor(load: () => Promise<Value>) {
    this.#load = load;
  }

  static of<Value>(value: Value): LoadedLater<Value> {
    const loaded = new LoadedLater(async () => value);
    loaded.#value = value;
    return loaded;
  }

  async wait(): Promise<Value> {
    this.#loading ??= this.#load();
    return (this.#value ??= await this.#loading);
  }

  /** Null while it is being loaded, which this begins; throws what kept it from being loaded. */
  now(): Value | null {
    if (this.#failure !== null) throw this.#failure;
    if (this.#value === null)
      this.wait().catch((failure: unknown) => {
        this.#failure = failure instanceof Error ? failure : new Error(String(failure));
      });
    return this.#value;
  }
}
