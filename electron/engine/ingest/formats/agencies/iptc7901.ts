import { sentence } from '../../../../words/sentence.ts';
import { decodeText, decodeTextAs, isDecodeFailure } from '../../encodings/encodings.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { paragraphsOfLines } from '../reading/hard-lines.ts';
import { headText } from '../reading/head-text.ts';
import { monthOf } from './month-numbers.ts';
import { recordOf } from '../reading/record-of.ts';
import { firstOf } from '../reading/xml-element.ts';
import { bylineOf, withoutTail } from './wire-text.ts';

/** Service and number, priority, category, words, then what a desk adds: "eca062 4 i 211 ccccb   dpa 061". */
const header = /^[\x01\x16\s]{0,20}([a-z]{2,4})(\d{3,4}) (\d) ([a-z]{1,3}) +(\d{1,5})\b([^\r\n]{0,80})/i;
/** Day, hour and minute in Greenwich, month, year in two digits: "131137 GMT Nov 13". */
const sent = /^[\x03 \t]*(\d{2})(\d{2})(\d{2})(?:\s+GMT)?\s+(\p{Lu}\p{Ll}{2})\s+(\d{2})\s*$/mu;
/** From here on a message is for editors. */
const notForPublication =
  /^(?:# ?(?:[\w-]{1,12} )?(?:notebook|[\w-]*notizblock)\b|\*(?: \*){3}|the following information is not (?:intended )?for publication|die folgenden informationen sind nicht)/im;
const ofDesk =
  /^(?:refile|urgent|correction|embargoed?|advisory|\d*(?:st|nd|rd|th)? ?lead\b.*|.* add \d+|eds?:.*)$/i;
/** Place and agency that a story begins with. */
const dateline = /^\s*(\p{Lu}[^()\n]{1,60}) \([\w/ .-]{2,20}\)\s+[-–—]\s/u;
const maxHeadingLength = 20;
const startOfMessage = /\x01/;

/** Wire text as IPTC 7901 lays it out: a line of codes, a headline that ends in "=", lines broken by hand, the time it was sent. */
export const iptc7901: FormatReader = {
  holds: 'many',
  sniff: (input) => (header.test(headText(input).slice(0, 256)) ? 0.95 : 0),
  read: readWire,
};

function* readWire(
  input: ByteSource,
  { encoding, begin }: ReadContext,
): Generator<FoundRecord | RecordFailure> {
  const decoded = encoding === null ? decodeText(input.whole()) : decodeTextAs(input.whole(), encoding);
  if (isDecodeFailure(decoded)) {
    yield { place: null, ...decoded };
    return;
  }
  let ordinal = 0;
  for (const message of decoded.text.split(startOfMessage)) {
    if (message.trim() === '') continue;
    ordinal += 1;
    if (!begin(ordinal)) continue;
    const codes = header.exec(message);
    if (codes === null)
      yield {
        place: `message ${ordinal}`,
        code: 'unreadable',
        reason: sentence('file.no-codes'),
      };
    else yield messageOf(message, codes, decoded.encoding);
  }
}

function messageOf(message: string, codes: RegExpExecArray, encoding: string): FoundRecord {
  const [line, service = '', number = '', , , words = ''] = codes;
  const rest = codes[6]?.trim() ?? '';
  const { heading, body } = halves(message.slice(line.length));
  const sentAt = sent.exec(message);
  const { headline, byline, slug } = readHeading(heading);
  const end = notForPublication.exec(body)?.index ?? null;
  const ending = body.search(/\x03/);
  const text = body.slice(0, end ?? (ending < 0 ? body.length : ending)).replace(sent, '');
  return recordOf({
    key: [service + number, sentAt?.[0].replace(/\x03/g, '').trim() ?? '']
      .filter((part) => part !== '')
      .join(' '),
    text: withoutTail(paragraphsOfLines(text.replace(/[\x00-\x08\x0e-\x1f\x7f]/g, ''))),
    said: {
      headline: firstOf(headline, slug),
      byline: bylineOf(byline),
      place: dateline.exec(text)?.[1] ?? '',
      // A service of an agency has a name after its own: "dpa-tns".
      outlet: /(?:^|\s)(\w+)(?:-\w+)* \d{1,4}$/.exec(rest)?.[1] ?? '',
      published: sentAt === null ? '' : dateOf(sentAt),
    },
    encoding,
    // What is for editors is counted in.
    declaredWords: end === null ? Number(words) : null,
  });
}

/** The heading ends with the line that ends in "=". */
function halves(text: string): Readonly<{ heading: string[]; body: string }> {
  const lines = text.split(/\r\n?|\n/);
  const last = lines.slice(0, maxHeadingLength).findIndex((line) => /=\s*$/.test(line));
  if (last < 0) return { heading: [], body: text };
  return { heading: lines.slice(0, last + 1), body: lines.slice(last + 1).join('\n') };
}

function readHeading(lines: readonly string[]): Readonly<{ headline: string; byline: string; slug: string }> {
  const headline: string[] = [];
  let byline = '';
  let slug = '';
  for (const line of lines) {
    const isAfterMark = line.includes('\x02');
    const own = line
      .replace(/[\x00-\x1f]/g, ' ')
      .replace(/=\s*$/, '')
      .trim();
    if (isAfterMark) headline.length = 0;
    if (own === '' || ofDesk.test(own)) continue;
    if (own.endsWith('/')) slug = own.slice(0, -1);
    else if (headline.length > 0 && /^(?:by|von|por|par)\s/i.test(own)) byline = own;
    else headline.push(own);
  }
  return { headline: headline.join(' '), byline, slug };
}

function dateOf([, day = '', hour = '', minute = '', month = '', year = '']: RegExpExecArray): string {
  const number = monthOf(month);
  if (number === 0) return '';
  const century = Number(year) >= 70 ? '19' : '20';
  return `${century}${year}-${String(number).padStart(2, '0')}-${day}T${hour}:${minute}`;
}
