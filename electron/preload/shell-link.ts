import { shellEvents, type ShellApi, type ShellEvents } from '../contract/shell-api.ts';
import type { Outcome } from '../contract/window-bridge.ts';
import { Subscriptions } from './subscriptions.ts';

export type Invoke = (method: keyof ShellApi, request: unknown) => Promise<Outcome<unknown>>;

/** The document's line to the main process. What happened before the window listened is told once it does. */
export class ShellLink {
  readonly #events = new Subscriptions<ShellEvents>();
  readonly #invoke: Invoke;
  #engineState: ShellEvents['engineState'] | null = null;
  #paths: string[] = [];

  constructor(invoke: Invoke) {
    this.#invoke = invoke;
  }

  call(method: keyof ShellApi, request: unknown): Promise<Outcome<unknown>> {
    return this.#invoke(method, request);
  }

  receive(name: unknown, event: unknown): void {
    if (typeof name !== 'string' || !Object.hasOwn(shellEvents, name)) return;
    if (name === 'engineState') this.#engineState = event as ShellEvents['engineState'];
    if (name === 'pathsOpened' && !this.#events.heard('pathsOpened')) {
      this.#paths.push(...(event as ShellEvents['pathsOpened']).paths);
      return;
    }
    this.#events.tell(name as keyof ShellEvents, event as never);
  }

  on<Name extends keyof ShellEvents>(name: Name, listener: (event: ShellEvents[Name]) => void): () => void {
    const stop = this.#events.on(name, listener);
    queueMicrotask(() => this.#catchUp(name));
    return stop;
  }

  #catchUp(name: keyof ShellEvents): void {
    if (name === 'engineState' && this.#engineState !== null) this.#events.tell(name, this.#engineState);
    if (name === 'pathsOpened' && this.#paths.length > 0) {
      this.#events.tell(name, { paths: this.#paths.splice(0) });
    }
  }
}
