const counts = new Intl.NumberFormat('en');

/** 18,204 */
export function sayCount(count: number): string {
  return counts.format(count);
}

/** “1 file”, “18,204 files”; `many` where the plural is not made with an s. */
export function sayCountOf(count: number, one: string, many = `${one}s`): string {
  return `${sayCount(count)} ${count === 1 ? one : many}`;
}

/** “40 seconds”, “3 minutes”, “2 hours 5 minutes”: as exact as is of use to somebody who waits. */
export function sayDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return sayCountOf(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return sayCountOf(minutes, 'minute');
  const rest = minutes % 60;
  const hours = sayCountOf(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${sayCountOf(rest, 'minute')}`;
}

const days = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const times = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** “20 Nov 2026, 09:30” by the clock of this computer. */
export function sayMoment(atMs: number): string {
  const parts = Object.fromEntries(days.formatToParts(atMs).map(({ type, value }) => [type, value]));
  return `${parts['day'] ?? ''} ${parts['month'] ?? ''} ${parts['year'] ?? ''}, ${times.format(atMs)}`;
}
