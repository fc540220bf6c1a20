const grouped = new Intl.NumberFormat('en');

/** `18,204`. */
export function count(value: number): string {
  return grouped.format(value);
}

/** `1 article`, `18,204 articles`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** `0.8 ms`, `14 ms`, `1.2 s`. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
