import { furnitureKey, furnitureOf, opensFurniture } from './furniture.ts';
import { colon, dash, separator } from '../text/char-classes.ts';
import { kindsOf } from '../text/words.ts';

const separators = /\s*(?:[|｜¦·•∙›»>→‹«]|::)+\s*|\s*\/\s*|\s+[-–—]\s+|\t+/u;
const otherSeparator = /::|[-–—]\s/;
const maxLineLength = 300;
/** Words of a section's name. */
export const wordsOfItem = 3;
/** Sections that make a menu. */
export const minItems = 3;

/** Whether a line is a menu: "Home | World | Sport", most of its items known as a site's sections. */
export function isMenuLine(line: string, kinds = kindsOf(line)): boolean {
  if ((kinds & (separator | colon | dash)) === 0 || line.length > maxLineLength) return false;
  if (((kinds & separator) === 0 && !otherSeparator.test(line)) || /[.!?؟]$/u.test(line)) return false;
  const items = line.split(separators).filter((item) => item !== '');
  if (items.length < minItems) return false;
  const unknown = items.filter((item) => !isSection(item));
  const known = items.length - unknown.length;
  if (known < 2 || unknown.length > known || unknown.some((item) => wordsIn(item) > wordsOfItem))
    return false;
  // A path through a site ends with the title of the page.
  return known >= 3 || wordsIn(items.at(-1) ?? '') === 1;
}

/** Whether a line is the name of a section, as sites have them. */
export function isSection(text: string): boolean {
  if (text.length > 40) return false;
  if (!opensFurniture(text)) return false;
  const key = furnitureKey(text);
  const kind = furnitureOf(key);
  return (kind === 'edge' || kind === 'line') && /\p{L}{2}/u.test(key) && !/#/u.test(key);
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/u).length;
}
