import { plainBlocks } from '../../../article/page/plain-blocks.ts';
import type { SaidFields } from '../../../article/record-text.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import type { ByteSource } from '../byte-source.ts';
import { headText } from '../reading/head-text.ts';
import { utf8Of } from '../reading/utf8-file.ts';
import { jsonElements } from './json-elements.ts';
import { opensJson } from './json.ts';
import { isObject } from './json-rows.ts';

const encoding = 'utf-8';
const chatHead = 65_536;
/** What nobody else calls a field, or the kind of a chat. */
const hasOwnNames =
  /"(?:date_unixtime|from_id)"|"type"\s*:\s*"(?:personal_chat|saved_messages|bot_chat|(?:private|public)_(?:group|supergroup|channel))"/;

/** Chats as Telegram's desktop program exports them: a message that says something is an article. */
export const telegram: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    if (!opensJson(input)) return 0;
    const head = headText(input);
    const isChat = head.includes('"messages"') && hasOwnNames.test(head);
    return isChat || (head.includes('"chats"') && head.includes('Telegram')) ? 0.8 : 0;
  },
  read: readTelegram,
};

type Chat = Readonly<{ name: string | null; id: string | null }>;

function* readTelegram(input: ByteSource, { begin }: ReadContext): Generator<FoundRecord | RecordFailure> {
  const file = utf8Of(input, encoding);
  if ('code' in file) {
    yield { place: null, ...file };
    return;
  }
  const elements = jsonElements({
    ...file,
    isElement: (path) => path.endsWith('.messages[]'),
    begin,
  });
  let chat: Chat | null = null;
  let last = 0;
  for (const element of elements) {
    const { number, path, start, end } = element;
    if ('reason' in element) {
      yield { place: `message ${number}`, code: 'unreadable', reason: element.reason };
      continue;
    }
    // What stands between two messages of a list is a comma: anything longer is where another chat begins.
    if (chat === null || (path !== '$.messages[]' && start - last > 40))
      chat = chatBefore(input, Math.max(last, start - chatHead), start);
    last = end;
    const record = messageRecord(element.value, chat);
    if (record !== null) yield { ...record, original: { start, end } };
  }
}

/** The name and number of the chat whose first message begins at `end`. */
function chatBefore(input: ByteSource, start: number, end: number): Chat {
  const text = input.at(start, end - start).toString('utf8');
  const valueOf = (key: string): string | null => {
    const found = [...text.matchAll(new RegExp(`"${key}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*"|-?\\d+)`, 'g'))].at(
      -1,
    )?.[1];
    return found === undefined ? null : String(JSON.parse(found));
  };
  return { name: valueOf('name'), id: valueOf('id') };
}

function messageRecord(value: unknown, chat: Chat): Omit<FoundRecord, 'original'> | null {
  if (!isObject(value) || value['type'] === 'service') return null;
  const text = textOf(value['text']);
  if (text.trim() === '') return null;
  const { id, date, from } = value;
  const said: Partial<SaidFields> = {
    ...(typeof date === 'string' ? { published: date } : {}),
    ...(chat.name === null ? {} : { outlet: chat.name }),
    ...(typeof from === 'string' && from !== chat.name ? { byline: from } : {}),
  };
  const key = typeof id === 'number' ? [chat.id, id].filter((part) => part !== null).join('/') : null;
  return { key, text: plainBlocks(text), said, encoding };
}

/** A string, or a list of strings and of pieces that are set differently. */
function textOf(text: unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text.map((part: unknown) => (isObject(part) ? textOf(part['text']) : textOf(part))).join('');
}
