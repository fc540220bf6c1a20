import { foldSpelling } from './fold.ts';
import { creditOf } from './caption.ts';
import { readDateline } from './dateline.ts';
import { isTitle, type Span, type Trait } from './prose.ts';
import { wordsOf } from './words.ts';

const farthest = 60;
const vocabularyParagraphs = 40;
/** What a title above the menu has to make up for: there the name of the site stands. */
const aboveMenu = 4;
const longestSiteName = 4;

/**
 * The index of the headline among the paragraphs in front of the core or opening it, or null. A headline shares
 * its words with the text under it and often with the file's name, which navigation and other stories do not.
 * `menu` is the last line of the menu at the top of the page.
 */
export function findHeadline(
  traits: readonly Trait[],
  core: Span,
  path: string,
  messy: boolean,
  menu: number | null,
): number | null {
  const from = Math.max(0, core.first - farthest);
  const to = Math.min(core.first + 2, traits.length);
  const candidates: number[] = [];
  for (let at = from; at < to; at++) {
    const trait = traits[at];
    if (
      trait &&
      trait.furniture === null &&
      isTitle(trait) &&
      ((readDateline(trait.paragraph.view) === null && creditOf(trait.paragraph.view) === null) ||
        (menu !== null && at === menu + 1 && isSetOff(traits, at))) &&
      !(at >= core.first && opensBody(trait, at, messy))
    )
      candidates.push(at);
  }
  const first = candidates[0];
  if (first === undefined) return null;
  if (first === 0 && !messy && !isKicker(traits, candidates)) return 0;
  const vocabulary = vocabularyOf(traits.slice(core.first, core.first + vocabularyParagraphs));
  const slug = stemsOf(path.slice(path.lastIndexOf('/') + 1));
  const keys = new Map<string, number>();
  for (const trait of traits.slice(0, core.last + 1)) keys.set(trait.key, (keys.get(trait.key) ?? 0) + 1);
  let best: number | null = null;
  let bestScore = 0;
  for (const at of candidates) {
    const trait = traits[at];
    if (!trait) continue;
    const isRepeated = (keys.get(trait.key) ?? 1) > 1 && trait.paragraph.weight >= 5;
    const isPrefixed = candidates.some((other) => endsWith(trait, traits[other]));
    const score =
      scoreOf(trait, core.first - at, vocabulary, slug) +
      (isRepeated ? 0.5 : 0) -
      (isPrefixed ? 1.5 : 0) -
      (menu !== null && at <= menu && trait.paragraph.weight <= longestSiteName ? aboveMenu : 0);
    if (best === null || score > bestScore + (at - best <= 6 ? 0.8 : 0.4)) {
      best = at;
      bestScore = score;
    }
  }
  return best;
}

/** A line between blank lines right under the menu is a title, even one that speaks of its pictures or a place. */
function isSetOff(traits: readonly Trait[], at: number): boolean {
  const paragraph = traits[at]?.paragraph;
  return (
    paragraph?.blankBefore === true &&
    !paragraph.endsSentence &&
    traits[at + 1]?.paragraph.blankBefore === true
  );
}

/** A word or two above a proper title: the name of the paper, or of a section. */
function isKicker(traits: readonly Trait[], candidates: readonly number[]): boolean {
  const next = candidates.find((at) => at > 0 && at <= 2);
  const kicker = traits[0]?.paragraph;
  const title = next === undefined ? undefined : traits[next]?.paragraph;
  if (kicker === undefined || title === undefined) return false;
  return kicker.weight <= 3 && title.weight >= 5 && !title.endsSentence;
}

/** A line of breadcrumbs that ends with the headline, which then stands by itself as well. */
function endsWith(line: Trait, title: Trait | undefined): boolean {
  if (title === undefined || title.paragraph.weight < 3) return false;
  const { view } = title.paragraph;
  return line.paragraph.view.length > view.length && line.paragraph.view.endsWith(view);
}

/** In the core only a paragraph at the very top of a page can be a headline, and only if it isn't a sentence. */
function opensBody({ paragraph }: Trait, at: number, messy: boolean): boolean {
  if (/[.。]["”»)]*$/u.test(paragraph.view)) return !(at === 0 && !messy && paragraph.weight <= 20);
  return paragraph.weight > 24;
}

function scoreOf(
  { paragraph }: Trait,
  distance: number,
  vocabulary: ReadonlySet<string>,
  slug: ReadonlySet<string>,
): number {
  const stems = stemsOf(paragraph.view);
  let shared = 0;
  let inSlug = 0;
  for (const stem of stems) {
    if (vocabulary.has(stem)) shared++;
    if (slug.has(stem)) inSlug++;
  }
  const overlap = stems.size === 0 ? 0 : shared / Math.max(stems.size, 3);
  const slugOverlap = stems.size === 0 ? 0 : inSlug / Math.max(stems.size, 3);
  let score = overlap * 6 + slugOverlap * 4 - Math.max(0, distance) * 0.07;
  if (paragraph.weight >= 5) score += 1.5;
  else if (paragraph.weight === 4) score += 0.7;
  else if (paragraph.weight <= 2) score -= paragraph.weight < 2 ? 2 : 1;
  if (paragraph.endsSentence && /[.。]$/u.test(paragraph.view)) score -= 2;
  if (paragraph.weight > 20) score -= 1;
  return score;
}

function vocabularyOf(traits: readonly Trait[]): Set<string> {
  const vocabulary = new Set<string>();
  for (const { paragraph, furniture } of traits) {
    if (furniture === null && paragraph.weight >= 8)
      for (const stem of stemsOf(paragraph.view)) vocabulary.add(stem);
  }
  return vocabulary;
}

/** Rough stems of a text's longer words: enough to see that two texts speak of one thing, in any language. */
function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of wordsOf(foldSpelling(text))) {
    const bare = /^[\u0600-\u06ff]/u.test(word) ? word.replace(/^(?:و|ف)?(?:ال|لل|بال)?/u, '') : word;
    if (bare.length >= 4 || (bare.length >= 2 && /[^\u0000-\u024f]/u.test(bare))) stems.add(bare.slice(0, 5));
  }
  return stems;
}
