import type { FailureCodeOfFile, ImportProgress } from '../../../electron/contract/archive-api.ts';
import { count, counted } from '../../text/counts.ts';
import { dayOf } from '../../text/dates.ts';

/** “40 seconds”, “3 minutes”, “2 hours 5 minutes”: as exact as is of use to somebody who waits. */
export function sayWait(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return counted(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return counted(minutes, 'minute');
  const rest = minutes % 60;
  const hours = counted(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${counted(rest, 'minute')}`;
}

/** “20 Nov 2026, 09:30” by the clock of this computer. */
export function sayMoment(atMs: number): string {
  const at = new Date(atMs);
  const padded = (value: number) => String(value).padStart(2, '0');
  return `${dayOf(atMs)}, ${padded(at.getHours())}:${padded(at.getMinutes())}`;
}

/** How much of an import is done, 0 to 1; null while its size is not known. */
export function shareDone({ state, seen, done }: ImportProgress): number | null {
  return state === 'scanning' || seen === 0 ? null : Math.min(1, done / seen);
}

export function sayState({ state, added, updated, seen, done }: ImportProgress): string {
  switch (state) {
    case 'scanning':
      return 'Looking for files';
    case 'importing':
      return 'Importing';
    case 'paused':
      return 'Paused';
    case 'rebuilding':
      return 'Rebuilding the index';
    case 'idle':
      if (done < seen) return 'Stopped';
      return added + updated === 0 ? 'Up to date' : 'Imported';
  }
}

/** “1,400 of 4,200 files”. */
export function sayProgress({ state, seen, done }: ImportProgress): string {
  if (state === 'scanning') return `${counted(seen, 'file')} found`;
  return done === seen ? counted(done, 'file') : `${count(done)} of ${counted(seen, 'file')}`;
}

/** “1,400 of 4,200 files, 46 a second, about 2 minutes left”, as far as it is known. */
export function sayImport(progress: ImportProgress): string {
  const { rate, remainingMs } = progress;
  return [
    sayProgress(progress),
    ...(rate >= 1 ? [`${count(Math.round(rate))} a second`] : []),
    ...(remainingMs === null ? [] : [`about ${sayWait(remainingMs)} left`]),
  ].join(', ');
}

/** What came of the files, without what there was none of. */
export function sayOutcome(progress: ImportProgress): string {
  const parts = [
    [progress.added, 'new'],
    [progress.updated, 'changed'],
    [progress.unchanged, 'unchanged'],
    [progress.duplicates, 'copies of others'],
    [progress.missing, 'missing'],
  ] as const;
  return parts
    .filter(([files]) => files > 0)
    .map(([files, words]) => `${count(files)} ${words}`)
    .join(', ');
}

export function sayFailures(failed: number): string {
  return `${counted(failed, 'file')} could not be read`;
}

const explanations: Readonly<Record<FailureCodeOfFile, string>> = {
  unreadable: 'Could not be opened',
  empty: 'Empty',
  binary: 'Not text',
  'too-large': 'Too large',
  undecodable: 'Unknown encoding',
  'link-loop': 'Link that leads back to itself',
  vanished: 'Gone before it was read',
  crashed: 'Stopped the reader',
  'timed-out': 'Took too long',
  unsupported: 'Kind of file not read yet',
};

/** A failure's code in plain words. */
export function explain(code: FailureCodeOfFile): string {
  return explanations[code];
}
