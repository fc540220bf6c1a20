import { fork } from 'node:child_process';
import { MemoryWatch, type PhaseMemory } from '../resident-memory.ts';
import type { Job, JobMessage, ResultOf } from './job.ts';

/** Tells the benchmark's own bundle to do a job instead of running the benchmark. */
export const jobArgument = '--job';

export type JobReport<Result> = Readonly<{
  result: Result;
  memory: Readonly<Record<string, PhaseMemory>>;
}>;

const breakingSignals = ['SIGINT', 'SIGTERM'] as const;

/** The process that did the job died, most often of its memory. */
export class JobDied extends Error {
  override readonly name = 'JobDied';
}

/** What V8 says of a full heap is a page of addresses. */
function whyItDied(complaints: string, status: string): string {
  return complaints.includes('heap out of memory')
    ? 'its heap was full'
    : `the process ended with ${status}\n${complaints}`;
}

/** Does a job in a process of its own, whose memory is watched from here. Throws `JobDied`. */
export async function runJob<Asked extends Job>(
  job: Asked,
  { heapMb }: Readonly<{ heapMb?: number }> = {},
): Promise<JobReport<ResultOf<Asked>>> {
  const child = fork(process.argv[1] ?? '', [jobArgument], {
    execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${String(heapMb)}`],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const watch = new MemoryWatch(child.pid ?? 0);
  // A benchmark that is broken off leaves nothing behind that still runs.
  const breakOff = (): void => {
    child.kill('SIGKILL');
    process.exit(1);
  };
  for (const signal of breakingSignals) process.once(signal, breakOff);
  try {
    const result = await new Promise<ResultOf<Asked>>((resolve, reject) => {
      let done: ResultOf<Asked> | undefined;
      child.on('message', (message: JobMessage) => {
        if ('phase' in message) watch.enter(message.phase);
        else done = message.result as ResultOf<Asked>;
      });
      child.on('error', reject);
      child.on('close', (code, signal) => {
        if (done !== undefined) resolve(done);
        else reject(new JobDied(whyItDied(complaints, signal ?? String(code))));
      });
      child.send(job);
    });
    return { result, memory: watch.stop() };
  } finally {
    watch.stop();
    for (const signal of breakingSignals) process.off(signal, breakOff);
    child.kill();
  }
}
