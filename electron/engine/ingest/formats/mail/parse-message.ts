import type { Attachment, Email } from 'postal-mime';
import { gmailLabels } from './gmail-labels.ts';
import { keywordsIn } from './mail-keywords.ts';
import {
  declaredMessage,
  foreignCharset,
  redecoded,
  renamedCharset,
  withCharset,
  withoutControls,
} from './message-charsets.ts';

/** A message, its texts decoded. */
export type ParsedMessage = Readonly<{
  headers: ReadonlyMap<string, string>;
  subject: string;
  from: string;
  /** The name alone, or null. */
  fromName: string | null;
  id: string | null;
  /** What Google keeps it under. */
  labels: readonly string[];
  /** What other programs keep it under. */
  keywords: readonly string[];
  text: string;
  html: string;
  /** The messages that were forwarded with it, whole. */
  forwarded: readonly Buffer[];
}>;

/** The parser keeps a thousand bytes for each; what is attached stands behind the text. */
const maxLines = 200_000;
const lineFeed = 0x0a;
const replacement = '\ufffd';
const anyLatin = 'windows-1252';

/** Parses a message; fails with what the parser says of it. */
export async function parseMessage(bytes: Buffer): Promise<ParsedMessage> {
  const declared = declaredMessage(withinLines(bytes));
  const foreign = foreignCharset(declared);
  const email = await parsed(foreign === null ? declared : renamedCharset(declared, foreign, anyLatin));
  const best = isBroken(email) ? betterOf(email, await parsed(withCharset(declared, email.html))) : email;
  const clean = (text: string | undefined): string => {
    const own = text ?? '';
    return withoutControls(foreign === null ? own : redecoded(own, foreign));
  };
  // The whole list is one value, which is decoded before it is taken apart.
  const { decodeWords } = await import('postal-mime');
  const headers = new Map([...best.headers].reverse().map(({ key, value }) => [key, value]));
  const { address = '', name = '' } = best.from ?? {};
  const named = withoutControls(name).trim();
  return {
    headers,
    labels: gmailLabels(decodeWords(headers.get('x-gmail-labels') ?? '')),
    keywords: keywordsIn(headers, decodeWords),
    subject: withoutControls(best.subject ?? '')
      .replace(/\s+/gu, ' ')
      .trim(),
    from: named === '' || named === address ? address : address === '' ? named : `${named} <${address}>`,
    fromName: named === '' ? null : named,
    id: best.messageId ?? null,
    text: clean(best.text),
    html: clean(best.html),
    forwarded: best.attachments.filter(isMessage).map(({ content }) => bytesOf(content)),
  };
}

function withinLines(bytes: Buffer): Buffer {
  let at = 0;
  for (let lines = 0; lines < maxLines; lines++) {
    const end = bytes.indexOf(lineFeed, at);
    if (end < 0) return bytes;
    at = end + 1;
  }
  return bytes.subarray(0, at);
}

async function parsed(bytes: Buffer): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(bytes, { forceRfc822Attachments: true });
}

function isBroken({ text = '', html = '' }: Email): boolean {
  return text.includes(replacement) || html.includes(replacement);
}

function betterOf(one: Email, other: Email): Email {
  const faults = ({ text = '', html = '' }: Email): number => `${text}${html}`.split(replacement).length;
  return faults(other) < faults(one) ? other : one;
}

function isMessage({ mimeType }: Attachment): boolean {
  return mimeType === 'message/rfc822' || mimeType === 'message/global';
}

function bytesOf(content: Attachment['content']): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}
