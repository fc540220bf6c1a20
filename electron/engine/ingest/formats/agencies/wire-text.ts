import { readDateline } from '../../../article/credits/dateline.ts';
import { withoutBy } from '../../../article/credits/byline.ts';
import type { TextBlock } from '../../../article/record-text.ts';

/** Initials of who wrote and sent a story, below it: "hh/ph/ts", "(ab/as)", «ففف/ح س/كام». */
const signOff =
  /^\(?[\p{L}\p{M}]{1,6}(?:[ -][\p{L}\p{M}]{1,3})?(?:[/-][\p{L}\p{M}\d]{1,6}(?: [\p{L}\p{M}]{1,3})?){1,6}\)?$/u;
/** The same between blanks, behind the name of the agency: "dpa mo sv yyzz n1". */
const agencySignOff =
  /^(?:dpa|afp|apa|ap|sda|ats|anp|ansa|efe|belga|rtr|ntb|tt|mti|pap|ctk)(?:[ /][a-z\d]{1,4}){1,8}$/;
const line = /^(?:_{3,}|-{3,}|\*(?: ?\*){2,})$/u;
/** What stands under the line below a story: who helped, where more is, whom to write to. */
const contact =
  /@|https?:|www\.|\b(?:contributed|reported from|can be reached|follow|online|reporting by|editing by|contact)\b/iu;
const maxTailLength = 5;
const maxWordsOfPlace = 5;

/** A story without what editors put below it, which stays to be seen as furniture. */
export function withoutTail(blocks: readonly TextBlock[]): TextBlock[] {
  const body = blocks.flatMap(({ kind }, at) => (kind === 'body' ? [at] : []));
  const tail = new Set<number>();
  const lastLine = body.findLastIndex((at) => line.test(blocks[at]?.text ?? ''));
  const below = lastLine < 0 ? [] : body.slice(lastLine + 1);
  if (
    lastLine > 0 &&
    below.length <= maxTailLength &&
    below.every((at) => contact.test(blocks[at]?.text ?? ''))
  )
    for (const at of body.slice(lastLine)) tail.add(at);
  const last = body.filter((at) => !tail.has(at)).at(-1);
  if (body.length > 1 && last !== undefined && isSignOff(blocks[last]?.text ?? '')) tail.add(last);
  return blocks.map((block, at) => (tail.has(at) ? { kind: 'furniture', text: block.text } : block));
}

function isSignOff(text: string): boolean {
  return (
    text.length <= 40 && (signOff.test(text) || agencySignOff.test(text) || /^\(\p{Ll}{2,4}\)$/u.test(text))
  );
}

/** Who wrote a story by lines that say so, without "By"; empty for initials. */
export function bylineOf(...lines: readonly string[]): string {
  return lines
    .map((one) => withoutBy(one.trim()).replace(/[\s,;]+$/u, ''))
    .filter((one) => one !== '' && !isSignOff(one))
    .join(', ');
}

/** The place of a dateline that has a field of its own: "STOCKHOLM, Aug 29, 2014 (AFP) -". */
export function placeOfDateline(text: string): string {
  const written = text.trim();
  if (written === '') return '';
  const read = readDateline(/[-–—]$/u.test(written) ? `${written} The` : `${written} - The`)?.place;
  if (read != null) return read;
  const first = (written.split(/[,(،]/u, 1)[0] ?? '').trim();
  return /\d/u.test(first) || first.split(' ').length > maxWordsOfPlace ? '' : first;
}
