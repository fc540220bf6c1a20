import { isXmlElement, type XmlElement } from './xml-element.ts';

/** What is in an element as HTML: feeds hold XHTML as elements, with prefixes or without. */
export function markupOf(element: XmlElement): string {
  let html = '';
  for (const node of element.children) {
    if (!isXmlElement(node)) {
      html += escaped(node);
      continue;
    }
    const name = node.name.slice(node.name.indexOf(':') + 1);
    const kept = ['class', 'id', 'href'].map((attribute) => attributeOf(node, attribute)).join('');
    html += `<${name}${kept}>${markupOf(node)}</${name}>`;
  }
  return html;
}

function attributeOf(element: XmlElement, name: string): string {
  const value = element.attributes[name];
  return value === undefined ? '' : ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
