import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { mkdirSync, watch, writeFileSync } from 'node:fs';
import process from 'node:process';
import type { Phase, VictimLine, VictimPlan } from './victim.ts';

/** When to kill: `delayMs` after the `nth` time that something happened. */
export type KillAt = Readonly<{
  /** It was started, said that it is in a phase, began an act, or wrote to a file of the library. */
  after: 'start' | 'act' | Phase | `${'text' | 'library' | 'index'}.sqlite-wal`;
  nth: number;
  delayMs: number;
}>;

export type KilledRun = Readonly<{
  /** False when the process had done everything before. */
  killed: boolean;
  /** The last phase that it spoke of. */
  phase: Phase | 'start';
  duringAct: boolean;
  lines: readonly VictimLine[];
}>;

/** Runs `victim` in a process of its own and kills it with SIGKILL. Fails when it ends by an error of its own. */
export async function runAndKill(planPath: string, plan: VictimPlan, at: KillAt): Promise<KilledRun> {
  writeFileSync(planPath, JSON.stringify(plan));
  const script = process.argv[1] ?? '';
  const child = spawn(process.execPath, [script, '--victim', planPath], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: VictimLine[] = [];
  const errors: string[] = [];
  const timers: NodeJS.Timeout[] = [];
  let times = 0;
  const happened = (what: string): void => {
    if (what !== at.after || (times += 1) < at.nth || timers.length > 0) return;
    timers.push(setTimeout(() => child.kill('SIGKILL'), at.delayMs));
  };
  happened('start');
  mkdirSync(plan.libraryDir, { recursive: true });
  const watcher = watch(plan.libraryDir, (_, file) => happened(file ?? ''));
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (text) => {
    const line = parsedLine(text);
    if (line === null) return;
    lines.push(line);
    if (line.said === 'phase') happened(line.phase);
    if (line.said === 'begins') happened('act');
  });
  const [[code, signal]] = (await Promise.all([once(child, 'close'), once(reader, 'close')])) as [
    [number | null, string | null],
    unknown,
  ];
  watcher.close();
  for (const timer of timers) clearTimeout(timer);
  if (signal !== 'SIGKILL' && code !== 0)
    throw new Error(`the process ended by itself (${code ?? signal}): ${errors.join('')}`);
  const phases = lines.flatMap((line) => (line.said === 'phase' ? [line.phase] : []));
  const last = lines.filter(({ said }) => said === 'begins' || said === 'done').at(-1);
  return {
    killed: signal === 'SIGKILL' && phases.at(-1) !== 'closed',
    phase: phases.at(-1) ?? 'start',
    duringAct: last?.said === 'begins',
    lines,
  };
}

/** The last line may have been cut off by the kill. */
function parsedLine(text: string): VictimLine | null {
  try {
    return JSON.parse(text) as VictimLine;
  } catch {
    return null;
  }
}
