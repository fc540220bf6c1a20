import type { BlockKind } from '../../../contract/article.ts';
import { isProse, type Span } from './prose.ts';
import { isPrice } from './price.ts';
import { isPictureFile } from './picture-name.ts';
import type { ParagraphFeatures } from './paragraph-features.ts';

const maxListLength = 15;
const maxItemLength = 16;
const maxTeaserLength = 50;
const maxInsertLength = 3;
const maxClosingLength = 30;
const minPrices = 3;
const ownSigns = /\p{Nd}|[\p{L}\p{Nd}]\.[a-z]{2,}(?:\/|$)|\S@\S|[!?؟]\P{L}*$/u;
const minWordsBeforeEnd = 60;
/** Short lines that an article may end with before its furniture: a sign-off, a result, a list. */
const ownLines = 4;

/** Whether a page carries its navigation and its footers with it, by the unmistakable lines outside the core. */
export function carriesFurniture(traits: readonly ParagraphFeatures[], core: Span | null): boolean {
  let before = 0;
  let after = 0;
  traits.forEach((trait, at) => {
    const { furniture } = trait;
    // A number alone may be a counter, a score, or the number of a section.
    if (furniture === null || trait.key === '#') return;
    if (core !== null && at < core.first) before += furniture === 'edge' ? 0.34 : 1;
    if (core === null || at > core.last) after += furniture === 'edge' ? 0.34 : 1;
  });
  return before >= 1 || after >= 3;
}

/**
 * Marks furniture inside the core by its wording, and what stands after the core where furniture shows that the
 * article has ended. Without such evidence everything stays body. `protectedEnd` is where the lines about the
 * article end.
 */
export function markFurniture(
  traits: readonly ParagraphFeatures[],
  roles: BlockKind[],
  core: Span,
  protectedEnd: number,
  messy: boolean,
): void {
  let words = 0;
  let ended = false;
  let paused = false;
  let pausedAt = 0;
  for (let at = core.first; at < traits.length; at++) {
    const trait = traits[at];
    if (!trait) continue;
    if (paused && resumes(traits, at)) {
      paused = false;
      if (isCatalogue(traits.slice(pausedAt, at))) markCatalogue(traits, roles, pausedAt, at);
    }
    if (ended || paused) {
      ended ||= paused && trait.furniture === 'end';
      roles[at] = 'furniture';
      continue;
    }
    if (trait.furniture === 'end' && (words >= minWordsBeforeEnd || at > core.last)) {
      ended = true;
      roles[at] = 'furniture';
    } else if (at > core.last && !isInsert(traits, at) && endsArticle(traits, at, messy)) {
      paused = true;
      pausedAt = at;
      roles[at] = 'furniture';
    } else if (trait.furniture === 'list' || trait.furniture === 'neighbour') {
      at = markList(traits, roles, at, trait.furniture === 'list' ? maxListLength : 1);
    } else if (trait.furniture === 'line' || trait.furniture === 'end') {
      roles[at] = 'furniture';
    } else if (
      trait.furniture === 'edge' &&
      (isPictureFile(trait.paragraph.view) ||
        (besideFurniture(traits, at) && !isPrice(trait.paragraph.view)) ||
        (at < protectedEnd && at < core.first))
    ) {
      roles[at] = 'furniture';
    } else words += trait.paragraph.weight;
  }
}

/** Things with their prices are what such an article is about, where no more than a button stands between them. */
function isCatalogue(traits: readonly ParagraphFeatures[]): boolean {
  const prices = traits.filter(({ paragraph }) => isPrice(paragraph.view)).length;
  if (prices < minPrices) return false;
  const around = new Set(
    traits
      .filter(({ furniture, paragraph }) => furniture !== null && furniture !== 'edge' && !paragraph.isLink)
      .map(({ key }) => key),
  );
  return around.size <= prices;
}

function markCatalogue(
  traits: readonly ParagraphFeatures[],
  roles: BlockKind[],
  from: number,
  end: number,
): void {
  for (let at = from; at < end; at++) if ((traits[at]?.furniture ?? 'edge') === 'edge') roles[at] = 'body';
}

/** After a list of titles sentences resume: two in a row, or one longer than that of a teaser. */
function resumes(traits: readonly ParagraphFeatures[], at: number): boolean {
  if (!isSentence(traits[at]) || isSentence(traits[at - 1])) return false;
  return isSentence(traits[at + 1]) || (traits[at]?.paragraph.weight ?? 0) > maxTeaserLength;
}

function isSentence(trait: ParagraphFeatures | undefined): boolean {
  return (
    trait !== undefined &&
    trait.furniture === null &&
    !trait.about &&
    isProse(trait) &&
    trait.paragraph.endsSentence
  );
}

