/** Of longer texts the beginning says enough. */
const maxWords = 2000;

/** How alike two texts are, 0 to 1: Dice's coefficient over their pairs of neighbouring words. */
export function likeness(a: string, b: string): number {
  const [pairsOfA, pairsOfB] = [pairsIn(a), pairsIn(b)];
  let shared = 0;
  for (const pair of pairsOfA) if (pairsOfB.has(pair)) shared += 1;
  const all = pairsOfA.size + pairsOfB.size;
  return all === 0 ? 0 : (2 * shared) / all;
}

function pairsIn(text: string): Set<string> {
  const words = (text.slice(0, maxWords * 12).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, maxWords);
  const pairs = new Set<string>();
  // The first and the last word each make a pair with the edge, so that a text of one word has two.
  for (let at = 0; at <= words.length; at += 1) pairs.add(`${words[at - 1] ?? ''} ${words[at] ?? ''}`);
  return pairs;
}
