import { xmlParser } from './xml-parser.ts';
import type { XmlElement } from './xml-element.ts';

const deepest = 500;

/** A document of XML that fits into memory, as its outermost element; names without prefixes. Never throws, whatever it is. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let deeper = 0;
  const parser = xmlParser({
    onopentag: (tag, attributes) => {
      if (open.length >= deepest) {
        deeper++;
        return;
      }
      const element = {
        name: tag.slice(tag.indexOf(':') + 1),
        attributes: { ...attributes },
        children: [],
      };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    onclosetag: () => {
      if (deeper > 0) deeper--;
      else if (open.length > 1) open.pop();
    },
    ontext: (written) => {
      open.at(-1)?.children.push(written);
    },
  });
  parser.write(text);
  parser.end();
  return root;
}