/** An advertisement and a line or two beside it, with sentences after it as before it: it interrupts an article. */
function isInsert(traits: readonly ParagraphFeatures[], at: number): boolean {
  let end = at;
  while (end < at + maxInsertLength && traits[end]?.furniture === 'line') end++;
  const next = traits[end];
  return end > at && next?.furniture === null && !next.about && !isShort(next);
}

/** After the core: an unmistakable line of furniture, or a run of titles that leads up to one. */
function endsArticle(traits: readonly ParagraphFeatures[], at: number, messy: boolean): boolean {
  const trait = traits[at];
  if (trait?.furniture && trait.furniture !== 'edge') return true;
  if (!isShort(trait) || trait?.about === true || (trait && isItem(trait))) return false;
  if (headsItems(traits, at)) return false;
  if (belongsToArticle(traits, at)) return false;
  // Only sentences go on from the heaviest span on a page that has shown what else it holds.
  if (messy) return linesToFurniture(traits, at) > ownLines;
  let end = at;
  while (end < traits.length && isShort(traits[end])) end++;
  const leadsToFurniture = traits
    .slice(at, end)
    .some(({ furniture }) => furniture !== null && furniture !== 'edge');
  return leadsToFurniture && linesToFurniture(traits, at) > ownLines;
}

/**
 * Lines that tell of a performance, a place or a price up to the row of buttons that ends an article: most have a number,
 * an address or the end of a sentence, which titles of other stories have not.
 */
function belongsToArticle(traits: readonly ParagraphFeatures[], from: number): boolean {
  const lines = linesToFurniture(traits, from);
  if (lines > maxClosingLength || traits[from + lines] === undefined) return false;
  let own = 0;
  let dated = 0;
  for (const trait of traits.slice(from, from + lines)) {
    // Titles of other stories have their dates with them.
    if (trait.published !== null && trait.key !== '#' && ++dated > 1) return false;
    if (isItem(trait) || trait.paragraph.endsSentence || ownSigns.test(trait.paragraph.view)) own++;
  }
  return own * 2 >= lines;
}

/** How many lines there are before the first that is unmistakably furniture. */
function linesToFurniture(traits: readonly ParagraphFeatures[], from: number): number {
  let at = from;
  while (at < traits.length && (traits[at]?.furniture ?? 'edge') === 'edge') at++;
  return at - from;
}

/** A line of a list or a timetable, which an article may end with: "June 9 -- Coral Sky, FL", "Orne to Hale: 09:05". */
function isItem({ paragraph, furniture }: ParagraphFeatures): boolean {
  return (
    furniture === null &&
    paragraph.weight >= 3 &&
    (paragraph.itemStart < paragraph.start ||
      /^(?:\p{L}{2,12}\.? \p{Nd}|\p{Nd}{1,2}[.):/ ])/u.test(paragraph.view) ||
      (paragraph.weight <= maxItemLength && /\p{Nd}{1,3}\s?[:.h–-]\s?\p{Nd}/u.test(paragraph.view)))
  );
}

/** A line that announces a list, or a title with lines of one under it. */
function headsItems(traits: readonly ParagraphFeatures[], at: number): boolean {
  if (/[:：]$/u.test(traits[at]?.paragraph.view ?? '')) return true;
  // Between items an address may stand.
  return traits.slice(at + 1, at + 4).filter(isItem).length >= 2;
}

function isShort(trait: ParagraphFeatures | undefined): boolean {
  return (
    trait !== undefined && !isProse(trait) && !(trait.paragraph.endsSentence && trait.paragraph.weight >= 5)
  );
}

/** Marks a heading and up to `longest` titles under it; answers the last index marked. */
function markList(
  traits: readonly ParagraphFeatures[],
  roles: BlockKind[],
  heading: number,
  longest: number,
): number {
  roles[heading] = 'furniture';
  let at = heading;
  while (at - heading < longest) {
    const next = traits[at + 1];
    if (!next || isProse(next) || next.about || (next.furniture !== null && next.furniture !== 'edge')) break;
    if (next.paragraph.endsSentence && /[.]["”)]?$/u.test(next.paragraph.view)) break;
    at++;
    roles[at] = 'furniture';
  }
  return at;
}

function besideFurniture(traits: readonly ParagraphFeatures[], at: number): boolean {
  // A number among numbers is in a table.
  const sure = (trait: ParagraphFeatures | undefined) =>
    trait !== undefined && trait.furniture !== null && trait.key !== '#';
  return sure(traits[at - 1]) || sure(traits[at + 1]);
}
