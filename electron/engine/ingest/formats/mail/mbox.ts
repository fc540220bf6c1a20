import { saidBy } from '../../../../contract/failure.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { extensionOf } from '../format-table.ts';
import { headText } from '../reading/head-text.ts';
import { mailboxMessages, opensMailbox } from './mbox-messages.ts';
import { messageRecords } from './message-records.ts';

/** Google writes the number of a thread as the sender, and lines of bodies as they are. */
const ofGoogle = /^From \d+@xxx /;
const escapedLine = Buffer.from('\n>From ');
const mailboxExtensions = new Set(['mbox', 'mbx', 'mbs']);

/** A mailbox, as Google, Thunderbird and others export it: a message is an article. */
export const mbox: FormatReader = {
  holds: 'many',
  sniff: (input, path) => {
    const head = headText(input);
    if (!head.startsWith('From ') || !opensMailbox(head)) return 0;
    return mailboxExtensions.has(extensionOf(path)) ? 0.9 : 0.8;
  },
  read: readMailbox,
};

async function* readMailbox(
  input: ByteSource,
  context: ReadContext,
): AsyncGenerator<FoundRecord | RecordFailure> {
  let number = 0;
  const isEscaped = !ofGoogle.test(headText(input));
  for (const { start, end, bytes } of mailboxMessages(input)) {
    number += 1;
    if (!context.begin(start)) continue;
    try {
      yield* await messageRecords(isEscaped ? unescaped(bytes) : bytes, { start, end }, context);
    } catch (error) {
      yield { place: `message ${number}`, code: 'unreadable', reason: saidBy(error) };
    }
  }
}

/** Lines of bodies that begin with "From " have a mark in front of them in mailboxes, and those that had one already another. */
function unescaped(bytes: Buffer): Buffer {
  if (!bytes.includes(escapedLine)) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}
