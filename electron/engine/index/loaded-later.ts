/** Thrown by synchronous calls that need code which is still being loaded: to be tried again once `loaded` settles. */
export class StillLoading extends Error {
  override readonly name = 'StillLoading';
  readonly loaded: Promise<unknown>;

  constructor(loaded: Promise<unknown>) {
    super('code that is wanted is still being loaded');
    this.loaded = loaded;
  }
}

/** What `answer` returns, after trying again as often as code was still loading. */
export async function onceLoaded<Value>(answer: () => Value | Promise<Value>): Promise<Value> {
  for (;;)
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof StillLoading)) throw error;
      await error.loaded;
    }
}

/** Code that is loaded when it is first wanted, so that opening an archive does not wait for what only later calls need. */
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

  /** For who can't wait: throws `StillLoading` while it is being loaded, which this begins. */
  atOnce(): Value {
    if (this.#value === null) throw new StillLoading(this.wait());
    return this.#value;
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
