import type { FormatReader, FoundRecord } from '../format-reader.ts';
import { recordOf } from '../reading/record-of.ts';
import { parseXml } from '../reading/parse-xml.ts';
import { openingOf } from '../reading/xml-opening.ts';
import {
  allAt,
  at,
  attribute,
  childrenOf,
  firstOf,
  isXmlElement,
  textOf,
  within,
  type XmlElement,
} from '../reading/xml-element.ts';
import { xmlArticles, type XmlRecord } from '../reading/xml-records.ts';
import { nitfBlocks } from './nitf-body.ts';
import { bylineOf, placeOfDateline } from './wire-text.ts';

/** NewsML 1.x (IPTC 2000): items of text between pictures and lists, as AFP and Reuters sent them. */
export const newsml12: FormatReader = {
  holds: 'many',
  sniff: (input) => (openingOf(input)?.name === 'NewsML' ? 0.95 : 0),
  read: (input, context) =>
    xmlArticles(input, context, { isRecord: (name) => name === 'NewsItem' }, readItem),
};

/** Null for a list of items, and for pictures alone. */
function readItem({ element: item, encoding }: XmlRecord): FoundRecord | null {
  const story = storyIn(item);
  if (story === null) return null;
  const { text, components } = story;
  return recordOf({
    key: keyOf(item),
    text: [...nitfBlocks(text), ...captionsIn(item, components)],
    said: saidByNewsml(item, components),
    encoding,
    declaredWords: wordsOf(components),
  });
}

type Story = Readonly<{
  text: XmlElement;
  /** The components around it, the outermost first. */
  components: readonly XmlElement[];
}>;

/** The first text of an item that is no caption, with the components that it is in. */
function storyIn(item: XmlElement): Story | null {
  const search = (component: XmlElement, around: readonly XmlElement[]): Story | null => {
    const chain = [...around, component];
    if (/caption/i.test(attribute(at(component, 'Role'), 'FormalName'))) return null;
    for (const content of childrenOf(component, 'ContentItem')) {
      const type = attribute(at(content, 'MediaType'), 'FormalName');
      const data = at(content, 'DataContent');
      if (data === null || !/^(?:text)?$/i.test(type) || textOf(data) === '') continue;
      const text = [...within(data, 'body.content')][0] ?? unescaped(data);
      return { text, components: [...chain, content] };
    }
    for (const inner of childrenOf(component, 'NewsComponent')) {
      const found = search(inner, chain);
      if (found !== null) return found;
    }
    return null;
  };
  for (const component of childrenOf(item, 'NewsComponent')) {
    const found = search(component, []);
    if (found !== null) return found;
  }
  return null;
}

/** Some have their paragraphs as one text, marks and all. */
function unescaped(data: XmlElement): XmlElement {
  if (data.children.some(isXmlElement)) return data;
  const written = textOf(data);
  return /<p\b[^<>]{0,200}>/i.test(written) ? parseXml(written) : data;
}

function keyOf(item: XmlElement): string {
  const identifier = at(item, 'Identification/NewsIdentifier');
  return firstOf(textOf(at(identifier, 'PublicIdentifier')), textOf(at(identifier, 'NewsItemId')));
}

/** What a path leads to in the innermost of some components that says it. */
function inner<T>(
  components: readonly XmlElement[],
  read: (component: XmlElement) => T | '' | null,
): T | null {
  for (const component of components.toReversed()) {
    const found = read(component);
    if (found !== null && found !== '') return found;
  }
  return null;
}

function saidByNewsml(item: XmlElement, components: readonly XmlElement[]): FoundRecord['said'] {
  const line = (name: string): string =>
    inner(components, (one) => textOf(at(one, `NewsLines/${name}`))) ?? '';
  const management = at(item, 'NewsManagement');
  const administrative = (name: string): string =>
    inner(components, (one) => attribute(at(one, `AdministrativeMetadata/${name}/Party`), 'FormalName')) ??
    '';
  return {
    headline: line('HeadLine'),
    standfirst: line('SubHeadLine'),
    byline: bylineOf(line('ByLine')),
    place: firstOf(inner(components, cityOfOrigin), placeOfDateline(line('DateLine'))),
    published: firstOf(textOf(at(management, 'FirstCreated')), textOf(at(management, 'ThisRevisionCreated'))),
    language: firstOf(
      inner(components, (one) => attribute(at(one, 'DescriptiveMetadata/Language'), 'FormalName')),
      attribute(item, 'xml:lang'),
    ),
    outlet: firstOf(
      administrative('Source'),
      administrative('Provider'),
      textOf(at(item, 'Identification/NewsIdentifier/ProviderId')),
    ),
  };
}

function cityOfOrigin(component: XmlElement): string {
  const places = allAt(component, 'DescriptiveMetadata/Location');
  const origin = places.find((place) => attribute(place, 'HowPresent') === 'Origin');
  const city = childrenOf(origin ?? null, 'Property').find((one) => attribute(one, 'FormalName') === 'City');
  return attribute(city, 'Value');
}

function wordsOf(components: readonly XmlElement[]): number | null {
  const content = components.at(-1) ?? null;
  const words = allAt(content, 'Characteristics/Property').find((one) =>
    /^words?/i.test(attribute(one, 'FormalName')),
  );
  return words === undefined ? null : Number(attribute(words, 'Value'));
}

/** Pictures are components of their own, with their captions and who took them as lines. */
function captionsIn(
  item: XmlElement,
  story: readonly XmlElement[],
): { kind: 'caption' | 'credit'; text: string }[] {
  const blocks: { kind: 'caption' | 'credit'; text: string }[] = [];
  const pictures = (component: XmlElement): void => {
    for (const node of component.children) {
      if (!isXmlElement(node) || node.name !== 'NewsComponent' || story.includes(node)) {
        if (isXmlElement(node) && story.includes(node)) pictures(node);
        continue;
      }
      const hasPicture = [...within(node, 'MediaType')].some((type) =>
        /photo|image|picture|graphic/i.test(attribute(type, 'FormalName')),
      );
      if (!hasPicture) continue;
      const caption = textOf(at(node, 'NewsLines/HeadLine'));
      if (caption === '') continue;
      blocks.push({ kind: 'caption', text: caption });
      const credit = firstOf(textOf(at(node, 'NewsLines/CreditLine')), textOf(at(node, 'NewsLines/ByLine')));
      if (credit !== '') blocks.push({ kind: 'credit', text: credit });
    }
  };
  pictures(item);
  return blocks;
}
