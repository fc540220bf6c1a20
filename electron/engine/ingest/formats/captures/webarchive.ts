import { SaidError, saidBy } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import type { ByteSource } from '../byte-source.ts';
import { extensionOf } from '../format-table.ts';
import { headText, isMarkup } from '../reading/head-text.ts';
import { parseXml } from '../reading/parse-xml.ts';
import { at, isXmlElement, rawTextOf, type XmlElement } from '../reading/xml-element.ts';
import { pageRecord } from '../reading/page-record.ts';
import {
  isRecordFailure,
  type FormatReader,
  type FoundRecord,
  type ReadContext,
  type RecordFailure,
} from '../format-reader.ts';

/** A page that Safari saved: a property list, binary or in XML, of the page and all that it shows. */
export const webarchive: FormatReader = {
  holds: 'one',
  sniff: (input, path) => {
    const head = headText(input);
    if (isMarkup(input)) return head.includes('<plist') && head.includes('WebMainResource') ? 0.9 : 0;
    if (!head.startsWith('bplist00')) return 0;
    return extensionOf(path) === 'webarchive' || head.includes('WebMainResource') ? 0.9 : 0;
  },
  read: async function* readOne(input, context) {
    yield await readWebarchive(input, context);
  },
};

const noPage = { place: null, code: 'empty', reason: sentence('file.no-page') } as const;

async function readWebarchive(input: ByteSource, context: ReadContext): Promise<FoundRecord | RecordFailure> {
  const list = await propertyListOf(input);
  const page = valueIn(list, 'WebMainResource');
  const data = valueIn(page, 'WebResourceData');
  if (!Buffer.isBuffer(data)) return noPage;
  const url = valueIn(page, 'WebResourceURL');
  const charset = valueIn(page, 'WebResourceTextEncodingName');
  const read = pageRecord(data, context, {
    ...(typeof url === 'string' && /^https?:/i.test(url) ? { url } : {}),
    ...(typeof charset === 'string' ? { charset } : {}),
  });
  return isRecordFailure(read) ? read : { ...read, original: { start: 0, end: input.size } };
}

/** What an element of a property list in XML stands for: dictionaries, lists, data; all else is a text. */
function plainOf(element: XmlElement): unknown {
  const inside = element.children.filter(isXmlElement);
  switch (element.name) {
    case 'dict':
      return Object.fromEntries(
        inside.flatMap((key, nth): [string, unknown][] => {
          const value = inside[nth + 1];
          return key.name === 'key' && value !== undefined ? [[rawTextOf(key), plainOf(value)]] : [];
        }),
      );
    case 'array':
      return inside.map(plainOf);
    case 'data':
      return Buffer.from(rawTextOf(element), 'base64');
    default:
      return rawTextOf(element);
  }
}

async function propertyListOf(input: ByteSource): Promise<unknown> {
  if (isMarkup(input)) {
    const list = at(parseXml(input.whole().toString('utf8')), 'plist/dict');
    return list === null ? null : plainOf(list);
  }
  const { parseBuffer } = await import('bplist-parser');
  try {
    const [list] = parseBuffer(Buffer.from(input.whole())) as readonly unknown[];
    return list;
  } catch (error) {
    throw new SaidError(sentence('file.property-list', { why: saidBy(error) }), { cause: error });
  }
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
