import type { ByteSource } from '../byte-source.ts';

/** A message of a mailbox, without the line that separates it from the one before. */
export type MailboxMessage = Readonly<{ start: number; end: number; bytes: Buffer }>;

/** What is read of a message at most: its text stands in front of what is attached to it. */
const maxMessageLength = 33_554_432;
const windowBytes = 1_048_576;
const needle = Buffer.from('\nFrom ');
const mark = Buffer.from('\ufeff');
const lineBytes = 1_024;
const minLineLength = 20;
/** As C libraries write a time, with the zone in front of the year, after it, or nowhere. */
const strict =
  /^From \S.{0,300}? (?:mon|tue|wed|thu|fri|sat|sun),? +[a-z]{3} +\d{1,2} \d{2}:\d{2}(?::\d{2})?(?: [+-]\d{4}| [a-z]{2,5})? \d{4}(?: [+-]\d{4})?\s*$/i;
/** Any sender with any time and year. */
const loose = /^From \S.{0,300}\d:\d{2}.{0,60}$/i;
const year = /\b(?:19|20)\d{2}\b/;
const header = /^(?:[!-9;-~]{1,100}:|>From )/;

/**
 * The messages of a mailbox of any size. A line "From …" separates only where it has a time and headers follow it: of many
 * programs none writes such lines of bodies in another way.
 */
export function* mailboxMessages(input: ByteSource): Generator<MailboxMessage> {
  let last: number | null = null;
  for (const separator of separators(input)) {
    if (last !== null) yield messageAt(input, last, separator);
    last = separator;
  }
  if (last !== null) yield messageAt(input, last, input.size);
}

/** Whether a text begins with a line that separates messages. */
export function opensMailbox(head: string): boolean {
  const [line = '', next = ''] = head.slice(0, lineBytes).split(/\r?\n/, 2);
  return header.test(next) && (strict.test(line) || (loose.test(line) && year.test(line)));
}

function messageAt(input: ByteSource, separator: number, end: number): MailboxMessage {
  const line = input.at(separator, Math.min(lineBytes, end - separator)).indexOf(0x0a);
  const start = line < 0 ? end : separator + line + 1;
  return { start, end, bytes: Buffer.from(input.at(start, Math.min(end - start, maxMessageLength))) };
}

/** How long the mark is that programs of Windows put before UTF-8. */
function markLength(input: ByteSource): number {
  return input.at(0, mark.length).equals(mark) ? mark.length : 0;
}

function* separators(input: ByteSource): Generator<number> {
  const first = markLength(input);
  if (isSeparator(input, first)) yield first;
  for (let at = 0; at < input.size; at += windowBytes) {
    const window = input.at(at, windowBytes + needle.length - 1);
    const found: number[] = [];
    for (let index = window.indexOf(needle); index >= 0; index = window.indexOf(needle, index + 1))
      if (!isShort(window, index + 1)) found.push(at + index + 1);
    for (const place of found) if (isSeparator(input, place)) yield place;
  }
}

/** Too short for a sender and a time: looked at in the window, as a body may be full of such lines. */
function isShort(window: Buffer, start: number): boolean {
  const end = window.indexOf(0x0a, start);
  return end >= 0 && end - start < minLineLength;
}

function isSeparator(input: ByteSource, place: number): boolean {
  const before = Math.min(place, 3);
  const text = input.at(place - before, lineBytes + before).toString('latin1');
  const [line = '', next = ''] = text.slice(before).split(/\r?\n/, 2);
  if (!header.test(next)) return false;
  if (strict.test(line)) return true;
  const isBehindBlank = place === markLength(input) || /\n\r?\n$/.test(text.slice(0, before));
  return isBehindBlank && loose.test(line) && year.test(line);
}
