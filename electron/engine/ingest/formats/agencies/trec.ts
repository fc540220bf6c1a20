import { sentence } from '../../../../words/sentence.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { textOfFile } from '../reading/file-text.ts';
import { paragraphsOfLines } from '../reading/hard-lines.ts';
import { isArticle, recordOf } from '../reading/record-of.ts';
import { headText } from '../reading/head-text.ts';
import {
  sgmlAttribute,
  sgmlDocuments,
  sgmlElement,
  sgmlLine,
  sgmlText,
  withoutElements,
} from '../reading/sgml.ts';
import { firstOf } from '../reading/xml-element.ts';
import { dateOfTrecId, outletOfTrecId, trecDate } from './trec-ids.ts';
import { bylineOf, placeOfDateline, withoutTail } from './wire-text.ts';

const opening =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]{0,200}>\s*)?(?:<(?:IEER_DOC|DOCS|root|add|docset|file)\b[^>]{0,400}>\s*)?<DOC(?:\s[^>]{0,400})?>/i;
const ofTrec = /<DOCNO>|<DOC\s+id\s*=\s*["'][A-Z]{3}_[A-Z]{3}_\d{8}\.\d/i;
/** What the New York Times' wire puts where a place should be: "(BC-FBC-MIAMI-COSTA-TEX)". */
const slug = /\((?:BC|bc)-[^()]{0,80}\)/g;

/** What the Financial Times has in front of its headlines: "FT  14 MAY 91 / ". */
const ofFinancialTimes = /^FT\s+\d{1,2} [A-Z]{3} \d{2} \/ /;

const maxBylineLength = 500;

/** Collections of TREC, TIPSTER, AQUAINT and Gigaword: SGML of `<DOC>`s, one after the other. */
export const trec: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const head = headText(input);
    return /^\s{0,200}</.test(head.slice(0, 256)) && opening.test(head) && ofTrec.test(head) ? 0.95 : 0;
  },
  read: readTrec,
};

function* readTrec(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  const file = textOfFile(input, context.encoding, true);
  if ('code' in file) {
    yield { place: null, ...file };
    return;
  }
  for (const { ordinal, text, isCut } of sgmlDocuments(file.windows(), 'DOC')) {
    if (!context.begin(ordinal)) continue;
    if (isCut)
      yield { place: `document ${ordinal}`, code: 'too-large', reason: sentence('file.long-article') };
    else yield* [articleOf(text, file.encoding)].filter(isArticle);
  }
}

function articleOf(document: string, encoding: string): FoundRecord {
  const line = (...names: readonly string[]): string => sgmlLine(sgmlElement(document, ...names));
  const id = firstOf(line('DOCNO'), sgmlAttribute(document, 'id'), line('DOCID'));
  return recordOf({
    key: id,
    text: withoutTail(
      [sgmlElement(document, 'LEADPARA'), sgmlElement(document, 'TEXT', 'BODY')].flatMap((part) =>
        blocksOf(part ?? ''),
      ),
    ),
    said: {
      headline: typeset(line('HEADLINE', 'HL', 'TI', 'TITLE', 'HEAD', 'H3').replace(ofFinancialTimes, '')),
      byline: bylineOf(typeset(line('BYLINE', 'AUTHOR') || bylineAbove(document))),
      place: placeOfDateline(line('DATELINE').replace(slug, '').trim()),
      published: firstOf(
        trecDate(line('DATE_TIME', 'DATETIME', 'DATE', 'DD', 'PUBDATE', 'DATE1')),
        dateOfTrecId(id),
      ),
      outlet: outletOfTrecId(id),
      section: line('SECTION'),
    },
    encoding,
  });
}

/** The New York Times' wire has its byline between headline and text, in no element of its own. */
function bylineAbove(document: string): string {
  const headline = /<\/HEADLINE\s*>/i.exec(document);
  const text = /<TEXT[\s>]/i.exec(document);
  if (headline === null || text === null || text.index < headline.index) return '';
  const between = sgmlText(document.slice(headline.index, text.index).slice(0, maxBylineLength));
  return /^[ \t]*(By [^\n]{3,80})$/m.exec(between)?.[1] ?? '';
}

function blocksOf(text: string): TextBlock[] {
  const bare = withoutElements(text, ['HEADLINE', 'DATELINE', 'SLUG', 'BYLINE', 'CATEGORY']);
  // Where paragraphs are marked, line ends and indents say nothing.
  const isMarked = /<P>/i.test(bare);
  const parts = isMarked ? bare.split(/<\/?P\s*>/i) : [bare];
  return parts.flatMap((part): TextBlock[] => {
    const own = typeset(sgmlText(part));
    if (!isMarked) return paragraphsOfLines(own);
    const folded = own.replace(/\s+/g, ' ').trim();
    return folded === '' ? [] : [{ kind: 'body', text: folded }];
  });
}

/** Quotes and dashes as the wire spelt them in ASCII. */
function typeset(text: string): string {
  return text
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/(\s)_(?=\s)/g, '$1—');
}
