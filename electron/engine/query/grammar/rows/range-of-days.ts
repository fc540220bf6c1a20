import type { QueryNode } from '../query-node.ts';

/** What a range may have been typed as: `a..b`, or one date for both. */
const typedRange = /^(?:date|year):([^.]*)(\.\.)?([^.]*)$/u;
/** Days further from 1970 stand for no end. */
const openEnd = 900_000;
const dayMs = 86_400_000;

/** The two ends of a range as they are typed, empty where it is open; null for days that a guess answers too. */
export function rangeOfDays({
  from,
  to,
  orGuessed,
  text,
}: QueryNode & { kind: 'days' }): Readonly<{ words: string; other: string }> | null {
  if (orGuessed) return null;
  const [, first, dots, last = ''] = typedRange.exec(text) ?? [];
  if (first !== undefined) return { words: first, other: dots === undefined ? first : last };
  return { words: dayOf(from), other: dayOf(to) };
}

function dayOf(day: number): string {
  return Math.abs(day) > openEnd ? '' : new Date(day * dayMs).toISOString().slice(0, 10);
}
