import type { TextBlock } from '../../../article/record-text.ts';
import { countWords } from '../../../article/text/words.ts';
import { isHidden } from '../../../article/html/furniture-elements.ts';
import { linesOf, type PageLine } from '../../../article/html/page-lines.ts';
import type { PageElement } from '../../../article/html/page-tree.ts';
import { parsePage } from '../../../article/html/parse-page.ts';

const mostlyLinked = 0.8;
/** "View in browser", "Unsubscribe | Privacy": longer links are headlines of what a newsletter leads to. */
const maxButtonLength = 4;
const heading = /^h[1-6]$/;
/** Lines that senders put under what they send, because they have to. */
const leaving =
  /\b(?:unsubscribe|opt.?out|manage (?:your )?(?:preferences|subscription)|update your preferences|abbestellen|abmelden|se désabonner|désinscri\p{L}*|darse de baja|cancelar (?:a |la )?(?:inscrição|suscripción)|cancella(?:ti|re l.iscrizione)|afmelden|uitschrijven|avregistrera|afmeld|avmeld|отписаться|відписатися)|إلغاء الاشتراك|لغو اشتراک|配信停止|退订|수신\s?거부/iu;
const maxLeavingLength = 60;

/**
 * The text of a mail that is written as a page. All of it was sent to be read, several stories as like as not: only what is hidden, short
 * links, and how to get no more of it are no text.
 */
export function mailPageBlocks(html: string): TextBlock[] {
  return linesOf(parsePage(html).root).map((line) => ({
    kind: isFurniture(line) ? 'furniture' : 'body',
    text: line.text,
  }));
}

function isFurniture({ element, text, linked }: PageLine): boolean {
  for (let up: PageElement | null = element; up !== null; up = up.parent) if (isHidden(up)) return true;
  const words = countWords(text);
  if (words <= maxLeavingLength && leaving.test(text)) return true;
  return linked > mostlyLinked * text.length && words <= maxButtonLength && !isHeading(element);
}

function isHeading(element: PageElement): boolean {
  for (let up: PageElement | null = element, level = 0; up !== null && level < 3; up = up.parent, level++)
    if (heading.test(up.tag)) return true;
  return false;
}
