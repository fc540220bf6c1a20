import { spawn } from 'node:child_process';
import { checkout } from './checkout.ts';

export type CommandOptions = Readonly<{
  cwd?: string;
  env?: Readonly<Record<string, string | undefined>>;
  /** `capture` gathers what the command writes to stdout; otherwise it goes to this terminal. */
  output?: 'show' | 'capture';
}>;

export type CommandResult = Readonly<{ status: number; stdout: string }>;

/** Runs a command to its end, in the checkout unless told otherwise; throws only when it can't be started. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd = checkout, env = {}, output = 'show' }: CommandOptions = {},
): Promise<CommandResult> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['inherit', output === 'show' ? 'inherit' : 'pipe', 'inherit'],
    });
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== null) console.log(`${command} was ended by ${signal}`);
      resolve({ status: code ?? 1, stdout });
    });
  });
}

/** Runs a script of this checkout with the Node that is running now. */
export async function runScript(
  script: string,
  args: readonly string[] = [],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return await runCommand(process.execPath, [script, ...args], { cwd: checkout, ...options });
}
