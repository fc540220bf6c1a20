/** An element of a document of XML. `name`: without its prefix, unless that was asked for. */
export type XmlElement = {
  readonly name: string;
  /** As written, prefixes included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
};

export function isXmlElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

/** The elements of a name right inside of one, in order. */
export function childrenOf(element: XmlElement | null, name: string): XmlElement[] {
  return element === null
    ? []
    : element.children.filter((node): node is XmlElement => isXmlElement(node) && node.name === name);
}

/** The first element along a path of names, `head/docdata/doc-id`; null when there is none. */
export function at(element: XmlElement | null, path: string): XmlElement | null {
  return allAt(element, path)[0] ?? null;
}

/** All elements along a path of names, in order. */
export function allAt(element: XmlElement | null, path: string): XmlElement[] {
  if (element === null) return [];
  return path.split('/').reduce((found, name) => found.flatMap((one) => childrenOf(one, name)), [element]);
}

/** All elements of a name inside of one, at any depth, in order. */
export function* within(element: XmlElement | null, name: string): Generator<XmlElement> {
  for (const node of element?.children ?? []) {
    if (!isXmlElement(node)) continue;
    if (node.name === name) yield node;
    yield* within(node, name);
  }
}

/** The text of an element and of all in it, white space folded; empty for none. */
export function textOf(element: XmlElement | null | undefined): string {
  return element == null ? '' : folded(rawTextOf(element));
}

/** The same as written. */
export function rawTextOf(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += isXmlElement(node) ? rawTextOf(node) : node;
  return text;
}

export function attribute(element: XmlElement | null | undefined, name: string): string {
  return element?.attributes[name]?.trim() ?? '';
}

export function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The first of some texts that says anything; empty when none does. */
export function firstOf(...texts: readonly (string | null | undefined)[]): string {
  return texts.find((text) => text != null && text !== '') ?? '';
}
