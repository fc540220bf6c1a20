import type { Published } from '../../../contract/article.ts';
import type { FoundDate } from '../dates/found-date.ts';
import { publishedFrom } from '../dates/published.ts';
import type { DateClaim } from './date-claims.ts';

/** What the date of a page is chosen by, besides its claims. */
export type DateContext = Readonly<{
  /** The line of the headline; null for a page without one. */
  headline: number | null;
  /** What the address of the page names, if anything. */
  ofAddress: Published | null;
  today: string;
}>;

/** How many lines above and below the headline what stands there is most likely about the article. */
const reach = { above: 4, below: 10 };
/** Far above the headline pages say what day it is today. */
const masthead = 12;
/** What stands so far below a headline is of something else, unless it says that it isn't. */
const far = 60;
const minScore = 20;

/**
 * When an article was published, by all that its page claims. Stamps beat what is seen, but for three reasons: in
 * Greenwich it may be the day after already; two dates that are seen and agree beat a stamp that stands alone; and an
 * address keeps the day on which it was made when its article is stamped anew.
 */
export function chooseDate(claims: readonly DateClaim[], context: DateContext): Published | null {
  const believed = claims.filter(({ date }) => publishedFrom(date, 'meta', 1, context.today) !== null);
  const stamps = believed.filter(({ line }) => line === null);
  const seen = believed
    .filter(({ line }) => line !== null)
    .sort((one, two) => score(two, context) - score(one, context));
  const stamp = stamps[0];
  const best = seen.find((claim) => score(claim, context) >= minScore) ?? onlyDay(seen);
  const { ofAddress } = context;
  if (stamp === undefined) return ofSeen(best, ofAddress, context);
  const own = dayOf(stamp.date);
  const address = ofAddress?.precision === 'day' ? ofAddress : null;
  if (address !== null && isLater(own, address.date, stamp.isUtc)) return address;
  if (
    best !== undefined &&
    stamp.isUtc &&
    daysBetween(dayOf(best.date), own) === 1 &&
    score(best, context) >= 40
  )
    return publishedBy(best, context);
  const isLone = stamps.filter(({ date }) => dayOf(date) === own).length < 2 && address?.date !== own;
  const agreed = isLone ? agreedOn(seen, own, context) : null;
  return publishedBy(agreed ?? stamp, context);
}

/** The one day that a whole page speaks of. */
function onlyDay(seen: readonly DateClaim[]): DateClaim | undefined {
  const [first] = seen;
  return first !== undefined && seen.every(({ date }) => dayOf(date) === dayOf(first.date))
    ? first
    : undefined;
}

/** Without a stamp: a date that the page calls that of publication, then the address, then any date near the headline. */
function ofSeen(
  best: DateClaim | undefined,
  ofAddress: Published | null,
  context: DateContext,
): Published | null {
  if (best === undefined) return ofAddress;
  if (ofAddress === null || ofAddress.precision !== 'day') return publishedBy(best, context);
  const apart = Math.abs(daysBetween(ofAddress.date, dayOf(best.date)));
  return apart <= 1 || (best.isLabelled && !best.isAside && apart < 0)
    ? publishedBy(best, context)
    : ofAddress;
}

/** Two places where readers see another day than the stamp's, and not the stamp's anywhere. */
function agreedOn(seen: readonly DateClaim[], own: string, context: DateContext): DateClaim | null {
  const near = seen.filter((claim) => !claim.isAside && score(claim, context) >= 40);
  if (near.some(({ date }) => dayOf(date) === own)) return null;
  for (const claim of near) {
    const day = dayOf(claim.date);
    if (near.some((other) => other.line !== claim.line && dayOf(other.date) === day)) return claim;
  }
  return null;
}

/** A stamp of the next day in Greenwich, or of a much later one. */
function isLater(stamp: string, day: string, isUtc: boolean): boolean {
  const days = daysBetween(day, stamp);
  return days > 1 || (days === 1 && isUtc);
}

function score({ isLabelled, line, isAside }: DateClaim, { headline }: DateContext): number {
  if (line === null) return 0;
  const base = (isLabelled ? 45 : 30) - (isAside ? 20 : 0);
  if (headline === null) return base - Math.min(9, line / 100);
  const distance = line - headline;
  if (distance >= -reach.above && distance <= reach.below) return base + 25 - Math.abs(distance) / 10;
  if (distance < -masthead) return base - 15;
  if (distance > far && !isLabelled) return base - 12;
  return base + 5 - Math.min(9, Math.abs(distance) / 50);
}

function publishedBy(claim: DateClaim, { today }: DateContext): Published | null {
  const { from, isLabelled, isAside } = claim;
  const confidence =
    from === 'json-ld' ? 0.95 : from === 'meta' ? 0.92 : isAside ? 0.6 : isLabelled ? 0.9 : 0.8;
  return publishedFrom(claim.date, from, confidence, today);
}

function dayOf({ year, month, day }: FoundDate): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year ?? 0, 4)}-${pad(month, 2)}-${pad(day ?? 1, 2)}`;
}

/** From the first to the second. */
function daysBetween(one: string, two: string): number {
  return Math.round(
    (Date.parse(`${two.slice(0, 10)}T00:00:00Z`) - Date.parse(`${one.slice(0, 10)}T00:00:00Z`)) / 86_400_000,
  );
}
