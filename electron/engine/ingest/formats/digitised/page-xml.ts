import type { TextBlock } from '../../../article/record-text.ts';
import type { FormatReader, FoundRecord } from '../format-reader.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import { at, attribute, childrenOf, rawTextOf, within, type XmlElement } from '../reading/xml-element.ts';
import { xmlArticles, type XmlRecord } from '../reading/xml-records.ts';
import { joinedParagraphs } from './ocr-paragraphs.ts';

const furniture = new Set(['page-number', 'header', 'footer', 'catch-word', 'signature-mark', 'marginalia']);

/** PAGE XML (PRImA): the text of one page, in its reading order. */
export const pageXml: FormatReader = {
  holds: 'one',
  sniff: (input) => (openingOf(input)?.name === 'PcGts' ? 0.95 : 0),
  read: (input, context) =>
    xmlArticles(input, context, { isRecord: (name) => name === 'PcGts' }, (record) =>
      readPage(record, input.size),
    ),
};

function readPage({ element, encoding }: XmlRecord, size: number): FoundRecord {
  const page = at(element, 'Page');
  const regions = inReadingOrder(page);
  const texts = joinedParagraphs(regions.map((region) => linesOf(region).join('\n')));
  return recordOf({
    key: '',
    text: regions
      .map((region, order): TextBlock => ({ kind: kindOf(region), text: texts[order] ?? '' }))
      .filter(({ text }) => text !== ''),
    said: {},
    encoding,
    original: { start: 0, end: size },
  });
}

/** The regions of text: those of the reading order first, as it has them, and then the others. */
function inReadingOrder(page: XmlElement | null): XmlElement[] {
  const regions = new Map([...within(page, 'TextRegion')].map((region) => [attribute(region, 'id'), region]));
  const ordered: XmlElement[] = [];
  for (const reference of references(at(page, 'ReadingOrder'))) {
    const region = regions.get(reference);
    if (region === undefined) continue;
    ordered.push(region);
    regions.delete(reference);
  }
  return [...ordered, ...regions.values()];
}

/** The ids of regions, in the order of their numbers within each group. */
function references(group: XmlElement | null): string[] {
  if (group === null) return [];
  const entries = group.children.filter((node): node is XmlElement => typeof node !== 'string');
  const sorted = entries
    .map((entry, index) => ({ entry, index: Number(attribute(entry, 'index') || index) }))
    .sort((one, two) => one.index - two.index);
  return sorted.flatMap(({ entry }) => {
    const own = attribute(entry, 'regionRef');
    return [...(own === '' ? [] : [own]), ...references(entry)];
  });
}

/** Text is given for regions, lines, words and letters: the first of these levels that has any is read. */
function linesOf(region: XmlElement): string[] {
  const lines = childrenOf(region, 'TextLine').map(
    (line) => textOfLevel(line) || childrenOf(line, 'Word').map(textOfLevel).join(' '),
  );
  if (lines.some((line) => line.trim() !== '')) return lines;
  return textOfLevel(region).split('\n');
}

/** Of several readings the first by its number. */
function textOfLevel(element: XmlElement): string {
  const readings = childrenOf(element, 'TextEquiv')
    .map((reading, order) => ({ reading, index: Number(attribute(reading, 'index') || order) }))
    .sort((one, two) => one.index - two.index);
  const unicode = at(readings[0]?.reading ?? null, 'Unicode');
  return unicode === null ? '' : rawTextOf(unicode).trim();
}

function kindOf(region: XmlElement): TextBlock['kind'] {
  const type = attribute(region, 'type');
  if (furniture.has(type)) return 'furniture';
  return type === 'caption' ? 'caption' : 'body';
}
