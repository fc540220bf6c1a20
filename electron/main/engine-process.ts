import { word } from '../words/word.ts';
import type { EngineCommand, EngineReport } from '../contract/engine-messages.ts';
import type { ShellEvents } from '../contract/shell-api.ts';
import { say } from '../words/say.ts';

export type EngineState = ShellEvents['engineState'];

/** A utility process, as far as it is used here. */
export type EngineChild<Port> = Readonly<{
  on(event: 'message', listener: (report: EngineReport) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  postMessage(command: EngineCommand, ports?: Port[]): void;
  kill(): boolean;
}>;

export type EngineProcessOptions<Port> = Readonly<{
  fork: (libraryDir: string) => EngineChild<Port>;
  onState: (state: EngineState) => void;
  log: (line: string) => void;
  nowMs: () => number;
}>;

const firstDelayMs = 250;
const maxDelayMs = 8_000;
const crashWindowMs = 60_000;
const crashesToGiveUp = 8;
const closingMs = 5_000;

/** Owns the process that the engine runs in: starts it, starts it again when it crashes, connects to it, stops it. */
export class EngineProcess<Port> {
  readonly #options: EngineProcessOptions<Port>;
  #libraryDir = '';
  #child: EngineChild<Port> | null = null;
  #restart: NodeJS.Timeout | null = null;
  #crashes: number[] = [];
  #settle: ((state: EngineState) => void)[] = [];
  #state: EngineState = { state: 'starting', message: null };

  constructor(options: EngineProcessOptions<Port>) {
    this.#options = options;
  }

  get state(): EngineState {
    return this.#state;
  }

  get libraryDir(): string {
    return this.#libraryDir;
  }

  /**
   * Opens the engine on a library; on another one than before, or after it was given up, too. Settles with `ready` or
   * `failed`, or with `starting` when the engine was stopped meanwhile.
   */
  async start(libraryDir: string): Promise<EngineState> {
    await this.stop();
    this.#libraryDir = libraryDir;
    this.#crashes = [];
    const settled = new Promise<EngineState>((resolve) => this.#settle.push(resolve));
    this.#fork('starting', null);
    return settled;
  }

  /** Hands one end of a channel to the engine; false when there is none to hand it to. */
  connect(port: Port): boolean {
    this.#child?.postMessage({ kind: 'connect' }, [port]);
    return this.#child !== null;
  }

  /** Lets the engine write to a path that a person chose. */
  letWrite(path: string): void {
    this.#child?.postMessage({ kind: 'let-write', path });
  }

  /** Lets the engine close its library; one that takes too long is ended. */
  async stop(): Promise<void> {
    if (this.#restart !== null) clearTimeout(this.#restart);
    this.#restart = null;
    const child = this.#child;
    this.#child = null;
    for (const settle of this.#settle.splice(0)) settle({ state: 'starting', message: null });
    if (child === null) return;
    await new Promise<void>((resolve) => {
      const tooLong = setTimeout(() => {
        this.#options.log('the engine did not close in time and is ended');
        child.kill();
      }, closingMs);
      child.once('exit', () => {
        clearTimeout(tooLong);
        resolve();
      });
      child.postMessage({ kind: 'close' });
    });
  }

  #fork(state: 'starting' | 'restarting', message: string | null): void {
    const child = this.#options.fork(this.#libraryDir);
    this.#child = child;
    child.on('message', (report) => this.#heard(child, report));
    child.once('exit', (code) => this.#ended(child, code));
    this.#become({ state, message });
  }

  #heard(child: EngineChild<Port>, report: EngineReport): void {
    if (report.kind === 'log') this.#options.log(`engine: ${report.line}`);
    if (child !== this.#child) return;
    if (report.kind === 'ready') this.#become({ state: 'ready', message: null });
    if (report.kind === 'unopened') {
      this.#child = null;
      child.kill();
      this.#become({ state: 'failed', message: word(report.failure.message) });
    }
  }

  #ended(child: EngineChild<Port>, code: number): void {
    // One that was told to stop, or that has been replaced, may end as it likes.
    if (child !== this.#child) return;
    this.#child = null;
    const nowMs = this.#options.nowMs();
    this.#crashes = [...this.#crashes.filter((atMs) => nowMs - atMs < crashWindowMs), nowMs];
    const message = say('engine.stopped-unexpectedly', { code: String(code) });
    if (this.#crashes.length >= crashesToGiveUp) {
      this.#become({ state: 'failed', message });
      return;
    }
    const delayMs = Math.min(maxDelayMs, firstDelayMs * 2 ** (this.#crashes.length - 1));
    this.#become({ state: 'restarting', message });
    this.#restart = setTimeout(() => {
      this.#restart = null;
      this.#fork('restarting', message);
    }, delayMs);
  }

  #become(state: EngineState): void {
    this.#state = state;
    this.#options.log(`engine ${state.state}${state.message === null ? '' : `: ${state.message}`}`);
    this.#options.onState(state);
    if (state.state !== 'ready' && state.state !== 'failed') return;
    for (const settle of this.#settle.splice(0)) settle(state);
  }
}
