import type { TextBlock } from '../../../article/record-text.ts';
import { folded, isXmlElement, textOf, type XmlElement } from './xml-element.ts';

type Kind = TextBlock['kind'];

/** How the elements of a text are read. */
export type BlockRules = Readonly<{
  /** Elements that begin and end a paragraph. */
  blocks: ReadonlySet<string>;
  /** What elements are that hold no part of the body. */
  kinds: ReadonlyMap<string, Kind>;
  /** Elements that are left out with all that is in them. */
  unread: ReadonlySet<string>;
}>;

/** What is in an element as blocks, in order; white space is folded, and a break makes a new line. */
export function xmlBlocks(element: XmlElement, rules: BlockRules): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open = '';
  const end = (): void => {
    const text = open.split('\n').map(folded).join('\n').trim();
    open = '';
    if (text !== '') blocks.push({ kind: 'body', text });
  };
  const into = (one: XmlElement): void => {
    for (const node of one.children) {
      if (!isXmlElement(node)) {
        open += node.replace(/\s+/gu, ' ');
        continue;
      }
      const { name } = node;
      const kind = rules.kinds.get(name);
      if (rules.unread.has(name)) continue;
      if (name === 'br') open += '\n';
      else if (kind !== undefined) {
        end();
        const text = textOf(node);
        if (text !== '') blocks.push({ kind, text });
      } else if (rules.blocks.has(name)) {
        end();
        into(node);
        end();
      } else into(node);
    }
  };
  into(element);
  end();
  return blocks;
}
