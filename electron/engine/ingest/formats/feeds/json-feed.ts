import type { TextBlock } from '../../../article/record-text.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { bylineOf } from '../agencies/wire-text.ts';
import { paragraphsOfLines } from '../reading/hard-lines.ts';
import { headText } from '../reading/head-text.ts';
import { isObject, objects, textIn, type JsonObject } from '../reading/json-file.ts';
import { aroundItems, jsonItems } from '../tables/json-items.ts';
import { recordOf } from '../reading/record-of.ts';
import { firstOf } from '../reading/xml-element.ts';
import { blocksOfFeed, standfirstOf } from './feed-text.ts';

/** JSON Feed 1 and 1.1. */
export const jsonFeed: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const head = headText(input);
    return /^\s*\{/.test(head) &&
      /"version"\s*:\s*"https?:(?:\/\/|\\\/\\\/)(?:www\.)?jsonfeed\.org/.test(head)
      ? 0.9
      : 0;
  },
  read: readFeed,
};

function* readFeed(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  const feed = aroundItems(input, context, 'items');
  for (const item of jsonItems(input, context, ['items'])) {
    const found = 'code' in item ? item : articleOf(item.value, feed, item.encoding);
    if (found !== null) yield found;
  }
}

/** Null for an item that says nothing. */
function articleOf(item: JsonObject, feed: JsonObject, encoding: string): FoundRecord | null {
  const text = blocksOf(item);
  const headline = textIn(item, 'title');
  if (text.length === 0 && headline === '') return null;
  const authors = authorsOf(item);
  const id = item['id'];
  return recordOf({
    key: typeof id === 'number' ? String(id) : firstOf(textIn(item, 'id'), textIn(item, 'url')),
    text,
    said: {
      headline,
      standfirst: standfirstOf(textIn(item, 'summary'), text),
      byline: bylineOf(...(authors.length > 0 ? authors : authorsOf(feed))),
      published: textIn(item, 'date_published'),
      language: firstOf(textIn(item, 'language'), textIn(feed, 'language')),
      outlet: textIn(feed, 'title'),
      url: textIn(item, 'url', 'external_url'),
    },
    encoding,
  });
}

function blocksOf(item: JsonObject): TextBlock[] {
  const html = textIn(item, 'content_html');
  if (html !== '') return blocksOfFeed(html);
  return paragraphsOfLines(firstOf(textIn(item, 'content_text'), textIn(item, 'summary')));
}

/** Version 1 has one author, 1.1 a list. */
function authorsOf(holder: JsonObject): string[] {
  const { author } = holder;
  return [...objects(holder['authors']), ...(isObject(author) ? [author] : [])]
    .map((one) => textIn(one, 'name'))
    .filter((name, at, all) => name !== '' && all.indexOf(name) === at);
}
