import { plainBlocks } from '../../../article/page/plain-blocks.ts';
import type { SaidFields, TextBlock } from '../../../article/record-text.ts';
import { countWords } from '../../../article/text/words.ts';
import { saidDate } from '../../../article/dates/said-date.ts';
import type { FoundRecord, OriginalRef, ReadContext } from '../format-reader.ts';
import { inlineForward, type InlineForward } from './inline-forward.ts';
import { isBin } from './gmail-labels.ts';
import { saysState } from './mail-keywords.ts';
import { mailPageBlocks } from './mail-page.ts';
import { parseMessage, type ParsedMessage } from './parse-message.ts';

const encoding = 'utf-8';
const deepest = 4;
const mozillaExpunged = 0x0008;
/** A text beside a page that has no half of its words only says that there is a page. */
const minOfPage = 0.5;
const pageMarks = /<(?:p|div|table|br|html|body)\b/i;
const signatureLine = /^-- ?$/m;
const maxSignatureLength = 1_500;

/** The articles of one message: itself, and each that was forwarded whole with it. None of one that was deleted. */
export async function messageRecords(
  bytes: Buffer,
  original: OriginalRef,
  context: ReadContext,
  depth = 1,
): Promise<FoundRecord[]> {
  const message = await parseMessage(bytes);
  if (isDeleted(message)) return [];
  const page = pageBlocks(message);
  const within = page === null ? inlineForward(message.text, message.subject) : null;
  const text = page ?? textBlocks(within === null ? message.text || message.html : within.before);
  const own = text.length === 0 && message.subject === '' ? [] : [recordOf(message, text, original, context)];
  if (depth === deepest) return own;
  const inner: FoundRecord[] = within === null ? [] : [forwardedRecord(message, within, original, context)];
  for (const [at, part] of message.forwarded.entries())
    for (const record of await messageRecords(part, 'text', context, depth + 1))
      inner.push(
        record.key === null && message.id !== null ? { ...record, key: `${message.id}#${at + 1}` } : record,
      );
  // Who forwards an article without a word has written none.
  return text.length === 0 && inner.length > 0 ? inner : [...own, ...inner];
}

function recordOf(
  {
    subject,
    from,
    fromName,
    id,
    headers,
    labels,
    keywords,
  }: Omit<ParsedMessage, 'text' | 'html' | 'forwarded'>,
  text: readonly TextBlock[],
  original: OriginalRef,
  { today }: ReadContext,
): FoundRecord {
  const written = headers.get('date');
  const published = written === undefined ? null : saidDate(written, today);
  const isNewsletter = headers.has('list-unsubscribe') || headers.has('list-id');
  const said: Partial<SaidFields> = {
    ...(subject === '' ? {} : { headline: subject }),
    ...(from === '' ? {} : { byline: from }),
    ...(published === null ? {} : { published }),
    ...(isNewsletter && fromName !== null ? { outlet: fromName } : {}),
  };
  const own = { key: id, text, said, encoding, original };
  const filed = [...labels, ...keywords].filter((label) => !saysState(label));
  return filed.length === 0 ? own : { ...own, labels: filed };
}

/** The message that stands in the text of another one. */
function forwardedRecord(
  { id, labels, keywords }: ParsedMessage,
  { subject, from, date, text }: InlineForward,
  original: OriginalRef,
  context: ReadContext,
): FoundRecord {
  const headers = new Map([['date', date]]);
  const inside = {
    subject,
    from,
    fromName: null,
    headers,
    id: id === null ? null : `${id}#text`,
    labels,
    keywords,
  };
  return recordOf(inside, textBlocks(text), original, context);
}

/** The page of a message, where it says more than its text; null otherwise. */
function pageBlocks({ text, html }: ParsedMessage): TextBlock[] | null {
  const page = pageMarks.test(html) ? mailPageBlocks(html) : [];
  const words = page.reduce((sum, block) => sum + countWords(block.text), 0);
  if (text.trim() !== '' && countWords(text) >= words * minOfPage) return null;
  return page.length > 0 ? page : null;
}

/** The paragraphs of a text; what stands below the line in front of a signature is none of it. */
function textBlocks(text: string): TextBlock[] {
  const end = signatureLine.exec(text)?.index ?? text.length;
  const signature = text.slice(end);
  if (signature.length > maxSignatureLength) return plainBlocks(text);
  return [
    ...plainBlocks(text.slice(0, end)),
    ...plainBlocks(signature).map((block): TextBlock => ({ ...block, kind: 'furniture' })),
  ];
}

function isDeleted({ headers, labels }: ParsedMessage): boolean {
  const mozilla = Number.parseInt(headers.get('x-mozilla-status') ?? '', 16);
  if ((mozilla & mozillaExpunged) !== 0) return true;
  if (headers.get('x-status')?.includes('D') === true) return true;
  return labels.some(isBin);
}
