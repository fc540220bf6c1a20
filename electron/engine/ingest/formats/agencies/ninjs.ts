import { readFragment } from '../../../article/html/read-fragment.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { headText } from '../reading/head-text.ts';
import { isObject, list, objects, textIn, type JsonObject } from '../reading/json-file.ts';
import { jsonItems } from '../tables/json-items.ts';
import { isJsonLines, jsonLines } from '../reading/json-lines.ts';
import { paragraphsOfLines } from '../reading/hard-lines.ts';
import { recordOf } from '../reading/record-of.ts';
import { firstOf } from '../reading/xml-element.ts';
import { bylineOf, withoutTail } from './wire-text.ts';

const dated = /"(?:version|first|content)[cC]reated"\s*:/;
const worded = /"(?:bodies|body_?(?:text|x?html)|headlines?|pub[sS]tatus|descriptions|description_text)"\s*:/;
const maxSlugLength = 40;
const named = /"(?:uri|guid)"\s*:/;
/** What other items are than articles. */
const otherTypes = new Set([
  'picture',
  'photo',
  'graphic',
  'audio',
  'video',
  'composite',
  'planning',
  'event',
  'component',
]);

/** ninjs 1.x, 2.x and 3.x (IPTC): an item, a list of them, or the answer of a service that holds one. */
export const ninjs: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const head = headText(input);
    return /^\s*[[{]/.test(head) && named.test(head) && dated.test(head) && worded.test(head) ? 0.8 : 0;
  },
  read: readNinjs,
};

function* readNinjs(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  if (isJsonLines(input)) {
    for (const line of jsonLines(input, context)) {
      const found = 'code' in line ? line : articleOf(lowerCased(line.value), line.encoding);
      if (found !== null) yield found;
    }
    return;
  }
  let others = 0;
  let all = 0;
  for (const item of jsonItems(input, context, ['items', 'item', '_items'])) {
    const own = 'code' in item ? null : lowerCased(item.value);
    all += 1;
    if (own !== null && otherTypes.has(textIn(own, 'type'))) others += 1;
    const found = 'code' in item ? item : articleOf(lowerCased(item.value), item.encoding);
    if (found !== null) yield found;
  }
  // Pictures and events alone are no failure.
  if (all > 0 && others === all) context.declare(0);
}

/** Null for pictures, events and the like, and for an item without a text. */
function articleOf(item: JsonObject, encoding: string): FoundRecord | null {
  if (otherTypes.has(textIn(item, 'type'))) return null;
  const text = blocksOf(item);
  if (text.length === 0) return null;
  const said = saidByNinjs(item);
  return recordOf({
    key: textIn(item, 'uri', 'guid'),
    text: withoutTail(withoutSlug(text, said)),
    said,
    encoding,
    declaredWords: typeof item['wordcount'] === 'number' ? item['wordcount'] : null,
  });
}

/** Versions differ in the case of their names: all are taken in lower case. */
function lowerCased(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name.toLowerCase(), value]));
}

function blocksOf(item: JsonObject): TextBlock[] {
  const bodies = objects(item['bodies']).map(lowerCased);
  // The same text is there in several forms: the one that says what its paragraphs are is taken.
  const html = firstOf(
    ...bodies.filter(isHtml).map((body) => textIn(body, 'value')),
    textIn(item, 'body_xhtml', 'body_html'),
  );
  if (html !== '') return readFragment(html);
  const plain = firstOf(
    ...bodies.map((body) => textIn(body, 'value')),
    textIn(item, 'body_text'),
    ofRole(item, 'descriptions', /^text$/i),
  );
  return paragraphsOfLines(plain);
}

/** Some agencies put headline and slug in front of the text: "Försvar TT". */
function withoutSlug(
  blocks: readonly TextBlock[],
  { headline, outlet = '' }: FoundRecord['said'],
): TextBlock[] {
  const at = blocks.findIndex(({ text }) => text === headline) + 1;
  const slug = blocks[at];
  const isSlug =
    at > 0 &&
    slug !== undefined &&
    outlet !== '' &&
    slug.text.endsWith(outlet) &&
    slug.text.length <= maxSlugLength;
  return blocks.map((block, index) =>
    isSlug && index === at ? { kind: 'furniture', text: block.text } : block,
  );
}

function isHtml(body: JsonObject): boolean {
  return (
    /html/i.test(`${textIn(body, 'contenttype')} ${textIn(body, 'role')}`) ||
    /^\s*<\w/.test(textIn(body, 'value'))
  );
}

/** The value of the first entry of a list that has a role. */
function ofRole(item: JsonObject, name: string, role: RegExp): string {
  const entry = objects(item[name])
    .map(lowerCased)
    .find((one) => role.test(textIn(one, 'role')));
  return entry === undefined ? '' : textIn(entry, 'value');
}

function saidByNinjs(item: JsonObject): FoundRecord['said'] {
  const headlines = objects(item['headlines']).map(lowerCased);
  const abstract = firstOf(
    ofRole(item, 'descriptions', /abstract|summary|lead|short|teaser/i),
    textIn(item, 'description_text'),
  );
  return {
    headline: firstOf(
      ofRole(item, 'headlines', /^(?:main|headline|title)$/i),
      ...headlines.map((one) => textIn(one, 'value')),
      textIn(item, 'headline', 'title'),
    ),
    standfirst: abstract,
    byline: bylineOf(firstOf(textIn(item, 'by', 'byline'), authorsOf(item))),
    place: firstOf(textIn(item, 'located'), nameIn(item['located'])),
    published: textIn(item, 'firstcreated', 'contentcreated', 'versioncreated'),
    language: textIn(item, 'language'),
    outlet: firstOf(
      textIn(item, 'source'),
      ...objects(item['infosources']).map(nameIn),
      textIn(item, 'provider'),
      nameIn(item['provider']),
      textIn(item, 'copyrightholder'),
    ),
    section: nameIn(objects(item['service'])[0]),
  };
}

function authorsOf(item: JsonObject): string {
  return [...objects(item['authors']), ...objects(item['people'])]
    .filter((one) => /^(?:|author|writer|by|reporter|creator)$/i.test(textIn(one, 'role', 'rel')))
    .map(nameIn)
    .filter((name) => name !== '')
    .join(', ');
}

function nameIn(value: unknown): string {
  return isObject(value)
    ? textIn(value, 'name', 'literal')
    : list(value).length > 0
      ? nameIn(list(value)[0])
      : '';
}
