import type { TextBlock } from '../../../article/record-text.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { headText } from '../reading/head-text.ts';
import { isObject, list, objects, parsedFile, textIn, type JsonObject } from '../reading/json-file.ts';
import { jsonLines } from '../reading/json-lines.ts';
import { recordOf } from '../reading/record-of.ts';

/** A paper, the day, and which of its editions: "GDL-1900-01-02-a". */
const issueId = /^([A-Za-z_]+)-(\d{4}-\d{2}-\d{2})-[a-z]/;
const ofIssue = /"id"\s*:\s*"[A-Za-z_]+-\d{4}-\d{2}-\d{2}-[a-z](?:-i\d{4})?"/;
/** Some titles are names of files. */
const fileName = /^[\w.-]+\.(?:tetml|xml|txt|pdf|word)$/i;
/** Some are datelines: "Lausanne,2janvier1900. Regards en arrière". */
const placeInTitle = /^(\p{Lu}[\p{L}' -]{1,30}),\s*\d{1,2}(?:er)?\s*\p{L}{3,10}\s*\d{4}\b/u;
const notArticles = new Set([
  'ad',
  'advertisement',
  'ob',
  'obituary_list',
  'tb',
  'table',
  'w',
  'weather',
  'picture',
  'image',
  'pg',
]);

/** Papers of the project impresso: an issue, which has titles only, or rebuilt texts, one a line. */
export const impresso: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const head = headText(input);
    if (!/^\s*\{/.test(head) || !ofIssue.test(head)) return 0;
    return /"(?:ft|i|lb|ppreb)"\s*:/.test(head) && /"(?:tp|pp)"\s*:/.test(head) ? 0.9 : 0;
  },
  read: (input, context) => (isRebuilt(input) ? readRebuilt(input, context) : readIssue(input, context)),
};

function isRebuilt(input: ByteSource): boolean {
  return !/"i"\s*:\s*\[/.test(headText(input));
}

function* readRebuilt(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  for (const line of jsonLines(input, context)) {
    if ('code' in line) yield line;
    else if (!notArticles.has(textIn(line.value, 'tp'))) {
      const text = textIn(line.value, 'ft') === '' ? [] : paragraphsOf(line.value);
      const article = articleOf(line.value, text, line.encoding);
      if (article !== null) yield article;
    }
  }
}

function* readIssue(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  const file = parsedFile(input, context);
  if ('code' in file) {
    yield file;
    return;
  }
  const issue = isObject(file.value) ? file.value : {};
  for (const [at, item] of objects(issue['i']).entries()) {
    const { m: meta } = item;
    if (!isObject(meta) || notArticles.has(textIn(meta, 'tp')) || !context.begin(at + 1)) continue;
    const article = articleOf(meta, [], file.encoding);
    if (article !== null) yield article;
  }
}

/** Null for an item of which neither a text nor a title is there. */
function articleOf(item: JsonObject, text: TextBlock[], encoding: string): FoundRecord | null {
  const id = textIn(item, 'id');
  const title = textIn(item, 't');
  const headline = fileName.test(title) ? '' : title;
  if (text.length === 0 && headline === '') return null;
  const [, paper = '', day = ''] = issueId.exec(id) ?? [];
  return recordOf({
    key: id,
    text,
    said: {
      headline,
      place: placeInTitle.exec(headline)?.[1] ?? '',
      published: textIn(item, 'd') || day,
      language: textIn(item, 'lg', 'l'),
      outlet: paper,
    },
    encoding,
  });
}

/** The text is one string, and where its paragraphs and regions begin is said apart. */
function paragraphsOf(item: JsonObject): TextBlock[] {
  const { ft } = item;
  const text = typeof ft === 'string' ? ft : '';
  const breaks = [...list(item['pb']), ...list(item['rb'])].filter(
    (at): at is number => typeof at === 'number',
  );
  const starts = [...new Set([0, ...breaks, text.length])].sort((one, two) => one - two);
  return starts
    .slice(0, -1)
    .map((start, at) =>
      text
        .slice(start, starts[at + 1])
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'body', text: joined(paragraph) }));
}

/** "rap¬ pelle": words that lines broke. */
function joined(paragraph: string): string {
  return paragraph.replace(/(\p{L})¬\s+(?=\p{L})/gu, '$1');
}
