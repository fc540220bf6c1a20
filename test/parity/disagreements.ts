import type { LunrHit } from './stock-lunr.ts';

export const scoreTolerance = 1e-9;

export type Comparison = Readonly<{
  sameHits: boolean;
  sameOrder: boolean;
  worstDifference: number;
  /** In words. */
  disagreements: readonly string[];
}>;

/** Holds our hits, in our order, against Lunr's: the same articles, scores within 1e-9, ties by article id. */
export function compareHits(ours: readonly LunrHit[], lunrs: readonly LunrHit[]): Comparison {
  const disagreements: string[] = [];
  const expected = new Map(lunrs.map(({ id, score }) => [id, score]));
  let worstDifference = 0;
  let sameOrder = true;
  let found = 0;
  if (ours.length !== lunrs.length) {
    disagreements.push(`${String(ours.length)} hits instead of ${String(lunrs.length)}`);
  }
  for (const [place, { id, score }] of ours.entries()) {
    const theirs = expected.get(id);
    if (theirs === undefined) {
      disagreements.push(`article ${String(id)} is no hit of Lunr's`);
      continue;
    }
    found += 1;
    const difference = Math.abs(score - theirs);
    worstDifference = Math.max(worstDifference, difference);
    if (difference > scoreTolerance) {
      disagreements.push(`article ${String(id)} scores ${String(score)} instead of ${String(theirs)}`);
    }
    const next = ours[place + 1];
    const nextScore = next === undefined ? undefined : expected.get(next.id);
    if (next === undefined || nextScore === undefined) continue;
    const tied = Math.abs(theirs - nextScore) <= scoreTolerance;
    if (tied ? id > next.id : theirs < nextScore) {
      sameOrder = false;
      disagreements.push(`articles ${String(id)} and ${String(next.id)} stand in the wrong order`);
    }
  }
  const sameHits = found === ours.length && found === lunrs.length;
  return { sameHits, sameOrder, worstDifference, disagreements };
}
