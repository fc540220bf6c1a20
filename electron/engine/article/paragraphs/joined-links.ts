import { charClasses, letter } from '../text/char-classes.ts';
import { charCode } from '../text/char-code.ts';

const minJoined = 2;
/** Addresses and the names of files. */
const notALink = /:\/\/|www\.|[@\\]|\.(?:jpe?g|png|gif)|^[a-z0-9_]+$/;
const pictureInFront = /^[^\p{L}[]{0,4}(?:\[[^\]]*\]\s*)+/u;
/** A heading of a list, which may be a link, is no menu. */
const announces = /[:：]_?$/u;
const minJoinedInText = 10;
const innerUnderline = /(?<=[\p{L}\p{N},.:;?!’')»”&-])_(?=[\p{L}\p{N}$([“«"‘&-])/gu;

/** Whether a converter has joined the words of a text's links: `Title_of_another_story`. */
export function hasJoinedLinks(text: string): boolean {
  let seen = 0;
  for (let at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1))
    if (isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at + 1)) && ++seen === minJoinedInText)
      return true;
  return false;
}

function isLetter(character: string): boolean {
  return ((charClasses[charCode(character, 0)] ?? 0) & letter) !== 0;
}

/** The same text with spaces between the words of its links. */
export function withoutJoints(text: string): string {
  return text.includes('_') ? text.replace(innerUnderline, ' ') : text;
}

/** A line that is nothing but a link, as converters write them: `_Title_of_another_story_`. */
export function isLink(written: string): boolean {
  if (!written.includes('_')) return false;
  const line = written.replace(pictureInFront, '');
  if (notALink.test(line) || announces.test(line)) return false;
  const joined = line.match(innerUnderline)?.length ?? 0;
  return joined >= minJoined && joined >= 2 * (line.match(/ /gu)?.length ?? 0);
}
