import {
  at,
  allAt,
  attribute,
  childrenOf,
  isXmlElement,
  within,
  type XmlElement,
} from '../reading/xml-element.ts';

/** A stretch of a page. */
export type Area = Readonly<{
  file: string;
  /** Ids on the page: of a block of text, or of the first word and the last one. `end` is empty for one block. */
  begin: string;
  end: string;
  /** What the issue says that it is: the types of the divisions around it, the innermost last. */
  types: readonly string[];
}>;

/** An article of an issue as its logical map has it. */
export type MetsItem = Readonly<{
  id: string;
  /** Of the division, as written: `ARTICLE`, `Article`, `ADVERT`. */
  type: string;
  label: string;
  /** Descriptions of it, and of the divisions around it, the innermost first. */
  descriptions: readonly string[];
  around: readonly string[];
  /** In reading order, over all pages. */
  areas: readonly Area[];
}>;

const itemTypes = /^(?:article|advert|advertisement|letter|obituary|poem|review)$/i;

/** The articles of an issue: divisions of its logical map, with the blocks that belong to them or are linked to them. */
export function metsItems(mets: XmlElement): MetsItem[] {
  const linked = linkedAreas(mets);
  const items: MetsItem[] = [];
  const into = (division: XmlElement, around: readonly string[]): void => {
    const own = attribute(division, 'DMDID')
      .split(/\s+/)
      .filter((id) => id !== '');
    const type = attribute(division, 'TYPE');
    if (itemTypes.test(type)) {
      items.push({
        id: attribute(division, 'ID'),
        type,
        label: attribute(division, 'LABEL'),
        descriptions: own,
        around,
        areas: areasIn(division, [], linked),
      });
      return;
    }
    for (const inner of childrenOf(division, 'div')) into(inner, [...own, ...around]);
  };
  for (const map of childrenOf(mets, 'structMap'))
    if (!/physical/i.test(attribute(map, 'TYPE'))) for (const root of childrenOf(map, 'div')) into(root, []);
  return items;
}

function areasIn(
  division: XmlElement,
  types: readonly string[],
  linked: ReadonlyMap<string, readonly XmlElement[]>,
): Area[] {
  const own = [...types, attribute(division, 'TYPE')];
  const areas: Area[] = [];
  for (const node of division.children) {
    if (!isXmlElement(node)) continue;
    if (node.name === 'div') areas.push(...areasIn(node, own, linked));
    else if (node.name === 'fptr') areas.push(...areasOf(node, own));
  }
  for (const physical of linked.get(attribute(division, 'ID')) ?? [])
    for (const pointer of childrenOf(physical, 'fptr')) areas.push(...areasOf(pointer, own));
  return areas;
}

/** Areas without a block, such as those of a picture of the page, say nothing of a text. */
function areasOf(pointer: XmlElement, types: readonly string[]): Area[] {
  return [...within(pointer, 'area')]
    .map((area) => ({
      file: attribute(area, 'FILEID'),
      begin: attribute(area, 'BEGIN'),
      end: attribute(area, 'END'),
      types,
    }))
    .filter(({ begin }) => begin !== '');
}

/** Physical divisions by the logical one that they are linked to, as the British Library writes it. */
function linkedAreas(mets: XmlElement): Map<string, XmlElement[]> {
  const links = at(mets, 'structLink');
  const physical = new Map<string, XmlElement>();
  if (links === null) return new Map();
  for (const map of childrenOf(mets, 'structMap'))
    for (const division of within(map, 'div')) physical.set(attribute(division, 'ID'), division);
  const linked = new Map<string, XmlElement[]>();
  const link = (from: string, to: string): void => {
    const target = physical.get(to);
    if (target === undefined || childrenOf(target, 'fptr').length === 0) return;
    linked.set(from, [...(linked.get(from) ?? []), target]);
  };
  for (const one of childrenOf(links, 'smLink')) link(reference(one, 'from'), reference(one, 'to'));
  for (const group of childrenOf(links, 'smLinkGrp')) {
    const [from, ...to] = allAt(group, 'smLocatorLink').map((locator) => reference(locator, 'href'));
    for (const target of to) link(from ?? '', target);
  }
  return linked;
}

function reference(element: XmlElement, name: string): string {
  return (attribute(element, `xlink:${name}`) || attribute(element, name)).replace(/^#/, '');
}
