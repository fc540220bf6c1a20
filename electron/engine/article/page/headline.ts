import { isProse, isTitle, type Span } from './prose.ts';
import { sharedStems, stemsOf } from '../text/stems.ts';
import { colon } from '../text/char-classes.ts';
import { introduction, isDeck, isListed } from './title-signs.ts';
import type { ParagraphFeatures } from './paragraph-features.ts';

const farthest = 60;
const vocabularyParagraphs = 40;
const minWordsOfText = 8;
/** What a title above the menu has to make up for: there the name of the site stands. */
const aboveMenu = 4;
/** What a standfirst, a title inside the text and one in a list of stories have to make up for. */
const deckCost = 2;
const listedCost = 2;
const maxSiteNameLength = 4;
/** Shorter lines are repeated for other reasons than being the headline, or ended with. */
const minWordsRepeated = 5;
const minWordsEnding = 3;

type Candidate = Readonly<{ at: number; trait: ParagraphFeatures; stems: ReadonlySet<string> }>;

/**
 * The index of the headline among the paragraphs in front of the core or opening it, or null. A headline shares
 * its words with the text under it and often with the file's name, which navigation and other stories do not.
 * `menu` is the last line of the menu at the top of the page.
 */
export function findHeadline(
  traits: readonly ParagraphFeatures[],
  core: Span,
  path: string,
  messy: boolean,
  menu: number | null,
): number | null {
  const from = Math.max(0, core.first - farthest);
  const to = Math.min(core.first + 2, traits.length);
  const places: number[] = [];
  for (let at = from; at < to; at++) {
    const trait = traits[at];
    if (
      trait &&
      trait.furniture === null &&
      isTitle(trait) &&
      ((trait.dateline === null && trait.credit === null) ||
        (menu !== null && at === menu + 1 && isSetOff(traits, at))) &&
      !(at >= core.first && opensBody(trait, at, messy))
    )
      places.push(at);
    // What stands under the text is not its headline.
    if (trait && at >= core.first && isProse(trait)) break;
  }
  const first = places[0];
  if (first === undefined) return null;
  // Of a single title nothing has to be compared with the text, and that is most pages.
  if (places.length === 1 || (first === 0 && !messy && !isKicker(traits, places))) return first;
  return bestOf(candidatesAt(places, traits), traits, core, path, menu);
}

function candidatesAt(places: readonly number[], traits: readonly ParagraphFeatures[]): Candidate[] {
  return places.flatMap((at) => {
    const trait = traits[at];
    return trait === undefined ? [] : [{ at, trait, stems: stemsOf(trait.paragraph.view) }];
  });
}

function bestOf(
  candidates: readonly Candidate[],
  traits: readonly ParagraphFeatures[],
  core: Span,
  path: string,
  menu: number | null,
): number | null {
  const vocabulary = vocabularyOf(
    traits.slice(core.first, core.first + vocabularyParagraphs),
    new Set(candidates.flatMap(({ stems }) => [...stems])),
  );
  const slug = stemsOf(path.slice(path.lastIndexOf('/') + 1));
  const repeated = repeatedKeys(traits.slice(0, core.last + 1), candidates);
  const endings = candidates
    .map(({ trait }) => trait.paragraph)
    .filter(({ weight }) => weight >= minWordsEnding)
    .map(({ view }) => view);
  let best: number | null = null;
  let bestScore = 0;
  let bestIntroduced = false;
  let introducedAbove = false;
  for (const candidate of candidates) {
    const { at, trait } = candidate;
    const { view, weight } = trait.paragraph;
    const isRepeated = weight >= minWordsRepeated && repeated.has(trait.key);
    const introduced = introduction(traits, at);
    const isPrefixed = endings.some((ending) => view.length > ending.length && view.endsWith(ending));
    const score =
      scoreOf(candidate, core.first - at, vocabulary, slug) +
      (isRepeated ? 0.5 : 0) +
      (isListed(traits, at) ? -listedCost : introduced) -
      (isDeck(traits, at) ? deckCost : 0) -
      (at >= core.first && introducedAbove ? deckCost : 0) -
      // A line of breadcrumbs that ends with the headline, which then stands by itself as well.
      (isPrefixed ? 1.5 : 0) -
      (menu !== null && at <= menu && weight <= maxSiteNameLength ? aboveMenu : 0);
    const margin = introduced > 0 && !bestIntroduced ? 0 : best !== null && at - best <= 6 ? 0.8 : 0.4;
    if (best === null || score > bestScore + margin) {
      best = at;
      bestScore = score;
      bestIntroduced = introduced > 0;
    }
    introducedAbove ||= introduced > 0 && weight >= minWordsRepeated && at < core.first;
  }
  return best;
}

/** A line between blank lines right under the menu is a title, even one that speaks of its pictures or a place. */
function isSetOff(traits: readonly ParagraphFeatures[], at: number): boolean {
  const paragraph = traits[at]?.paragraph;
  return (
    paragraph?.blankBefore === true &&
    !paragraph.endsSentence &&
    traits[at + 1]?.paragraph.blankBefore === true
  );
}

/** A word or two above a proper title: the name of the paper, or of a section. */
function isKicker(traits: readonly ParagraphFeatures[], candidates: readonly number[]): boolean {
  const next = candidates.find((at) => at > 0 && at <= 2);
  const kicker = traits[0]?.paragraph;
  const title = next === undefined ? undefined : traits[next]?.paragraph;
  if (kicker === undefined || title === undefined) return false;
  return kicker.weight <= 3 && title.weight >= 5 && !title.endsSentence;
}

/** In the core only a paragraph at the very top of a page can be a headline, and only if it isn't a sentence. */
function opensBody({ paragraph }: ParagraphFeatures, at: number, messy: boolean): boolean {
  if (/[.。]["”»)]*$/u.test(paragraph.view)) return !(at === 0 && !messy && paragraph.weight <= 20);
  return paragraph.weight > 24;
}

/** Keys that several lines have, at least those that `candidates` ask for. */
function repeatedKeys(traits: readonly ParagraphFeatures[], candidates: readonly Candidate[]): Set<string> {
  const openings = new Set(
    candidates
      .filter(({ trait }) => trait.paragraph.weight >= minWordsRepeated)
      .map(({ trait }) => trait.opening),
  );
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const trait of traits) {
    if (!openings.has(trait.opening)) continue;
    if (seen.has(trait.key)) repeated.add(trait.key);
    seen.add(trait.key);
  }
  return repeated;
}

function vocabularyOf(traits: readonly ParagraphFeatures[], wanted: ReadonlySet<string>): Set<string> {
  const texts = traits.filter(
    ({ paragraph, furniture }) => furniture === null && paragraph.weight >= minWordsOfText,
  );
  return sharedStems(
    wanted,
    texts.map(({ paragraph }) => paragraph.view),
  );
}

function scoreOf(
  { trait: { paragraph }, stems }: Candidate,
  distance: number,
  vocabulary: ReadonlySet<string>,
  slug: ReadonlySet<string>,
): number {
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
  if ((paragraph.kinds & colon) !== 0 && isLabelled(paragraph.view)) score -= 2;
  return score;
}

/** "Name of father: Tom Marsh", or the opening of a list. */
function isLabelled(line: string): boolean {
  return line.endsWith(':') || /^\p{L}[\p{Ll} ]{2,28}:\s\S+(?:\s\S+){0,3}$/u.test(line);
}
