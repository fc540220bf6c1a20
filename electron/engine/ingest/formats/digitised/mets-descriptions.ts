import { attribute, childrenOf, firstOf, textOf, within, type XmlElement } from '../reading/xml-element.ts';

/** What an issue or an article is said to be, in MODS or Dublin Core; empty for what is not said. */
export type Description = Readonly<{ title: string; date: string; language: string; author: string }>;

const placeholder = /placeholder/i;

/** Descriptions by their ids. */
export function metsDescriptions(mets: XmlElement): Map<string, Description> {
  return new Map(
    childrenOf(mets, 'dmdSec').map((section) => [
      attribute(section, 'ID'),
      {
        title: titleIn(section),
        date: firstIn(section, 'dateIssued', 'date', 'issued', 'dateCreated'),
        language: firstIn(section, 'languageTerm', 'language'),
        author: authorIn(section),
      },
    ]),
  );
}

function firstIn(section: XmlElement, ...names: readonly string[]): string {
  return firstOf(
    ...names.map((name) =>
      [...within(section, name)].map(textOf).find((text) => text !== '' && !placeholder.test(text)),
    ),
  );
}

/** A title with its parts; titles of what the article is in are those of something else. */
function titleIn(section: XmlElement): string {
  const related = new Set(
    [...within(section, 'relatedItem')].flatMap((item) => [...within(item, 'titleInfo')]),
  );
  for (const info of within(section, 'titleInfo')) {
    if (related.has(info)) continue;
    const title = [...childrenOf(info, 'nonSort'), ...childrenOf(info, 'title')].map(textOf).join(' ').trim();
    if (title !== '' && !placeholder.test(title)) return title;
  }
  const plain = [...within(section, 'title')].map(textOf);
  return [...within(section, 'titleInfo')].length > 0
    ? ''
    : (plain.find((title) => title !== '' && !placeholder.test(title)) ?? '');
}

function authorIn(section: XmlElement): string {
  const names = [...within(section, 'name')].map((name) =>
    childrenOf(name, 'namePart').map(textOf).join(' '),
  );
  return firstOf(...names, ...[...within(section, 'creator')].map(textOf));
}
