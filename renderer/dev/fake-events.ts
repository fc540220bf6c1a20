type Listener = (event: unknown) => void;

/** Hands events to whoever subscribed, as the preload script does. */
export class FakeEvents<Events extends object> {
  readonly #listeners = new Map<keyof Events, Set<Listener>>();

  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set<Listener>();
    this.#listeners.set(name, listeners);
    const held = listener as Listener;
    listeners.add(held);
    return () => {
      listeners.delete(held);
    };
  }

  emit<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(event);
  }
}
