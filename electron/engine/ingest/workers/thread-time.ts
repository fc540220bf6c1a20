import { readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';

/** Tells how much processor time, in milliseconds from any beginning, a thread of this process has had. */
export type ThreadClock = Readonly<{
  /** `thread` as `ownThread` said it there; 0 while it has not said it yet. */
  usedMs(thread: number): number;
}>;

/** Linux counts processor time in hundredths of a second for everybody who asks (`USER_HZ`, proc(5)). */
const tickMs = 10;

/** The number by which the system knows the calling thread; -1 where it does not tell. */
export function ownThread(): number {
  try {
    return Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  } catch {
    return -1;
  }
}

/**
 * Reads the time of a thread from the system where it tells that of each (Linux). Elsewhere it is at most what the
 * whole process has had, and at most `stepMs` each time that it is asked: a machine that slept in between counts once.
 * `stepMs` is how often it is asked.
 */
export function systemThreadClock(stepMs: number): ThreadClock {
  let usedMs = 0;
  let lastMs = processMs();
  return {
    usedMs: (thread) => {
      const own = thread > 0 ? threadMs(thread) : null;
      if (own !== null) return own;
      const nowMs = processMs();
      usedMs += Math.min(stepMs, nowMs - lastMs);
      lastMs = nowMs;
      return usedMs;
    },
  };
}

function processMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** User and system time of a thread: fields 14 and 15 of its `stat`, of which the second may itself hold spaces and brackets. */
function threadMs(thread: number): number | null {
  try {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return user === undefined || system === undefined ? null : (user + system) * tickMs;
  } catch {
    return null;
  }
}
