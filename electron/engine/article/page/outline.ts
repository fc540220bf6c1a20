import type { BlockKind } from '../../../contract/article.ts';
import { isByline, isBylineOpening, isName } from '../credits/byline.ts';
import type { Dateline } from '../credits/dateline.ts';
import { findHeadline } from './headline.ts';
import { readLonePlace } from '../credits/lone-place.ts';
import { introducedCore } from './introduced-core.ts';
import { menuEnd } from './menu.ts';
import { carriesFurniture, markFurniture } from './navigation.ts';
import type { Paragraph } from '../paragraphs/paragraphs.ts';
import { findCore, isProse, isTitle, type Span } from './prose.ts';
import { labelOfLine, type PublishedLine } from '../dates/published-line.ts';
import { isRoleLine } from '../credits/roles.ts';
import { readSignature } from '../credits/signature.ts';
import { isUrlLine } from '../credits/source-lines.ts';
import { unwrap } from '../text/lines.ts';
import { ParagraphFeatures } from './paragraph-features.ts';

/** What each paragraph of a page is, and the dateline that opens one of them. */
export type Outline = Readonly<{
  roles: readonly BlockKind[];
  dateline: Readonly<{ at: number; found: Dateline }> | null;
  /** What the lines about the publication say, by the lines. */
  published: ReadonlyMap<string, PublishedLine>;
}>;

export type OutlineContext = Readonly<{ path: string; furnitureLines?: ReadonlySet<string> | undefined }>;

const metadataReach = 14;
const datelineReach = 4;
/** What some sites write above a caption. */
const captionLabels = new Set(['image caption', 'media caption', 'figure caption']);
const maxLabelLength = 40;
const minWordsShownAgain = 8;

/** Decides what each paragraph is. Whatever nothing speaks against is body. */
export function outlineOf(paragraphs: readonly Paragraph[], context: OutlineContext): Outline {
  // Not mapped: V8 makes the array in another way once it has compiled that, and all that reads it is compiled anew.
  const traits: ParagraphFeatures[] = [];
  for (const paragraph of paragraphs) traits.push(new ParagraphFeatures(paragraph, context.furnitureLines));
  const roles = new Array<BlockKind>(traits.length).fill('body');
  const prose = introducedCore(traits, findCore(traits));
  const menu = menuEnd(traits, prose?.first ?? traits.length);
  const core = prose ?? wholePage(traits, menu);
  const messy = menu !== null || carriesFurniture(traits, prose);
  const headline = prose?.title ?? findHeadline(traits, core, context.path, messy, menu);
  const bodyFirst = headline === null ? core.first : headline + 1;
  const zoneEnd = metadataEnd(traits, bodyFirst, core);
  markFurniture(traits, roles, { first: Math.min(bodyFirst, core.first), last: core.last }, zoneEnd, messy);
  if (headline === null && menu !== null) roles.fill('furniture', 0, menu + 1);
  if (headline !== null) {
    markBefore(traits, roles, headline, messy);
    roles[headline] = 'headline';
  }
  markCaptions(traits, roles, Math.max(bodyFirst, 0));
  if (headline !== null) markRepeats(traits, roles, headline, messy ? traits.length : core.first);
  if (messy) markShownAgain(traits, roles);
  markMetadata(traits, roles, bodyFirst, zoneEnd, core);
  if (messy && !roles.includes('byline')) markSignature(traits, roles, core);
  return {
    roles,
    dateline: findDateline(traits, roles, bodyFirst),
    published: publishedLines(traits, roles),
  };
}

function publishedLines(
  traits: readonly ParagraphFeatures[],
  roles: BlockKind[],
): ReadonlyMap<string, PublishedLine> {
  const lines = new Map<string, PublishedLine>();
  traits.forEach(({ paragraph, published }, at) => {
    if (roles[at] !== 'published' || published === null) return;
    const label = published.label ?? labelOfLine(traits[at - 1]?.paragraph.view ?? '');
    if (label !== 'other') lines.set(paragraph.view, { ...published, label });
    else roles[at] = 'furniture';
  });
  return lines;
}

/** A page without prose: all of it from its first line that is not furniture, below the menu if it has one. */
function wholePage(traits: readonly ParagraphFeatures[], menu: number | null): Span {
  const first = traits.findIndex(({ furniture }, at) => furniture === null && at > (menu ?? -1));
  return { first: Math.max(0, first), last: traits.length - 1 };
}

