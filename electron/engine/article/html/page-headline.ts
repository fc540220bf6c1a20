import { furnitureKey } from '../page/furniture.ts';
import { wordsOf } from '../text/words.ts';
import type { PageLine } from './page-lines.ts';
import type { PageElement } from './page-tree.ts';
import type { PageSaid } from './page-said.ts';

/** The headline of a page, and the line that shows it, if one does. */
export type PageHeadline = Readonly<{ text: string; line: number | null }>;

const minShared = 0.5;
/** Of headings below the first level, which every teaser has. */
const minSharedBelow = 0.65;
const maxHeadingLength = 300;
/** What sites put between a headline and their own name. */
const divider = /\s+[|–—·•:»›«‹\-/]+\s+|\s*\|\s*/gu;
const headline = /headline|\bname\b/i;

/**
 * The headline: the heading that shares most with what the page calls itself; else what its metadata says, without
 * the name of the site; of a page that says no more than that, its one heading; null where there is none.
 */
export function headlineOf(
  said: PageSaid,
  title: string,
  lines: readonly PageLine[],
  outlets: readonly string[],
): PageHeadline | null {
  const names = [...said.headlines, title]
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter((name) => name !== '');
  const heading = bestHeading(names, lines);
  if (heading !== null) return heading;
  const [named] = names;
  const first = namesSite(named, outlets) ? onlyHeading(lines) : null;
  if (first !== null || named === undefined) return first;
  const text = withoutSite(named, names, outlets);
  const key = furnitureKey(text);
  const line =
    key === ''
      ? -1
      : lines.findIndex((one) => one.text.length <= maxHeadingLength && furnitureKey(one.text) === key);
  const seen = lines[line];
  return seen === undefined ? { text, line: null } : { text: flat(seen.text), line };
}

/** Whether a page calls itself nothing, or no more than its site. */
function namesSite(named: string | undefined, outlets: readonly string[]): boolean {
  if (named === undefined || wordsOf(named).length === 1) return true;
  return outlets.some((outlet) => furnitureKey(outlet) === furnitureKey(named));
}

/** The one heading of the first level, the one of any, or the heading that a page begins with. */
function onlyHeading(lines: readonly PageLine[]): PageHeadline | null {
  const levels = lines.map(({ element }) => headingLevel(element));
  const tops = levels.flatMap((level, at) => (level === 1 ? [at] : []));
  const all = levels.flatMap((level, at) => (level === null ? [] : [at]));
  const line = [tops, all].find((found) => found.length === 1)?.[0] ?? (all[0] === 0 ? 0 : null);
  const text = line === null ? '' : flat(lines[line]?.text ?? '');
  return text === '' || text.length > maxHeadingLength ? null : { text, line };
}

/** Of `h1` to `h3`. */
function headingLevel(element: PageElement): number | null {
  for (let at: PageElement | null = element, up = 0; at !== null && up < 3; at = at.parent, up++)
    if (/^h[123]$/.test(at.tag)) return Number(at.tag.charAt(1));
  return null;
}

function bestHeading(names: readonly string[], lines: readonly PageLine[]): PageHeadline | null {
  const keys = names.map((name) => new Set(wordsOf(name.toLowerCase())));
  let best: PageHeadline | null = null;
  let bestScore = 0;
  for (const [at, { text, element }] of lines.entries()) {
    const rank = rankOf(element);
    if (rank === 0 || text.length > maxHeadingLength) continue;
    const words = new Set(wordsOf(text.toLowerCase()));
    if (words.size === 0) continue;
    let shared = 0;
    for (const key of keys) shared = Math.max(shared, shareOf(words, key));
    const score = shared * rank;
    if (shared >= (rank === 1 ? minShared : minSharedBelow) && score > bestScore + 0.01) {
      best = { text: flat(text), line: at };
      bestScore = score;
    }
  }
  return best;
}

/** How much of a heading is in a title and how much of the title in the heading: a lone word of it is the site's name. */
function shareOf(heading: ReadonlySet<string>, title: ReadonlySet<string>): number {
  if (title.size === 0) return 0;
  let both = 0;
  for (const word of heading) if (title.has(word)) both++;
  return (both / heading.size) * 0.6 + (both / title.size) * 0.4;
}

/** Of headings the first level counts most; other elements only when the page marks them as the headline. */
function rankOf(element: PageElement): number {
  for (let at: PageElement | null = element, up = 0; at !== null && up < 3; at = at.parent, up++) {
    if (at.tag === 'h1') return 1;
    if (headline.test(at.attributes['itemprop'] ?? '') && up === 0) return 0.95;
    if (at.tag === 'h2') return 0.8;
    if (
      up === 0 &&
      /(?:^|[\s_-])(?:headline|title|entry-title|post-title)(?:$|[\s_-])/i.test(at.attributes['class'] ?? '')
    )
      return 0.75;
  }
  return 0;
}

/** "Nadal keeps Spain alive - Sportsnet.ca" without what the site adds to every title. */
function withoutSite(name: string, names: readonly string[], outlets: readonly string[]): string {
  const parts = name.split(divider).map((part) => part.trim());
  if (parts.length < 2) return name;
  const sites = new Set(outlets.map(furnitureKey));
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  const cut = (from: number, to: number) =>
    name.slice(from, to).replace(/^[\s|–—·•:»›«‹\-/]+|[\s|–—·•:»›«‹\-/]+$/gu, '');
  if (sites.has(furnitureKey(last))) return cut(0, name.lastIndexOf(last));
  if (sites.has(furnitureKey(first))) return cut(first.length, name.length);
  const shorter = names.find((other) => other !== name && other.length >= 12 && name.startsWith(other));
  if (shorter !== undefined) return shorter;
  const isName = wordsOf(last).length <= 4 && wordsOf(name).length - wordsOf(last).length >= 4;
  return isName ? cut(0, name.lastIndexOf(last)) : name;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
