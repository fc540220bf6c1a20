import type { TextBlock } from '../../../article/record-text.ts';
import type { FormatReader, FoundRecord } from '../format-reader.ts';
import { headText } from '../reading/head-text.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import { at, childrenOf, textOf } from '../reading/xml-element.ts';
import { xmlArticles, type XmlRecord } from '../reading/xml-records.ts';

const articleText = /<text>\s*<title(?:\s*\/>|>[^<]{0,2000}<\/title>)\s*<p[\s/>]/;

/** The text of one article as Delpher (Koninklijke Bibliotheek) gives it: which paper and which day is said elsewhere. */
export const delpher: FormatReader = {
  holds: 'one',
  sniff: (input) => (openingOf(input)?.name === 'text' && articleText.test(headText(input)) ? 0.9 : 0),
  read: (input, context) =>
    xmlArticles(input, context, { isRecord: (name, depth) => name === 'text' && depth === 0 }, (record) =>
      readText(record, input.size),
    ),
};

function readText({ element, encoding }: XmlRecord, size: number): FoundRecord {
  return recordOf({
    key: '',
    text: childrenOf(element, 'p')
      .map((paragraph): TextBlock => ({ kind: 'body', text: textOf(paragraph) }))
      .filter(({ text }) => text !== ''),
    said: { headline: textOf(at(element, 'title')) },
    encoding,
    original: { start: 0, end: size },
  });
}
