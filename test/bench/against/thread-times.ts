import { readdirSync, readFileSync } from 'node:fs';

/** Processor time of each thread of this process so far, in milliseconds, by its number; empty where it can't be told. */
export type ThreadTimes = ReadonlyMap<string, number>;

const tasks = '/proc/self/task';

/** Read from Linux's `schedstat`, whose first number is the time on a processor in nanoseconds. */
export function threadTimes(): ThreadTimes {
  let threads: string[];
  try {
    threads = readdirSync(tasks);
  } catch {
    // This is no Linux.
    return new Map();
  }
  return new Map(threads.map((thread) => [thread, timeOf(thread)]));
}

function timeOf(thread: string): number {
  try {
    return Number(readFileSync(`${tasks}/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    // The thread has ended meanwhile, or this kernel does not count.
    return 0;
  }
}

/** The thread that was busiest between two looks; null where it can't be told. */
export function busiestThread(before: ThreadTimes, after: ThreadTimes): string | null {
  let [busiest, maxMs]: [string | null, number] = [null, 0];
  for (const [thread, ms] of after) {
    const workedMs = ms - (before.get(thread) ?? 0);
    if (workedMs > maxMs) [busiest, maxMs] = [thread, workedMs];
  }
  return busiest;
}
