import { paragraphsOfLines } from '../reading/hard-lines.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import type { FormatReader, FoundRecord } from '../format-reader.ts';
import { bylineOf } from '../agencies/wire-text.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import {
  allAt,
  at,
  attribute,
  childrenOf,
  firstOf,
  rawTextOf,
  textOf,
  type XmlElement,
} from '../reading/xml-element.ts';
import { xmlArticles, type XmlRecord } from '../reading/xml-records.ts';
import { feedPrefixes } from './feed-names.ts';
import { blocksOfFeed, feedDate, lineOfFeed, standfirstOf } from './feed-text.ts';
import { htmlOf } from './rss.ts';

/** Here nothing is around Atom that its names could be taken for. */
const prefixes = new Map([...feedPrefixes].map(([name, prefix]) => [name, prefix === 'atom' ? '' : prefix]));

/** Atom 0.3 and 1.0 (RFC 4287): every entry is an article, or what the feed shows of one. */
export const atom: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const opening = openingOf(input);
    return opening?.name === 'feed' && /w3\.org\/2005\/Atom|purl\.org\/atom\/ns/.test(opening.tag) ? 0.9 : 0;
  },
  read: (input, context) =>
    xmlArticles(input, context, { isRecord: (name) => name === 'entry', prefixes }, readEntry),
};

/** Null for an entry that says nothing. */
function readEntry({ element: entry, around, encoding }: XmlRecord): FoundRecord | null {
  const feed = around[0] ?? null;
  if (!isPost(entry)) return null;
  const content = blocksIn(at(entry, 'content'));
  const text = content.length > 0 ? content : blocksIn(at(entry, 'summary'));
  const headline = lineIn(at(entry, 'title'));
  if (text.length === 0 && headline === '') return null;
  return recordOf({
    key: firstOf(textOf(at(entry, 'id')), linkOf(entry)),
    text,
    said: {
      headline,
      standfirst: content.length > 0 ? standfirstOf(htmlOf(at(entry, 'summary')), text) : '',
      byline: bylineOf(...authorsOf(entry, feed)),
      published: feedDate(
        firstOf(
          ...['published', 'issued', 'created', 'dc:date', 'updated', 'modified'].map((name) =>
            textOf(at(entry, name)),
          ),
        ),
      ),
      language: firstOf(attribute(entry, 'xml:lang'), attribute(feed, 'xml:lang')),
      outlet: firstOf(lineIn(at(entry, 'source/title')), lineIn(at(feed, 'title'))),
      url: linkOf(entry),
    },
    encoding,
  });
}

/** An export of Blogger has comments, settings and templates among its posts. */
function isPost(entry: XmlElement): boolean {
  const kind = childrenOf(entry, 'category').find((one) => attribute(one, 'scheme').endsWith('/g/2005#kind'));
  return kind === undefined || /#(?:post|page)$/.test(attribute(kind, 'term'));
}

function isHtml(element: XmlElement): boolean {
  const type = attribute(element, 'type');
  return (
    /html/i.test(type) ||
    attribute(element, 'mode') === 'escaped' ||
    (type === '' && /<\w/.test(rawTextOf(element)))
  );
}

function blocksIn(element: XmlElement | null): TextBlock[] {
  if (element === null || attribute(element, 'src') !== '') return [];
  return isHtml(element) || element.children.some((node) => typeof node !== 'string')
    ? blocksOfFeed(htmlOf(element))
    : paragraphsOfLines(rawTextOf(element));
}

function lineIn(element: XmlElement | null): string {
  if (element === null) return '';
  return isHtml(element) ? lineOfFeed(htmlOf(element)) : textOf(element);
}

function linkOf(entry: XmlElement): string {
  const links = childrenOf(entry, 'link');
  const alternate = links.find((link) => /^(?:alternate)?$/.test(attribute(link, 'rel')));
  return firstOf(textOf(at(entry, 'feedburner:origLink')), attribute(alternate, 'href'));
}

function authorsOf(entry: XmlElement, feed: XmlElement | null): string[] {
  const names = (element: XmlElement | null): string[] => allAt(element, 'author/name').map(textOf);
  const own = names(entry);
  const all =
    own.length > 0 ? own : [...names(at(entry, 'source')), ...childrenOf(entry, 'dc:creator').map(textOf)];
  return [...new Set(all.length > 0 ? all : names(feed))];
}
