/** An element of a page as far as reading the article needs it. Numbers are those of the page's elements, in order. */
export type PageElement = {
  readonly tag: string;
  readonly number: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  readonly children: (PageElement | string)[];
};

/** A page taken apart: its elements, and what stands outside of what a reader sees. */
export type PageTree = Readonly<{
  root: PageElement;
  /** What `meta` elements say, in order: the name in lower case, and the content. */
  metas: readonly (readonly [name: string, content: string])[];
  /** The texts of the blocks of JSON-LD, in order. */
  jsonLd: readonly string[];
  title: string;
  /** The address that the page calls its own. */
  canonical: string | null;
  /** The language that the page declares, in lower case. */
  language: string | null;
  /** Comments before the first text, where programs that save pages say what they saved. */
  comments: readonly string[];
  /** The address that the program of a web archive says its copy is of. */
  archived: string | null;
  /** Dates of publication in the data of scripts, as written. */
  scriptDates: readonly string[];
  elements: number;
  /** Whether the limits cut the page short of elements, not of text. */
  isCut: boolean;
}>;

export function isElement(node: PageElement | string): node is PageElement {
  return typeof node !== 'string';
}

/** The element's own text and that of all elements in it. */
export function textOf(element: PageElement): string {
  let text = '';
  for (const node of element.children) text += isElement(node) ? textOf(node) : node;
  return text;
}

/** The same, with a space wherever an element begins or ends. */
export function spacedTextOf(element: PageElement): string {
  let text = '';
  for (const node of element.children) text += isElement(node) ? ` ${spacedTextOf(node)} ` : node;
  return text;
}

/** All elements inside of `element`, in document order. */
export function* elementsIn(element: PageElement): Generator<PageElement> {
  for (const node of element.children) {
    if (!isElement(node)) continue;
    yield node;
    yield* elementsIn(node);
  }
}