/** A page that shows its headline twice shows it once as furniture. */
function markRepeats(
  traits: readonly ParagraphFeatures[],
  roles: BlockKind[],
  headline: number,
  to: number,
): void {
  const title = unwrap(traits[headline]?.paragraph.view ?? '');
  for (let at = headline + 1; at < Math.min(to, headline + metadataReach); at++) {
    if (traits[at]?.paragraph.view[0] === title[0] && unwrap(traits[at]?.paragraph.view ?? '') === title)
      roles[at] = 'furniture';
  }
}

/** Captions of a gallery and teasers stand on a page twice, or under each of its pictures. */
function markShownAgain(traits: readonly ParagraphFeatures[], roles: BlockKind[]): void {
  const lengths = new Map<number, number[]>();
  traits.forEach(({ paragraph }, at) => {
    if (paragraph.weight < minWordsShownAgain || roles[at] !== 'body') return;
    const { length } = unwrap(paragraph.view);
    const known = lengths.get(length);
    if (known === undefined) lengths.set(length, [at]);
    else known.push(at);
  });
  // Of a length that no other has nothing is compared, and that is nearly every paragraph.
  for (const places of lengths.values()) if (places.length > 1) markSame(traits, roles, places);
}

function markSame(
  traits: readonly ParagraphFeatures[],
  roles: BlockKind[],
  candidates: readonly number[],
): void {
  const places = new Map<string, number[]>();
  for (const at of candidates) {
    const view = unwrap(traits[at]?.paragraph.view ?? '');
    const known = places.get(view);
    if (known === undefined) places.set(view, [at]);
    else known.push(at);
  }
  for (const [first, ...again] of places.values()) {
    for (const at of again) roles[at] = 'furniture';
    if (again.length > 1 && first !== undefined) roles[first] = 'furniture';
  }
}

function markBefore(
  traits: readonly ParagraphFeatures[],
  roles: BlockKind[],
  headline: number,
  messy: boolean,
): void {
  traits.slice(0, headline).forEach((trait, at) => {
    if (!messy && isProse(trait)) return;
    if (headline - at <= 6 && trait.published !== null) roles[at] = 'published';
    else if (headline - at <= 3 && isByline(trait.paragraph.view)) roles[at] = 'byline';
    else if (messy || trait.furniture !== null || isUrlLine(trait.paragraph.view)) roles[at] = 'furniture';
  });
}

/** Where the lines about the article (byline, date, address) that follow its headline end. */
function metadataEnd(traits: readonly ParagraphFeatures[], from: number, core: Span): number {
  let end = Math.max(from, core.first);
  let prose = 0;
  for (let at = from; at < Math.min(traits.length, from + metadataReach); at++) {
    const trait = traits[at];
    if (!trait) break;
    const isSigned = end === at && at > 0 && isByline(traits[at - 1]?.paragraph.view ?? '');
    if (trait.about && (trait.credit === null || isByline(trait.paragraph.view))) end = Math.max(end, at + 1);
    else if (isSigned && isRoleLine(trait.paragraph.view)) end = at + 1;
    else if (isProse(trait) && ++prose > 2) break;
  }
  return end;
}

function markMetadata(
  traits: readonly ParagraphFeatures[],
  roles: BlockKind[],
  from: number,
  zoneEnd: number,
  core: Span,
): void {
  const messy = roles.includes('furniture');
  let standfirst = false;
  for (let at = from; at < zoneEnd; at++) {
    const trait = traits[at];
    if (!trait || roles[at] !== 'body') continue;
    const { view, weight } = trait.paragraph;
    const previous = traits[at - 1]?.paragraph.view ?? '';
    if (isUrlLine(view)) roles[at] = 'furniture';
    else if (trait.published !== null) roles[at] = 'published';
    else if (isByline(view) || isBylineOpening(view) || (isBylineOpening(previous) && isName(view)))
      roles[at] = 'byline';
    else if (roles[at - 1] === 'byline' && isRoleLine(view)) roles[at] = 'byline';
    else if (roles[from - 1] === 'headline' && at < from + 3 && signs(traits, at, zoneEnd))
      roles[at] = readSignature(view).name === null ? 'dateline' : 'byline';
    else if (trait.dateline !== null || !roles.includes('headline')) continue;
    else if (
      !standfirst &&
      weight >= 6 &&
      (isProse(trait) || trait.paragraph.endsSentence || weight >= 9) &&
      hasMetadataAfter(traits, at, zoneEnd)
    ) {
      roles[at] = 'standfirst';
      standfirst = true;
    } else if (messy && weight <= 3 && at < core.first) roles[at] = 'furniture';
  }
}

