import { say } from '../../../electron/words/say.ts';
import { sayList } from '../../text/say-list.ts';
import type { ImportProgress } from '../../../electron/contract/archive-api.ts';
import type { FileFailureCode } from '../../../electron/contract/file-reports.ts';
import { dayOf } from '../../text/date-text.ts';

/** “40 seconds”, “3 minutes”, “2 hours 5 minutes”: as exact as is of use to somebody who waits. */
export function sayWait(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return say('count.seconds', { count: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return say('count.minutes', { count: minutes });
  const rest = minutes % 60;
  const hours = say('count.hours', { count: Math.floor(minutes / 60) });
  return rest === 0
    ? hours
    : say('duration.hours-and-minutes', { hours, minutes: say('count.minutes', { count: rest }) });
}

/** “20 Nov 2026, 09:30” by the clock of this computer. */
export function sayMoment(atMs: number): string {
  const at = new Date(atMs);
  const padded = (value: number) => String(value).padStart(2, '0');
  return say('moment', { day: dayOf(atMs), time: `${padded(at.getHours())}:${padded(at.getMinutes())}` });
}

/** How much of an import is done, 0 to 1; null while its size is not known. */
export function shareDone({ state, seen, done }: ImportProgress): number | null {
  return state === 'scanning' || seen === 0 ? null : Math.min(1, done / seen);
}

export function sayState({ state, added, updated, seen, done }: ImportProgress): string {
  switch (state) {
    case 'scanning':
      return say('import.scanning');
    case 'importing':
      return say('import.importing');
    case 'paused':
      return say('import.paused');
    case 'rebuilding':
      return say('import.rebuilding');
    case 'idle':
      if (done < seen) return say('import.stopped');
      return added + updated === 0 ? say('import.up-to-date') : say('import.imported');
  }
}

/** “1,400 of 4,200 files”. */
export function sayProgress({ state, seen, done }: ImportProgress): string {
  if (state === 'scanning') return say('import.found', { files: files(seen) });
  return done === seen ? files(done) : say('import.done-of', { done, files: files(seen) });
}

/** “1,400 of 4,200 files, 46 a second, about 2 minutes left”, as far as it is known. */
export function sayImport(progress: ImportProgress): string {
  const { rate, remainingMs } = progress;
  return sayList([
    sayProgress(progress),
    ...(rate >= 1 ? [say('import.rate', { count: Math.round(rate) })] : []),
    ...(remainingMs === null ? [] : [say('import.left', { wait: sayWait(remainingMs) })]),
  ]);
}

/** What came of the files, without what there was none of. */
export function sayOutcome(progress: ImportProgress): string {
  const parts = [
    [progress.added, 'import.new'],
    [progress.updated, 'import.changed'],
    [progress.unchanged, 'import.unchanged'],
    [progress.duplicates, 'import.copies'],
    [progress.missing, 'import.missing'],
  ] as const;
  return sayList(parts.filter(([files]) => files > 0).map(([count, words]) => say(words, { count })));
}

export function sayFailures(failed: number): string {
  return say('import.failures', { count: failed });
}

/** A failure's code in plain words. */
export function explain(code: FileFailureCode): string {
  return say(`failure.${code}`);
}

function files(count: number): string {
  return say('count.files', { count });
}
