/** Milliseconds since 1970, with fractions: what the threads hand to everything in them that asks for the time. */
export function systemNowMs(): number {
  return performance.timeOrigin + performance.now();
}

/** The reader's own day, `YYYY-MM-DD`, in the time zone of the process; `ms` since 1970. */
export function localDate(ms: number): string {
  const date = new Date(ms);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
