import { fork } from 'node:child_process';
import { MemoryWatch, type PhaseMemory } from '../resident-memory.ts';
import type { Job, JobMessage, ResultOf } from './job.ts';

/** Tells the benchmark's own bundle to do a job instead of running the benchmark. */
export const jobArgument = '--job';

export type JobReport<Result> = Readonly<{
  result: Result;
  memory: Readonly<Record<string, PhaseMemory>>;
}>;

/** The process that did the job died, most often of its memory. */
export class JobDied extends Error {
  override readonly name = 'JobDied';
}

/** Does a job in a process of its own, whose memory is watched from here. Throws `JobDied`. */
export async function runJob<Asked extends Job>(
  job: Asked,
  { heapMb }: Readonly<{ heapMb?: number }> = {},
): Promise<JobReport<ResultOf<Asked>>> {
  const child = fork(process.argv[1] ?? '', [jobArgument], {
    execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${String(heapMb)}`],
    // What V8 says of a heap that is full is no news to anybody.
    stdio: ['ignore', 'inherit', heapMb === undefined ? 'inherit' : 'ignore', 'ipc'],
  });
  const watch = new MemoryWatch(child.pid ?? 0);
  try {
    const result = await new Promise<ResultOf<Asked>>((resolve, reject) => {
      let done: ResultOf<Asked> | undefined;
      child.on('message', (message: JobMessage) => {
        if ('phase' in message) watch.enter(message.phase);
        else done = message.result as ResultOf<Asked>;
      });
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        if (done !== undefined) resolve(done);
        else reject(new JobDied(`the process ended with ${signal ?? String(code)}`));
      });
      child.send(job);
    });
    return { result, memory: watch.stop() };
  } finally {
    watch.stop();
    child.kill();
  }
}
