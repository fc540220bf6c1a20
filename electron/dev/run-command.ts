import { spawn, type ChildProcess } from 'node:child_process';
import { checkout } from './checkout.ts';

export type CommandOptions = Readonly<{
  cwd?: string;
  env?: Readonly<Record<string, string | undefined>>;
  /** `capture` gathers what the command writes to stdout; otherwise it goes to this terminal. */
  output?: 'show' | 'capture';
  /** After so long it is ended, with every process that it has started. Without, it may take any time. */
  limitMs?: number;
}>;

export type CommandResult = Readonly<{ status: number; stdout: string }>;

/** Runs a command to its end, in the checkout unless told otherwise; throws only when it can't be started. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd = checkout, env = {}, output = 'show', limitMs }: CommandOptions = {},
): Promise<CommandResult> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['inherit', output === 'show' ? 'inherit' : 'pipe', 'inherit'],
      // The first of a group that can be ended as a whole; such a group has to be told of the signals that end its parent.
      detached: limitMs !== undefined,
    });
    const end = limitMs === undefined ? null : endedAfter(child, limitMs);
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      end?.giveUp();
      if (signal !== null) console.log(`${command} was ended by ${signal}`);
      resolve({ status: code ?? 1, stdout });
    });
  });
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function endedAfter(child: ChildProcess, limitMs: number): Readonly<{ giveUp: () => void }> {
  const endAll = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
    } catch (error) {
      // It has ended by itself meanwhile.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  };
  const timer = setTimeout(() => {
    console.log(`ended after ${Math.round(limitMs / 60_000)} minutes, which is too long`);
    endAll('SIGKILL');
  }, limitMs);
  for (const signal of endingSignals) process.on(signal, endAll);
  return {
    giveUp: () => {
      clearTimeout(timer);
      for (const signal of endingSignals) process.off(signal, endAll);
    },
  };
}

/** Runs a script of this checkout with the Node that is running now. */
export async function runScript(
  script: string,
  args: readonly string[] = [],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return await runCommand(process.execPath, [script, ...args], { cwd: checkout, ...options });
}