/** A page that names nobody above its text may do so below it. */
function markSignature(traits: readonly ParagraphFeatures[], roles: BlockKind[], core: Span): void {
  for (let at = core.last + 1; at < traits.length && roles[at] !== 'furniture'; at++)
    if (roles[at] === 'body' && isByline(traits[at]?.paragraph.view ?? '')) roles[at] = 'byline';
}

/** A standfirst has the author, the date or a picture between itself and the text; without one it may be the text. */
function hasMetadataAfter(traits: readonly ParagraphFeatures[], at: number, zoneEnd: number): boolean {
  return traits.slice(at + 1, zoneEnd).some((trait) => trait.about || trait.credit !== null);
}

/** A short line directly in front of the date or the address, at the top: the author, the desk or the agency. */
function signs(traits: readonly ParagraphFeatures[], at: number, zoneEnd: number): boolean {
  const trait = traits[at];
  const next = traits[at + 1];
  if (!trait || !next || at + 1 >= zoneEnd || !isTitle(trait)) return false;
  const { view, weight, endsSentence } = trait.paragraph;
  if (!next.about || next.credit !== null || isByline(next.paragraph.view)) return false;
  if (weight > 8 || endsSentence || labelOfLine(view) !== null) return false;
  return /^["«“(]?\p{Script=Arabic}/u.test(view) || isName(view.replace(/\s*[-–—|/(].*$/u, ''));
}

function markCaptions(traits: readonly ParagraphFeatures[], roles: BlockKind[], from: number): void {
  for (let at = from; at < traits.length; at++) {
    const trait = traits[at];
    if (
      !trait ||
      roles[at] !== 'body' ||
      trait.paragraph.end - trait.paragraph.start > trait.paragraph.view.length
    )
      continue;
    const { credit } = trait;
    if (isCaptionLabel(traits[at - 1])) {
      roles[at] = 'caption';
      continue;
    }
    if (credit === null || (trait.paragraph.weight < 9 && trait.dateline !== null)) continue;
    if (isByline(trait.paragraph.view)) continue;
    roles[at] = 'caption';
    const before = traits[at - 1];
    // A credit on a line of its own belongs to the caption above it, if that can be nothing else.
    if (
      credit.start === 0 &&
      before &&
      roles[at - 1] === 'body' &&
      at - 1 >= from &&
      isCaptionAbove(traits, roles, at)
    ) {
      roles[at - 1] = 'caption';
      roles[at] = 'credit';
    }
  }
}

function isCaptionLabel(trait: ParagraphFeatures | undefined): boolean {
  return trait !== undefined && trait.paragraph.view.length <= maxLabelLength && captionLabels.has(trait.key);
}

function isCaptionAbove(
  traits: readonly ParagraphFeatures[],
  roles: readonly BlockKind[],
  at: number,
): boolean {
  const caption = traits[at - 1]?.paragraph;
  const credit = traits[at]?.paragraph;
  if (!caption || !credit || caption.weight < 4 || caption.weight > 45 || traits[at - 1]?.about === true)
    return false;
  if (credit.blankBefore) return false;
  const inBody = roles[at - 2] === 'body' && (traits[at - 2]?.paragraph.weight ?? 0) > 25;
  return caption.blankBefore || inBody ? caption.weight <= 32 : false;
}

function findDateline(
  traits: readonly ParagraphFeatures[],
  roles: readonly BlockKind[],
  from: number,
): Outline['dateline'] {
  let seen = 0;
  for (let at = from; at < traits.length && seen < datelineReach; at++) {
    const trait = traits[at];
    if (!trait || (roles[at] !== 'body' && roles[at] !== 'standfirst')) continue;
    seen++;
    const isFirst = seen === 1 && roles[at] === 'body';
    const found = trait.dateline ?? (isFirst ? readLonePlace(trait.paragraph.view) : null);
    if (found !== null) return { at, found };
  }
  return null;
}
