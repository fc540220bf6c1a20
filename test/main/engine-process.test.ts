import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineCommand, EngineReport } from '../../electron/contract/engine-messages.ts';
import { EngineProcess } from '../../electron/main/engine-process.ts';

type Sent = Readonly<{ command: EngineCommand; ports: readonly string[] }>;

class FakeChild {
  readonly sent: Sent[] = [];
  killed = false;
  readonly libraryDir: string;
  #heard: (report: EngineReport) => void = () => undefined;
  #ended: ((code: number) => void)[] = [];

  constructor(libraryDir: string) {
    this.libraryDir = libraryDir;
  }

  on(_event: 'message', listener: (report: EngineReport) => void): void {
    this.#heard = listener;
  }

  once(_event: 'exit', listener: (code: number) => void): void {
    this.#ended.push(listener);
  }

  postMessage(command: EngineCommand, ports: string[] = []): void {
    this.sent.push({ command, ports });
  }

  kill(): boolean {
    this.killed = true;
    this.end(15);
    return true;
  }

  report(report: EngineReport): void {
    this.#heard(report);
  }

  end(code: number): void {
    for (const listener of this.#ended.splice(0)) listener(code);
  }
}

function started() {
  const children: FakeChild[] = [];
  const states: string[] = [];
  const lines: string[] = [];
  const engine = new EngineProcess<string>({
    fork: (libraryDir) => {
      const child = new FakeChild(libraryDir);
      children.push(child);
      return child;
    },
    onState: ({ state }) => states.push(state),
    log: (line) => lines.push(line),
    nowMs: () => Date.now(),
  });
  const newest = (): FakeChild => {
    const child = children.at(-1);
    if (child === undefined) throw new Error('nothing was forked');
    return child;
  };
  return { engine, children, states, lines, newest };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function open(parts: ReturnType<typeof started>, libraryDir = '/library'): Promise<void> {
  const settled = parts.engine.start(libraryDir);
  await vi.advanceTimersByTimeAsync(0);
  parts.newest().report({ kind: 'ready' });
  await settled;
}

describe('the process of the engine', () => {
  it('is started on the library and reported ready once the engine says so', async () => {
    const parts = started();
    await open(parts);
    expect(parts.newest().libraryDir).toBe('/library');
    expect(parts.states).toEqual(['starting', 'ready']);
  });

  it('is handed every port', async () => {
    const parts = started();
    await open(parts);
    expect(parts.engine.connect('a port')).toBe(true);
    expect(parts.newest().sent).toEqual([{ command: { kind: 'connect' }, ports: ['a port'] }]);
  });

  it('is started again after a crash, each time after twice as long, up to 8 seconds', async () => {
    const parts = started();
    await open(parts);
    const delaysMs: number[] = [];
    for (let crash = 0; crash < 7; crash += 1) {
      const before = parts.children.length;
      parts.newest().end(9);
      const crashedAtMs = Date.now();
      while (parts.children.length === before) await vi.advanceTimersToNextTimerAsync();
      delaysMs.push(Date.now() - crashedAtMs);
    }
    expect(delaysMs).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000]);
  });

  it('takes no port while it is down, and takes them again afterwards', async () => {
    const parts = started();
    await open(parts);
    parts.newest().end(9);
    expect(parts.engine.connect('too early')).toBe(false);
    await vi.advanceTimersByTimeAsync(250);
    parts.newest().report({ kind: 'ready' });
    expect(parts.engine.connect('in time')).toBe(true);
    expect(parts.states).toEqual(['starting', 'ready', 'restarting', 'restarting', 'ready']);
  });

  it('is given up after eight crashes within a minute, until it is started anew', async () => {
    const parts = started();
    await open(parts);
    for (let crash = 0; crash < 8; crash += 1) {
      parts.newest().end(9);
      await vi.advanceTimersByTimeAsync(crash < 7 ? 8_000 : 60_000);
    }
    expect(parts.engine.state).toEqual({
      state: 'failed',
      message: 'The archive engine stopped unexpectedly (code 9).',
    });
    expect(parts.children).toHaveLength(8);
    await open(parts);
    expect(parts.engine.state.state).toBe('ready');
  });

  it('is not given up for crashes that lie far apart', async () => {
    const parts = started();
    await open(parts);
    for (let crash = 0; crash < 20; crash += 1) {
      parts.newest().end(9);
      await vi.advanceTimersByTimeAsync(61_000);
    }
    expect(parts.children).toHaveLength(21);
  });

  it('is not started again when the library can not be opened, and says why', async () => {
    const parts = started();
    const settled = parts.engine.start('/library');
    await vi.advanceTimersByTimeAsync(0);
    const failure = { code: 'library-newer', message: 'a newer Microfiche made this library' } as const;
    parts.newest().report({ kind: 'unopened', failure });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await settled).toEqual({ state: 'failed', message: failure.message });
    expect(parts.children).toHaveLength(1);
    expect(parts.newest().killed).toBe(true);
  });

  it('closes its library before another one is opened, and its end is no crash', async () => {
    const parts = started();
    await open(parts, '/first');
    const first = parts.newest();
    const settled = parts.engine.start('/second');
    expect(first.sent.at(-1)?.command).toEqual({ kind: 'close' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(parts.children).toHaveLength(1);
    first.end(0);
    await vi.advanceTimersByTimeAsync(0);
    parts.newest().report({ kind: 'ready' });
    await settled;
    expect(parts.children.map(({ libraryDir }) => libraryDir)).toEqual(['/first', '/second']);
    expect(parts.states).toEqual(['starting', 'ready', 'starting', 'ready']);
  });

  it('is ended when it does not close within five seconds', async () => {
    const parts = started();
    await open(parts);
    const stopped = parts.engine.stop();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(parts.newest().killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await stopped;
    expect(parts.newest().killed).toBe(true);
  });

  it('stays down when it is stopped between a crash and the next start', async () => {
    const parts = started();
    await open(parts);
    parts.newest().end(9);
    await parts.engine.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(parts.children).toHaveLength(1);
  });

  it('does not hear a process that has been replaced', async () => {
    const parts = started();
    await open(parts);
    const old = parts.newest();
    old.end(9);
    await vi.advanceTimersByTimeAsync(250);
    old.report({ kind: 'ready' });
    expect(parts.engine.state.state).toBe('restarting');
  });

  it('writes what the engine says to the log', async () => {
    const parts = started();
    await open(parts);
    parts.newest().report({ kind: 'log', line: 'opened in 12 ms' });
    expect(parts.lines).toContain('engine: opened in 12 ms');
  });
});
