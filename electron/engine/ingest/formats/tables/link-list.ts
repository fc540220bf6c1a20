import { elementsIn, textOf } from '../../../article/html/page-tree.ts';
import { parsePage } from '../../../article/html/parse-page.ts';
import { decodeText, decodeTextAs, isDecodeFailure } from '../../encodings/encodings.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { tagsIn } from './tag-cells.ts';

const sniffedBytes = 1_024;
const opening = /<title>\s*Pocket Export\s*<\/title>|<!DOCTYPE NETSCAPE-Bookmark-file-1>/i;

/** Saved links as Pocket and browsers write them down in HTML: names and addresses, and no date but that of saving. */
export const linkList: FormatReader = {
  holds: 'many',
  sniff: (input) => (opening.test(input.head().toString('latin1', 0, sniffedBytes)) ? 0.9 : 0),
  read: readLinks,
};

function* readLinks(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  const decoded =
    context.encoding === null ? decodeText(input.whole()) : decodeTextAs(input.whole(), context.encoding);
  if (isDecodeFailure(decoded)) {
    yield { place: null, ...decoded };
    return;
  }
  let number = 0;
  for (const element of elementsIn(parsePage(decoded.text).root)) {
    const { href = '', tags = '' } = element.attributes;
    if (element.tag !== 'a' || !/^https?:/i.test(href)) continue;
    const headline = textOf(element).replace(/\s+/gu, ' ').trim();
    number += 1;
    if (headline === '' || !context.begin(number)) continue;
    const labels = tagsIn([tags]);
    yield {
      ...(labels.length === 0 ? {} : { labels }),
      key: href,
      text: [],
      said: { headline, url: href },
      encoding: decoded.encoding,
      original: 'text',
    };
  }
}
