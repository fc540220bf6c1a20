import type { TextBlock } from '../../../../article/record-text.ts';
import type { FormatReader, FoundRecord } from '../../format-reader.ts';
import { paragraphsOfLines } from '../../reading/hard-lines.ts';
import { headText } from '../../reading/head-text.ts';
import { recordOf } from '../../reading/record-of.ts';
import {
  allAt,
  at,
  childrenOf,
  firstOf,
  rawTextOf,
  textOf,
  type XmlElement,
} from '../../reading/xml-element.ts';
import { openingOf } from '../../reading/xml-opening.ts';
import { xmlArticles, type XmlRecord } from '../../reading/xml-records.ts';

const roots = new Set(['PPSResponse', 'ppsArticleResponse', 'ppsarticleResultSet']);

/** What Factiva's web service gives (`http://global.factiva.com/pps/2.0`). */
export const factivaXml: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const opening = openingOf(input);
    if (opening === null) return 0;
    return roots.has(opening.name) || headText(input).slice(0, 2_000).includes('global.factiva.com/pps')
      ? 0.95
      : 0;
  },
  read: (input, context) => {
    const count = /<ppsarticleResultSet\b[^<>]{0,200}?\bcount="(\d{1,7})"/.exec(headText(input))?.[1];
    if (count !== undefined) context.declare(Number(count));
    return xmlArticles(input, context, { isRecord: (name) => name === 'article' }, readArticle);
  },
};

function readArticle({ element, encoding }: XmlRecord): FoundRecord {
  const [lead, tail] = ['leadParagraph', 'tailParagraphs'].map((name) => blocksOf(at(element, name)));
  const published = at(element, 'publicationDate');
  const said = (path: string): string => textOf(at(element, path));
  return recordOf({
    key: said('accessionNo'),
    text: [
      ...(lead ?? []),
      ...(tail ?? []),
      ...['copyright', 'notes', 'pages'].flatMap((name): TextBlock[] =>
        childrenOf(element, name).map((one) => ({ kind: 'furniture', text: textOf(one) })),
      ),
    ],
    said: {
      headline: allAt(element, 'headline/paragraph').map(textOf).join(' ') || said('headline'),
      byline: firstOf(said('byline'), said('author')),
      published: firstOf(textOf(at(published, 'dateTime')), textOf(at(published, 'date')), textOf(published)),
      language: said('baseLanguage'),
      outlet: said('sourceName'),
      section: firstOf(said('sectionName'), said('columnName')),
    },
    encoding,
    declaredWords: Number(said('wordCount')),
  });
}

/** Paragraphs, or text that stands in none. */
function blocksOf(part: XmlElement | null): TextBlock[] {
  if (part === null) return [];
  const paragraphs = childrenOf(part, 'paragraph');
  if (paragraphs.length === 0) return paragraphsOfLines(rawTextOf(part));
  return paragraphs.map((paragraph): TextBlock => ({ kind: 'body', text: textOf(paragraph) }));
}
