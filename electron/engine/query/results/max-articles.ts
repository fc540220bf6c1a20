/** The keys with the greatest counts, at most `max` of them, ascending; none with a count of 0. */
export function maxArticles(counts: Uint32Array, max: number): number[] {
  // Sorting 100,000 counts would take longer than counting them a few times.
  let enough = 1;
  let above = counts.reduce((maxId, count) => Math.max(maxId, count), 0) + 1;
  while (enough < above) {
    const middle = (enough + above) >>> 1;
    if (countFrom(counts, middle) <= max) above = middle;
    else enough = middle + 1;
  }
  let ties = enough === 1 ? 0 : max - countFrom(counts, enough);
  const keys: number[] = [];
  for (let key = 0; key < counts.length; key += 1) {
    const count = counts[key] as number;
    if (count >= enough || (count === enough - 1 && ties-- > 0)) keys.push(key);
  }
  return keys;
}

function countFrom(counts: Uint32Array, min: number): number {
  let from = 0;
  for (let key = 0; key < counts.length; key += 1) if ((counts[key] as number) >= min) from += 1;
  return from;
}
