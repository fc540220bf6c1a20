import { furnitureKey, furnitureOf, opensFurniture } from './furniture.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Trait } from './paragraph-features.ts';
import { colon, dash, separator } from '../text/char-classes.ts';
import { kindsOf } from '../text/words.ts';

const separators = /\s*(?:[|｜¦·•∙›»>→‹«]|::)+\s*|\s*\/\s*|\s+[-–—]\s+|\t+/u;
const otherSeparator = /::|[-–—]\s/;
const longestLine = 300;
const wordsOfItem = 3;
const fewestItems = 3;
/** Lines of a page's name and its slogan that may stand above its menu. */
const latestStart = 3;
const longestMenu = 40;

/** Whether a line is a menu: "Home | World | Sport", most of its items known as a site's sections. */
export function isMenuLine(line: string, kinds = kindsOf(line)): boolean {
  if ((kinds & (separator | colon | dash)) === 0 || line.length > longestLine) return false;
  if (((kinds & separator) === 0 && !otherSeparator.test(line)) || /[.!?؟]$/u.test(line)) return false;
  const items = line.split(separators).filter((item) => item !== '');
  if (items.length < fewestItems) return false;
  const unknown = items.filter((item) => !isSection(item));
  const known = items.length - unknown.length;
  if (known < 2 || unknown.length > known || unknown.some((item) => wordsIn(item) > wordsOfItem))
    return false;
  // A path through a site ends with the title of the page.
  return known >= 3 || wordsIn(items.at(-1) ?? '') === 1;
}

/**
 * The index of the last line of the menu that a page begins with, below its name at most, or null. A menu is one
 * line or a run of at least three lines, one section each, the most of them known.
 */
export function menuEnd(traits: readonly Trait[], before: number): number | null {
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

function lastMenuLine(traits: readonly Trait[], from: number, before: number): number {
  let end = from;
  while (end + 1 < before && isMenu(traits[end + 1])) end++;
  return end;
}

function isMenu(trait: Trait | undefined): boolean {
  return trait !== undefined && isMenuLine(trait.paragraph.view, trait.paragraph.kinds);
}

function runEnd(traits: readonly Trait[], from: number, before: number): number | null {
  let end = from;
  let known = 0;
  let unknown = 0;
  for (let at = from; at < Math.min(before, from + longestMenu); at++) {
    const trait = traits[at];
    if (!trait || !isItem(trait)) break;
    if (isSection(trait.paragraph.view)) {
      known++;
      end = at;
    } else if (++unknown > known) break;
  }
  if (known < fewestItems) return null;
  // What follows without a blank line belongs to the menu if a blank line and another title come after it.
  let last = end;
  while (isTail(traits[last + 1], last + 1 < before)) last++;
  const next = traits[last + 1];
  const title = traits[last + 2];
  const isSetOff = next?.paragraph.blankBefore === true && last + 1 < before && title !== undefined;
  return isSetOff ? last : end;
}

function isTail(trait: Trait | undefined, isBefore: boolean): boolean {
  return isBefore && trait !== undefined && !trait.paragraph.blankBefore && isItem(trait);
}

function isItem({ paragraph, about }: Trait): boolean {
  return !about && !paragraph.endsSentence && isNoLonger(paragraph);
}

function isNoLonger({ weight, view }: Paragraph): boolean {
  return weight <= wordsOfItem && view.length <= 30;
}

function isSection(text: string): boolean {
  if (text.length > 40) return false;
  if (!opensFurniture(text)) return false;
  const key = furnitureKey(text);
  const kind = furnitureOf(key);
  return (kind === 'edge' || kind === 'line') && /\p{L}{2}/u.test(key) && !/#/u.test(key);
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/u).length;
}
