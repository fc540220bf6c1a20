import { sentence } from '../../../../words/sentence.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { textOfFile } from '../reading/file-text.ts';
import { paragraphsOfLines } from '../reading/hard-lines.ts';
import { monthOf } from './month-numbers.ts';
import { isArticle, recordOf } from '../reading/record-of.ts';
import { sgmlAttribute, sgmlDocuments, sgmlElement, sgmlLine, sgmlText } from '../reading/sgml.ts';
import { openingOf } from '../reading/xml-opening.ts';
import { bylineOf, placeOfDateline } from './wire-text.ts';

/** The last line of a story; in a table it stands at its right. */
const ending = /(?:^|\n)\s*reuters?\s*&?\s*$/i;

/** Reuters-21578, Distribution 1.0: SGML of 1987 without a root element. */
export const reuters21578: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const opening = openingOf(input);
    return opening?.name === 'REUTERS' && /\b(?:NEWID|LEWISSPLIT|TOPICS)\s*=/i.test(opening.tag) ? 0.95 : 0;
  },
  read: readReuters,
};

function* readReuters(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  const file = textOfFile(input, context.encoding, false);
  if ('code' in file) {
    yield { place: null, ...file };
    return;
  }
  for (const { ordinal, text, isCut } of sgmlDocuments(file.windows(), 'REUTERS')) {
    if (!context.begin(ordinal)) continue;
    if (isCut) yield { place: `story ${ordinal}`, code: 'too-large', reason: sentence('file.long-story') };
    else yield* [storyOf(text, file.encoding)].filter(isArticle);
  }
}

function storyOf(story: string, encoding: string): FoundRecord {
  const text = sgmlElement(story, 'TEXT') ?? '';
  const title = sgmlLine(sgmlElement(text, 'TITLE'));
  const body = sgmlElement(text, 'BODY') ?? (title === '' ? text : '');
  return recordOf({
    key: sgmlAttribute(story, 'NEWID'),
    text: paragraphsOfLines(sgmlText(body).trimEnd().replace(ending, '')),
    said: {
      headline: title,
      byline: bylineOf(sgmlLine(sgmlElement(text, 'AUTHOR'))),
      place: placeOfDateline(sgmlLine(sgmlElement(text, 'DATELINE'))),
      published: dateOf(sgmlLine(sgmlElement(story, 'DATE'))),
      language: 'en',
      outlet: 'Reuters',
    },
    encoding,
  });
}

/** "26-FEB-1987 15:01:01.79". */
function dateOf(text: string): string {
  const [, day = '', month = '', year = '', time] =
    /^(\d{1,2})-([A-Z]{3})-(\d{4})(?:\s+(\d{2}:\d{2}))?/i.exec(text) ?? [];
  const number = monthOf(month);
  if (number === 0) return '';
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return time === undefined ? date : `${date}T${time}`;
}
