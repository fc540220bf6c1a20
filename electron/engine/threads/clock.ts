/** Milliseconds since 1970, with fractions: what the threads hand to everything in them that asks for the time. */
export function systemNowMs(): number {
  return performance.timeOrigin + performance.now();
}
