type Listener = (event: never) => void;

/** Listeners by the name of their event. One that throws does not keep the others from hearing. */
export class Subscriptions<Events> {
  readonly #listeners = new Map<keyof Events, Set<Listener>>();

  /** Returns a function that ends the subscription. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  heard(name: keyof Events): boolean {
    return (this.#listeners.get(name)?.size ?? 0) > 0;
  }

  tell<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      try {
        listener(event as never);
      } catch (thrown) {
        globalThis.reportError(thrown);
      }
    }
  }
}
