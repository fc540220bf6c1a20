import type { FormatReader, FoundRecord } from '../format-reader.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import { allAt, at, attribute, firstOf, textOf, type XmlElement } from '../reading/xml-element.ts';
import { xmlArticles, type XmlRecord } from '../reading/xml-records.ts';
import { nitfBlocks } from './nitf-body.ts';
import { bylineOf, placeOfDateline } from './wire-text.ts';

/** Reuters Corpus, Volume 1 and 2: `<newsitem itemid=…>`, one story a file. */
export const rcv1: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const opening = openingOf(input);
    return opening?.name === 'newsitem' && /\bitemid\s*=/.test(opening.tag) ? 0.95 : 0;
  },
  read: (input, context) =>
    xmlArticles(input, context, { isRecord: (name) => name === 'newsitem' }, readItem),
};

function readItem({ element: item, encoding }: XmlRecord): FoundRecord {
  const text = at(item, 'text');
  return recordOf({
    key: attribute(item, 'itemid'),
    text: text === null ? [] : nitfBlocks(text),
    said: saidByItem(item),
    encoding,
  });
}

function saidByItem(item: XmlElement): FoundRecord['said'] {
  const dublinCore = (name: string): string =>
    attribute(
      allAt(item, 'metadata/dc').find((one) => attribute(one, 'element') === name),
      'value',
    );
  const title = textOf(at(item, 'title'));
  return {
    // The title has the country in front: "MEXICO: …".
    headline: firstOf(textOf(at(item, 'headline')), title.replace(/^[\p{Lu} .,'-]+: /u, '')),
    byline: bylineOf(textOf(at(item, 'byline'))),
    place: firstOf(placeOfDateline(textOf(at(item, 'dateline'))), dublinCore('dc.creator.location')),
    published: firstOf(
      attribute(item, 'date'),
      dublinCore('dc.date.published'),
      dublinCore('dc.date.created'),
    ),
    language: attribute(item, 'xml:lang'),
    outlet: firstOf(dublinCore('dc.source'), dublinCore('dc.publisher'), 'Reuters'),
  };
}
