import { minItems, isMenuLine, isSection, wordsOfItem } from './menu-line.ts';
import type { ParagraphFeatures } from './paragraph-features.ts';
import type { Paragraph } from '../paragraphs/paragraphs.ts';

/** Lines of a page's name and its slogan that may stand above its menu. */
const latestStart = 3;
const maxMenuLength = 40;

/**
 * The index of the last line of the menu that a page begins with, below its name at most, or null. A menu is one
 * line or a run of at least three lines, one section each, the most of them known.
 */
export function menuEnd(traits: readonly ParagraphFeatures[], before: number): number | null {
  for (let at = 0; at <= latestStart && at < before; at++) {
    const paragraph = traits[at]?.paragraph;
    if (!paragraph) return null;
    if (isMenuLine(paragraph.view, paragraph.kinds)) return lastMenuLine(traits, at, before);
    if (!isSection(paragraph.view)) continue;
    const end = runEnd(traits, at, before);
    if (end !== null) return end;
  }
  return null;
}

function lastMenuLine(traits: readonly ParagraphFeatures[], from: number, before: number): number {
  let end = from;
  while (end + 1 < before && isMenu(traits[end + 1])) end++;
  return end;
}

function isMenu(trait: ParagraphFeatures | undefined): boolean {
  return trait !== undefined && isMenuLine(trait.paragraph.view, trait.paragraph.kinds);
}

function runEnd(traits: readonly ParagraphFeatures[], from: number, before: number): number | null {
  let end = from;
  let known = 0;
  let unknown = 0;
  for (let at = from; at < Math.min(before, from + maxMenuLength); at++) {
    const trait = traits[at];
    if (!trait || !isItem(trait)) break;
    if (isSection(trait.paragraph.view)) {
      known++;
      end = at;
    } else if (++unknown > known) break;
  }
  if (known < minItems) return null;
  // What follows without a blank line belongs to the menu if a blank line and another title come after it.
  let last = end;
  while (isTail(traits[last + 1], last + 1 < before)) last++;
  const next = traits[last + 1];
  const title = traits[last + 2];
  const isSetOff = next?.paragraph.blankBefore === true && last + 1 < before && title !== undefined;
  return isSetOff ? last : end;
}

function isTail(trait: ParagraphFeatures | undefined, isBefore: boolean): boolean {
  return isBefore && trait !== undefined && !trait.paragraph.blankBefore && isItem(trait);
}

function isItem({ paragraph, about }: ParagraphFeatures): boolean {
  return !about && !paragraph.endsSentence && isNoLonger(paragraph);
}

function isNoLonger({ weight, view }: Paragraph): boolean {
  return weight <= wordsOfItem && view.length <= 30;
}
