import type { TextBlock } from '../../../article/record-text.ts';
import type { FormatReader, FoundRecord } from '../format-reader.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import {
  at,
  allAt,
  attribute,
  childrenOf,
  firstOf,
  textOf,
  type XmlElement,
} from '../reading/xml-element.ts';
import { xmlArticles, type XmlRecord } from '../reading/xml-records.ts';
import { nitfBlocks } from './nitf-body.ts';
import { bylineOf, placeOfDateline } from './wire-text.ts';

/** News Industry Text Format 3.x (IPTC): one story a file. */
export const nitf: FormatReader = {
  holds: 'one',
  sniff: (input) => (openingOf(input)?.name === 'nitf' ? 0.95 : 0),
  read: (input, context) =>
    xmlArticles(input, context, { isRecord: (name) => name === 'nitf' }, (record) =>
      readStory(record, input.size),
    ),
};

function readStory({ element, encoding }: XmlRecord, size: number): FoundRecord {
  return recordOf({
    key: '',
    text: textOfStory(element),
    said: saidByNitf(element),
    encoding,
    original: { start: 0, end: size },
    declaredWords: declaredWords(element),
  });
}

function textOfStory(story: XmlElement): TextBlock[] {
  const abstract = textOf(at(story, 'body/body.head/abstract'));
  const content = allAt(story, 'body/body.content').flatMap(nitfBlocks);
  const end = allAt(story, 'body/body.end/tagline').map(textOf);
  return [
    ...(abstract === '' ? [] : [{ kind: 'standfirst' as const, text: abstract }]),
    ...content,
    ...end.map((text) => ({ kind: 'furniture' as const, text })),
  ];
}

function saidByNitf(story: XmlElement): FoundRecord['said'] {
  const head = at(story, 'head');
  const docdata = at(head, 'docdata');
  const pubdata = at(head, 'pubdata');
  const bodyHead = at(story, 'body/body.head');
  return {
    headline: headlineOf(story),
    byline: bylineOf(...bylines(bodyHead)),
    place: placeOf(bodyHead, docdata),
    agency: attribute(at(docdata, 'doc-id'), 'regsrc'),
    published: dayOrTime(
      attribute(pubdata, 'date.publication'),
      attribute(at(docdata, 'date.issue'), 'norm'),
      attribute(at(docdata, 'date.release'), 'norm'),
      attribute(at(bodyHead, 'dateline/story.date'), 'norm'),
      dateOfMetas(head),
    ),
    language: firstOf(attribute(story, 'baselang'), attribute(story, 'xml:lang')),
    outlet: firstOf(
      attribute(pubdata, 'name'),
      textOf(at(bodyHead, 'distributor')),
      attribute(at(docdata, 'doc.copyright'), 'holder'),
      textOf(at(bodyHead, 'rights/rights.owner')),
      attribute(at(docdata, 'doc-id'), 'regsrc'),
    ),
    section: firstOf(
      attribute(pubdata, 'position.section'),
      metaOf(head, 'online_sections'),
      metaOf(head, 'dsk'),
      attribute(at(head, 'tobject/tobject.property'), 'tobject.property.type'),
    ),
    url: attribute(pubdata, 'ex-ref'),
  };
}

/** The first date that is said; midnight to the second is a day. */
function dayOrTime(...dates: readonly string[]): string {
  return firstOf(...dates).replace(/T00:?00:?00.*$/, '');
}

function headlineOf(story: XmlElement): string {
  const hedline = at(story, 'body/body.head/hedline');
  return firstOf(textOf(at(hedline, 'hl1')), textOf(hedline), textOf(at(story, 'head/title')));
}

/** Each byline with what its writers are after a comma; of several that say the same, the one as printed. */
function bylines(head: XmlElement | null): string[] {
  const all = childrenOf(head, 'byline');
  const printed = all.filter((one) => attribute(one, 'class') !== 'normalized_byline');
  return (printed.length === 0 ? all : printed).map((byline) => {
    const titles = childrenOf(byline, 'byttl');
    const names = textOf({
      ...byline,
      children: byline.children.filter((node) => !titles.some((one) => one === node)),
    });
    return [names.replace(/[\s,]+$/u, ''), ...titles.map(textOf)].filter((part) => part !== '').join(', ');
  });
}

function placeOf(head: XmlElement | null, docdata: XmlElement | null): string {
  const dateline = at(head, 'dateline');
  const location = at(dateline, 'location');
  const written = textOf(location === null ? null : (at(location, 'city') ?? location));
  if (written !== '') return placeOfDateline(written);
  const own = (dateline?.children ?? []).filter((node): node is string => typeof node === 'string').join(' ');
  return firstOf(placeOfDateline(own), attribute(at(docdata, 'evloc'), 'city'));
}

function metaOf(head: XmlElement | null, name: string): string {
  return attribute(
    childrenOf(head, 'meta').find((meta) => attribute(meta, 'name') === name),
    'content',
  );
}

/** The New York Times' annotated corpus says the parts of a date apart. */
function dateOfMetas(head: XmlElement | null): string {
  const [year, month, day] = ['year', 'month', 'day_of_month'].map((part) =>
    metaOf(head, `publication_${part}`),
  );
  if (year === undefined || !/^\d{4}$/.test(year)) return '';
  return [year, month, day]
    .filter((part): part is string => part !== undefined && /^\d+$/.test(part))
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

function declaredWords(story: XmlElement): number | null {
  const pubdata = at(story, 'head/pubdata');
  return attribute(pubdata, 'unit-of-measure') === 'word' ? Number(attribute(pubdata, 'item-length')) : null;
}
