import { foldSpelling } from './fold.ts';
import { furniturePatterns } from './furniture-patterns.ts';

/**
 * What a line of furniture does to the lines around it. `line`: nothing. `edge`: it is furniture only at the
 * edges of a page or beside other furniture. `neighbour` and `list`: headlines of other articles follow it.
 * `end`: what follows is not the article any more.
 */
export type Furniture = 'line' | 'edge' | 'neighbour' | 'list' | 'end';

const longestKey = 160;
const longestOpening = 16;

/** A line as furniture is compared: without case, accents, punctuation; every number is `#`. */
export function furnitureKey(line: string): string {
  return foldSpelling(line.slice(0, longestKey))
    .replace(/'/g, '')
    .replace(/\p{N}+(?:[.,]\p{N}+)*/gu, ' # ')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim();
}

const lines = new Map<string, Furniture>();
// Later lists win: "comments" is a line of furniture and the end of an article.
for (const kind of ['edge', 'line', 'neighbour', 'list', 'end'] as const) {
  for (const phrase of furniturePatterns[kind].split('|')) lines.set(furnitureKey(phrase), kind);
}

const shortOpenings = openingsOf(furniturePatterns.opening, 'line');
const endOpenings = openingsOf(furniturePatterns.endOpening, 'end');
const notices = openingsOf(furniturePatterns.notice, 'line');

/** What kind of furniture the line with this key is by its wording alone, or null. */
export function furnitureOf(key: string): Furniture | null {
  const whole = lines.get(key);
  if (whole !== undefined) return whole;
  const first = key.split(' ', 1)[0] ?? '';
  const notice = notices.get(first)?.find((one) => one.opens(key));
  if (notice !== undefined) return notice.kind;
  const candidates = [...(endOpenings.get(first) ?? []), ...(shortOpenings.get(first) ?? [])];
  if (candidates.length === 0 || key.split(' ').length > longestOpening) return null;
  return candidates.find((one) => one.opens(key))?.kind ?? null;
}

type Opening = Readonly<{ kind: Furniture; opens: (key: string) => boolean }>;

function openingsOf(phrases: string, kind: Furniture): ReadonlyMap<string, readonly Opening[]> {
  const openings = new Map<string, Opening[]>();
  for (const phrase of phrases.split('|').map(furnitureKey)) {
    const first = phrase.split(' ', 1)[0] ?? '';
    const opening = { kind, opens: (key: string) => key === phrase || key.startsWith(`${phrase} `) };
    openings.set(first, [...(openings.get(first) ?? []), opening]);
  }
  return openings;
}
