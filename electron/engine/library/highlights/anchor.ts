import type { TextRange } from '../../../contract/article.ts';
import type { Anchor, TextQuote } from '../../../contract/highlights.ts';
import { bestEnding, bestMatches, bestOpening, editsBetween } from './approximate-match.ts';

/** A passage as it was when it was marked. */
export type Selectors = Readonly<{
  quote: TextQuote;
  position: TextRange;
  /** What spoke for the place that was most like it elsewhere in its own text, in letters. */
  rival: number;
}>;

type Candidate = Readonly<{
  range: TextRange;
  /** Where what stands around it is looked for, if that is further out. */
  outer?: TextRange;
  by: Anchor['by'];
}>;
type Weighed = Readonly<{
  range: TextRange;
  by: Anchor['by'];
  likeness: number;
  sides: number;
  weight: number;
}>;

/** Letters before and behind a passage that are kept with it. */
const contextLength = 64;
/** What stands directly beside a passage and is looked for by itself. */
const besideLength = 32;

/*
 * Measured with `npm run test:unit -- test/engine/library/highlights`: likeness is 1 less the edits a letter. Two stretches of prose
 * that have nothing in common have 0.3 to 0.4 of it.
 */
const byChance = 0.4;
/** A passage with less has been written anew, even where all that stands around it is as it was. */
const leastLikeness = 0.7;
/** The same, where one side of it is another one too. */
const leastOnOneSide = 0.8;
/** The same, of a passage of so many letters that nothing speaks for but its own words. */
const leastAlone = 0.85;
const leastLengthAlone = 28;
/** How much of all that could speak for a place does. */
const leastShare = 0.55;
/** A side of a passage is as it was. */
const leastOfSide = 0.7;
/** Agreement of a longer passage tells no more. */
const weighedLength = 160;
/** How much more has to speak for a place than for any other, now and, times `rivalry`, then. */
const margin = 5;
const rivalry = 1.2;
const maxTwins = 200;

/** What tells a passage of `text` from all others. */
export function selectorsOf(text: string, [start, end]: TextRange): Selectors {
  const quote = {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
  };
  const others = weighedPlaces(text, quote).filter(({ range }) => areApart(range, [start, end]));
  const rival = others.reduce((most, { weight }) => Math.max(most, weight), 0);
  return { quote, position: [start, end], rival: Math.ceil(rival) };
}

/**
 * Where a passage is in `text` now: where it was, or the same words between the same, or what most speaks for being it: words like its
 * own between words like those around it. Null where nothing is like it enough, or two places are about as likely.
 */
export function anchorOf(text: string, selectors: Selectors): Anchor | null {
  const { quote, position } = selectors;
  if (isInPlace(text, selectors)) return { range: position, by: 'position' };
  const moved = onlyPlace(text, quote);
  if (moved !== null) return { range: moved, by: 'words' };
  const [best, ...others] = weighedPlaces(text, quote);
  if (best === undefined || !isEnough(best, selectors)) return null;
  const next = others.find(({ range }) => areApart(range, best.range));
  if (next !== undefined && best.weight < next.weight + margin) return null;
  return { range: best.range, by: best.by };
}

function areApart(one: TextRange, other: TextRange): boolean {
  return one[1] <= other[0] || one[0] >= other[1];
}

function isInPlace(text: string, { quote, position: [start, end] }: Selectors): boolean {
  const { exact, prefix, suffix } = quote;
  return (
    text.startsWith(exact, start) &&
    text.startsWith(suffix, end) &&
    text.startsWith(prefix, start - prefix.length)
  );
}

/** Where words and surroundings stand as they were, if that is one place. */
function onlyPlace(text: string, { exact, prefix, suffix }: TextQuote): TextRange | null {
  const whole = prefix + exact + suffix;
  const at = text.indexOf(whole);
  if (at < 0 || text.includes(whole, at + 1)) return null;
  return [at + prefix.length, at + prefix.length + exact.length];
}

/** Whatever could be the passage, what most speaks for first. */
function weighedPlaces(text: string, quote: TextQuote): Weighed[] {
  const { exact } = quote;
  const candidates = [
    ...twinsOf(text, exact),
    ...betweenSurroundings(text, quote),
    ...likeQuote(text, exact),
  ];
  return candidates.map((candidate) => weighed(text, quote, candidate)).sort((a, b) => b.weight - a.weight);
}

