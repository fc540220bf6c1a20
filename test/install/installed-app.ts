import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { BareDebian } from './bare-debian.ts';

const startMs = 60_000;
const stopMs = 30_000;

/** The installed app with its window. Its fuses keep debuggers of Node out, so that the page is all that can be looked into. */
export class InstalledApp {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, browser: Browser, page: Page) {
    this.#process = process;
    this.#browser = browser;
    this.page = page;
  }

  /** Starts it by `command`, the last argument of which the port of the page is added to. */
  static async start(debian: BareDebian, command: readonly string[], user: string): Promise<InstalledApp> {
    const port = await freePort();
    const process = debian.start([...command, `--remote-debugging-port=${port}`], { user });
    const browser = await connected(port, process);
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('the app opened no window');
    return new InstalledApp(process, browser, page);
  }

  /** Asks the app to end, as a session does that ends, and waits until it has. */
  async quit(): Promise<void> {
    const ended = once(this.#process, 'exit');
    const { pid } = this.#process;
    await this.page.evaluate(() => globalThis.close()).catch(() => undefined);
    const inTime = await Promise.race([ended.then(() => true), setTimeout(stopMs, false, { ref: false })]);
    await this.#browser.close().catch(() => undefined);
    if (inTime || pid === undefined) return;
    process.kill(-pid, 'SIGKILL');
    await ended;
    throw new Error(`the app did not end within ${stopMs / 1000} s of its window's being closed`);
  }
}

/** The command lines and the kernel's words of every process whose executable lies below `folder`. */
export function processesOf(folder: string): readonly Readonly<{ command: string; status: string }>[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return command.startsWith(folder)
          ? [{ command, status: readFileSync(`/proc/${pid}/status`, 'utf8') }]
          : [];
      } catch (error) {
        // It has ended meanwhile.
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
          return [];
        throw error;
      }
    });
}

async function connected(port: number, app: ChildProcess): Promise<Browser> {
  const endMs = performance.now() + startMs;
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (app.exitCode !== null)
        throw new Error(`the app ended (${app.exitCode}) before it had a window`, { cause: error });
      if (performance.now() > endMs) throw error;
      await setTimeout(200);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
