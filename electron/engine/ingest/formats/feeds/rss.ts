import type { FormatReader, FoundRecord } from '../format-reader.ts';
import { bylineOf } from '../agencies/wire-text.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import {
  attribute,
  at,
  childrenOf,
  firstOf,
  isXmlElement,
  rawTextOf,
  textOf,
  type XmlElement,
} from '../reading/xml-element.ts';
import { markupOf } from '../reading/xml-markup.ts';
import { xmlArticles, type XmlRecord } from '../reading/xml-records.ts';
import { feedPrefixes } from './feed-names.ts';
import { authorOf, blocksOfFeed, feedDate, lineOfFeed, standfirstOf } from './feed-text.ts';

const rdf = /purl\.org\/rss\/1\.0\/|netscape\.com\/rdf\/simple/;

/** RSS 0.9 to 2.0, also as RDF, with or without a version: every item is an article, or what the feed shows of one. */
export const rss: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const opening = openingOf(input);
    if (opening?.name === 'rss') return 0.9;
    return opening?.name === 'RDF' && rdf.test(opening.tag) ? 0.9 : 0;
  },
  read: (input, context) =>
    xmlArticles(input, context, { isRecord: (name) => name === 'item', prefixes: feedPrefixes }, readItem),
};

/** Null for an item that says nothing. */
function readItem({ element: item, around, encoding }: XmlRecord): FoundRecord | null {
  const channel = channelIn(around);
  const description = htmlOf(at(item, 'description'));
  const content = firstOf(htmlOf(at(item, 'content:encoded')), htmlOf(at(item, 'atom:content')));
  const text = blocksOfFeed(firstOf(content, description, htmlOf(at(item, 'media:description'))));
  const headline = lineOfFeed(firstOf(textOf(at(item, 'title')), textOf(at(item, 'media:title'))));
  if (text.length === 0 && headline === '') return null;
  const url = linkOf(item);
  return recordOf({
    key: firstOf(textOf(at(item, 'guid')), url),
    text,
    said: {
      headline,
      standfirst: content === '' ? '' : standfirstOf(description, text),
      byline: bylineOf(...authorsOf(item)),
      published: feedDate(
        firstOf(
          textOf(at(item, 'pubDate')),
          textOf(at(item, 'dc:date')),
          textOf(at(item, 'dcterms:issued')),
          textOf(at(item, 'dcterms:created')),
          textOf(at(item, 'atom:published')),
        ),
      ),
      language: firstOf(
        textOf(at(item, 'dc:language')),
        textOf(at(channel, 'language')),
        textOf(at(channel, 'dc:language')),
      ),
      outlet: lineOfFeed(firstOf(textOf(at(item, 'source')), textOf(at(channel, 'title')))),
      url,
    },
    encoding,
  });
}

/** The channel is around the items of RSS 2.0 and beside those of RDF. */
export function channelIn(around: readonly XmlElement[]): XmlElement | null {
  return around.find(({ name }) => name === 'channel') ?? at(around[0] ?? null, 'channel');
}

/** What an element holds as HTML: characters that are HTML themselves, or elements. */
export function htmlOf(element: XmlElement | null): string {
  if (element === null) return '';
  return (element.children.some(isXmlElement) ? markupOf(element) : rawTextOf(element)).trim();
}

function linkOf(item: XmlElement): string {
  const guid = at(item, 'guid');
  const permanent = attribute(guid, 'isPermaLink') === 'false' ? '' : textOf(guid);
  const alternate = childrenOf(item, 'atom:link').find((link) =>
    /^(?:alternate)?$/.test(attribute(link, 'rel')),
  );
  return firstOf(
    textOf(at(item, 'feedburner:origLink')),
    textOf(at(item, 'link')),
    attribute(alternate, 'href'),
    /^https?:/.test(permanent) ? permanent : '',
    attribute(item, 'rdf:about'),
  );
}

function authorsOf(item: XmlElement): string[] {
  const named = childrenOf(item, 'dc:creator').map(textOf);
  const all = named.some((name) => name !== '')
    ? named
    : [textOf(at(item, 'author')), textOf(at(item, 'itunes:author'))];
  return [...new Set(all.map(authorOf))];
}