function twinsOf(text: string, exact: string): Candidate[] {
  const twins: Candidate[] = [];
  let start = text.indexOf(exact);
  while (start >= 0 && twins.length < maxTwins) {
    twins.push({ range: [start, start + exact.length], by: 'words' });
    start = text.indexOf(exact, start + 1);
  }
  return twins;
}

/** What stands where words like those before the passage end, where those behind it begin, and between the two. */
function betweenSurroundings(text: string, { exact, prefix, suffix }: TextQuote): Candidate[] {
  const before = prefix.slice(-besideLength);
  const behind = suffix.slice(0, besideLength);
  const begins = placesOf(text, before).map(({ end }) => end);
  const ends = placesOf(text, behind).map(({ start }) => start);
  const between = begins.flatMap((start) =>
    ends
      .filter((end) => end > start && end - start <= 2 * exact.length)
      .map((end): TextRange => [start, end]),
  );
  const opened = begins.map((start): TextRange => [
    start,
    start + bestOpening(exact, text.slice(start)).length,
  ]);
  const closed = ends.map((end): TextRange => [end - bestEnding(exact, text.slice(0, end)).length, end]);
  const beside = [...opened, ...closed].map((range) => ({ range, by: 'surroundings' as const }));
  return [...between.map((outer) => within(text, exact, outer)), ...beside].filter(
    ({ range: [start, end] }) => end > start,
  );
}

/** What of a stretch between surroundings is the passage, where more was written there. */
function within(text: string, exact: string, outer: TextRange): Candidate {
  const [start, end] = outer;
  const stretch = text.slice(start, end);
  if (stretch.length <= exact.length) return { range: outer, by: 'surroundings' };
  const [match] = bestMatches(exact, stretch, exact.length, 1);
  const range: TextRange = match === undefined ? outer : [start + match.start, start + match.end];
  return { range, outer, by: 'surroundings' };
}

function placesOf(text: string, context: string): ReturnType<typeof bestMatches> {
  if (context.trim().length < besideLength / 4) return [];
  return bestMatches(context, text, Math.floor(context.length / 4), 4);
}

function likeQuote(text: string, exact: string): Candidate[] {
  const maxErrors = Math.floor(exact.length * (1 - leastLikeness));
  return bestMatches(exact, text, maxErrors, 8).map(({ start, end }) => ({
    range: [start, end],
    by: 'likeness',
  }));
}

function weighed(text: string, { exact, prefix, suffix }: TextQuote, candidate: Candidate): Weighed {
  const { range, outer = range, by } = candidate;
  const reads = text.slice(...range);
  const likeness = 1 - editsBetween(exact, reads) / Math.max(exact.length, reads.length);
  const before = text.slice(Math.max(0, outer[0] - 2 * contextLength), outer[0]);
  const behind = text.slice(outer[1], outer[1] + 2 * contextLength);
  const sides = [
    likenessOf(prefix, bestEnding(prefix, before)),
    likenessOf(suffix, bestOpening(suffix, behind)),
  ];
  const around = agreement(sides[0] ?? 0, prefix.length) + agreement(sides[1] ?? 0, suffix.length);
  const weight = agreement(likeness, Math.min(exact.length, weighedLength)) + around;
  return { range, by, likeness, sides: sides.filter((side) => side >= leastOfSide).length, weight };
}

/** Nothing in front of the first passage of a text, or behind the last one, is as it was too. */
function likenessOf(context: string, { errors }: Readonly<{ errors: number }>): number {
  return context.length === 0 ? 1 : 1 - errors / context.length;
}

/** Letters' worth of likeness beyond that of any two texts. */
function agreement(likeness: number, length: number): number {
  return Math.max(0, ((likeness - byChance) / (1 - byChance)) * length);
}

function isEnough({ likeness, sides, weight }: Weighed, { rival, quote }: Selectors): boolean {
  const { exact, prefix, suffix } = quote;
  if (likeness < leastLikeness || weight < rivalry * rival + margin) return false;
  if (likeness >= leastAlone && exact.length >= leastLengthAlone) return true;
  const most = Math.min(exact.length, weighedLength) + prefix.length + suffix.length;
  return weight >= leastShare * most && (sides === 2 || likeness >= leastOnOneSide);
}

/** The same passage of the text that a person sees, or null when the article has another text by now. */
export function passageIn(text: string, start: number, exact: string): TextRange | null {
  if (exact !== '' && text.startsWith(exact, start)) return [start, start + exact.length];
  const twins = twinsOf(text, exact === '' ? '\0' : exact);
  const [only, other] = twins;
  return only !== undefined && other === undefined ? only.range : null;
}
