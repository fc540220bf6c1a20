import { readFragment } from '../../../article/html/read-fragment.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import type { FormatReader, FoundRecord } from '../format-reader.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import {
  allAt,
  at,
  attribute,
  childrenOf,
  firstOf,
  folded,
  rawTextOf,
  textOf,
  within,
  type XmlElement,
} from '../reading/xml-element.ts';
import { xmlArticles, type XmlRecord } from '../reading/xml-records.ts';
import { paragraphsOfLines } from '../reading/hard-lines.ts';
import { nitfBlocks } from './nitf-body.ts';
import { bylineOf, placeOfDateline, withoutTail } from './wire-text.ts';

const roots = new Set([
  'newsMessage',
  'newsItem',
  'packageItem',
  'conceptItem',
  'knowledgeItem',
  'planningItem',
  'catalogItem',
]);

/** NewsML-G2 (IPTC): messages of items, of which those of text are articles. */
export const newsmlg2: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const opening = openingOf(input);
    if (opening === null || !roots.has(opening.name)) return 0;
    return /iptc\.org\/std\/nar|NewsML-G2/.test(opening.tag) ? 0.95 : 0.5;
  },
  read: (input, context) =>
    xmlArticles(input, context, { isRecord: (name) => name === 'newsItem' }, readItem),
};

/** Null for pictures and lists, and for an item that only says where its text is. */
function readItem({ element: item, encoding }: XmlRecord): FoundRecord | null {
  const itemClass = attribute(at(item, 'itemMeta/itemClass'), 'qcode');
  if (itemClass !== '' && !/:text$|:composite$/.test(itemClass)) return null;
  const content = contentOf(item);
  if (content === null) return null;
  return recordOf({
    key: attribute(item, 'guid'),
    text: content.text,
    said: saidByItem(item),
    encoding,
    declaredWords: content.words,
  });
}

/** The text of an item: the first form of it that is text; null for one that only says where its text is. */
function contentOf(item: XmlElement): Readonly<{ text: TextBlock[]; words: number | null }> | null {
  for (const set of childrenOf(item, 'contentSet')) {
    for (const inline of [...childrenOf(set, 'inlineXML'), ...childrenOf(set, 'inlineData')]) {
      const text = inline.name === 'inlineXML' ? blocksOfXml(inline) : blocksOfData(inline);
      if (text.length > 0) return { text, words: Number(attribute(inline, 'wordcount')) };
    }
  }
  return null;
}

function blocksOfXml(inline: XmlElement): TextBlock[] {
  const content = [...within(inline, 'body.content')][0] ?? [...within(inline, 'body')][0] ?? inline;
  return nitfBlocks(content);
}

/** Text that was put in as characters: HTML, whatever its type says, or lines as they were typed. */
function blocksOfData(data: XmlElement): TextBlock[] {
  const written = rawTextOf(data);
  const type = attribute(data, 'contenttype');
  if (!/^text\/|html/i.test(type === '' ? 'text/plain' : type)) return [];
  const isMarked = /<\/?(?:p|br|div|h[1-6]|body)\b[^>]{0,200}>/i.test(written);
  if (!isMarked) return withoutTail(paragraphsOfLines(written));
  if (/html/i.test(type)) return withoutTail(readFragment(written));
  // Hard lines inside of one paragraph: its own line breaks are paragraphs by their indents.
  return withoutTail(paragraphsOfLines(written.replace(/<\/?(?:p|br|div|body)\b[^>]{0,200}>/gi, '\n\n')));
}

function saidByItem(item: XmlElement): FoundRecord['said'] {
  const meta = at(item, 'itemMeta');
  const content = at(item, 'contentMeta');
  const headlines = childrenOf(content, 'headline');
  const main = headlines.find((one) => !/sub/i.test(attribute(one, 'role')));
  const sub = headlines.find((one) => /sub/i.test(attribute(one, 'role')));
  const outlet = firstOf(
    nameOf(at(content, 'infoSource')),
    nameOf(at(item, 'rightsInfo/copyrightHolder')),
    nameOf(at(meta, 'provider')),
  );
  const languages = childrenOf(content, 'language').map((one) => attribute(one, 'tag'));
  return {
    headline: firstOf(textOf(main), textOf(at(meta, 'title')), textOf([...within(item, 'hl1')][0])),
    standfirst: textOf(sub),
    byline: bylineOf(firstOf(textOf(at(content, 'by')), creatorsOf(content, outlet))),
    place: placeOf(content),
    published: firstOf(
      textOf(at(content, 'contentCreated')),
      textOf(at(meta, 'firstCreated')),
      textOf(at(meta, 'versionCreated')),
    ),
    language: firstOf(...languages, attribute(item, 'xml:lang')),
    outlet,
    section: textOf(childrenOf(meta, 'service').flatMap((one) => childrenOf(one, 'name'))[0]),
  };
}

/** A party or place by its name, or by what stands for it. */
function nameOf(party: XmlElement | null): string {
  const code = attribute(party, 'qcode');
  return firstOf(
    textOf(at(party, 'name')),
    attribute(party, 'literal'),
    folded((party?.children ?? []).filter((node) => typeof node === 'string').join(' ')),
    code.slice(code.indexOf(':') + 1),
  );
}

/** Who made it, unless that is the agency. */
function creatorsOf(content: XmlElement | null, outlet: string): string {
  return allAt(content, 'creator')
    .filter((creator) => !/source/i.test(attribute(creator, 'role')))
    .map(nameOf)
    .filter((name) => name !== '' && name.toLowerCase() !== outlet.toLowerCase())
    .join(', ');
}

function placeOf(content: XmlElement | null): string {
  const located = nameOf(at(content, 'located'));
  return located === '' ? placeOfDateline(textOf(at(content, 'dateline'))) : located;
}
