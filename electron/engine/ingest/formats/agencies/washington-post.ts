import { lineOfHtml, readFragment } from '../../../article/html/read-fragment.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { headText } from '../reading/head-text.ts';
import { objects, textIn, type JsonObject } from '../reading/json-file.ts';
import { jsonLines } from '../reading/json-lines.ts';
import { recordOf } from '../reading/record-of.ts';
import { firstOf } from '../reading/xml-element.ts';
import { bylineOf } from './wire-text.ts';

const site = 'https://www.washingtonpost.com';

/** TREC Washington Post collection: an article a line of JSON, its text in a list of parts. */
export const washingtonPost: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const head = headText(input);
    return /^\s*\{/.test(head) && /"contents"\s*:\s*\[/.test(head) && /"article_url"\s*:/.test(head)
      ? 0.9
      : 0;
  },
  read: readLines,
};

function* readLines(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  for (const line of jsonLines(input, context))
    yield 'code' in line ? line : articleOf(line.value, line.encoding);
}

function articleOf(article: JsonObject, encoding: string): FoundRecord {
  const parts = objects(article['contents']);
  const part = (type: string): string => textOf(parts.find((one) => one['type'] === type));
  const url = textIn(article, 'article_url');
  return recordOf({
    key: textIn(article, 'id'),
    text: parts.flatMap(blocksOf),
    said: {
      headline: lineOfHtml(firstOf(textIn(article, 'title'), part('title'))),
      byline: bylineOf(firstOf(textIn(article, 'author'), part('byline'))),
      published: timeOf(
        article['published_date'] ?? parts.find((one) => one['type'] === 'date')?.['content'],
      ),
      outlet: textIn(article, 'source'),
      section: part('kicker'),
      url: url.startsWith('/') ? site + url : url,
    },
    encoding,
  });
}

function textOf(part: JsonObject | undefined): string {
  return part === undefined ? '' : textIn(part, 'content');
}

function blocksOf(part: JsonObject): TextBlock[] {
  const type = textIn(part, 'type');
  if (type === 'image') {
    const caption = textIn(part, 'fullcaption', 'blurb');
    return caption === '' ? [] : [{ kind: 'caption', text: lineOfHtml(caption) }];
  }
  const isText = type === 'sanitized_html' || textIn(part, 'subtype') === 'paragraph';
  return isText ? readFragment(textOf(part)) : [];
}

/** Milliseconds since 1970, in Greenwich. */
function timeOf(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 8.64e15) return '';
  return new Date(value).toISOString();
}
