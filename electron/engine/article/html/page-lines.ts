import { isElement, type PageElement } from './page-tree.ts';

/** A block of text of a page: what a reader sees as one paragraph, one heading, one cell. */
export type PageLine = Readonly<{
  /** Without white space around it; line breaks of the page are line feeds. */
  text: string;
  /** The element that it stands in, the innermost that makes a block of it. */
  element: PageElement;
  /** Letters of it that stand in links. */
  linked: number;
}>;

const blocks = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul template'
  ).split(' '),
);

/** The blocks of text of a page, in order; white space is folded as a browser shows it. */
export function linesOf(root: PageElement): PageLine[] {
  const walk = new LineWalk();
  walk.into(root, root, false, false);
  walk.end(root);
  return walk.lines;
}

class LineWalk {
  readonly lines: PageLine[] = [];
  #parts: string[] = [];
  #linked = 0;

  into(element: PageElement, block: PageElement, inLink: boolean, isPre: boolean): void {
    const { tag } = element;
    const isBlock = blocks.has(tag);
    const own = isBlock ? element : block;
    if (isBlock) this.end(block);
    const linked = inLink || tag === 'a';
    const pre = isPre || tag === 'pre' || tag === 'textarea';
    for (const node of element.children) {
      if (isElement(node)) {
        if (node.tag === 'br') this.#parts.push('\n');
        else this.into(node, own, linked, pre);
      } else {
        this.#parts.push(pre ? node.replace(/\t/g, ' ') : node.replace(/\s+/g, ' '));
        if (linked) this.#linked += node.length;
      }
    }
    if (isBlock) this.end(own);
  }

  end(element: PageElement): void {
    if (this.#parts.length === 0) return;
    const written = this.#parts
      .join('')
      .replace(/ *\n */g, '\n')
      .replace(/ {2,}/g, ' ')
      .trim();
    const linked = this.#linked;
    this.#parts = [];
    this.#linked = 0;
    if (written === '') return;
    // Two breaks are what an empty line is.
    const paragraphs = element.tag === 'pre' ? [written] : written.split(/\n{2,}/);
    for (const text of paragraphs) {
      if (text.trim() === '') continue;
      this.lines.push({
        text,
        element,
        linked: Math.min(text.length, (linked * text.length) / written.length),
      });
    }
  }
}
