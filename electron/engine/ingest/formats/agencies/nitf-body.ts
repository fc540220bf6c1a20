import type { TextBlock } from '../../../article/record-text.ts';
import { xmlBlocks, type BlockRules } from '../reading/xml-blocks.ts';
import { attribute, childrenOf, textOf, type XmlElement } from '../reading/xml-element.ts';
import { withoutTail } from './wire-text.ts';

/** Of NITF 3.x and of the XHTML that agencies put in its place. */
const newsRules: BlockRules = {
  blocks: new Set(
    (
      'p block bq blockquote hl2 h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tbody thead tfoot caption col tr td th pre hr fn note ' +
      'nitf-table media div section article html body body.content credit pullquote'
    ).split(' '),
  ),
  kinds: new Map([
    ['media-caption', 'caption'],
    ['figcaption', 'caption'],
    ['media-producer', 'credit'],
    ['abstract', 'standfirst'],
    ['tagline', 'furniture'],
    ['note', 'furniture'],
  ]),
  unread: new Set([
    'media-reference',
    'media-metadata',
    'media-object',
    'head',
    'script',
    'style',
    'nitf-table-metadata',
  ]),
};

/** The text of `body.content`, of NITF or of what else stands in its place. */
export function nitfBlocks(content: XmlElement): TextBlock[] {
  return withoutTail(xmlBlocks(withoutRepeatedLead(content), newsRules).map(inTruth));
}

/** Code for web pages that came in as text, and pictures that have a paragraph each. */
function inTruth(block: TextBlock): TextBlock {
  if (/^<(?:div|iframe|script|blockquote|figure)\b[^<>]{0,2000}>/i.test(block.text))
    return { ...block, kind: 'furniture' };
  return block.kind === 'body' && /^(?:BILDE|FOTO|BILD|PHOTO):\s/.test(block.text)
    ? { ...block, kind: 'caption' }
    : block;
}

/** The New York Times gives the first paragraphs twice: apart, and in the full text. */
function withoutRepeatedLead(content: XmlElement): XmlElement {
  const blocks = childrenOf(content, 'block');
  const full = blocks.find((block) => attribute(block, 'class') === 'full_text');
  const leads = new Set<XmlElement | string>(
    blocks.filter(
      (block) =>
        full !== undefined &&
        /lead_paragraph$/.test(attribute(block, 'class')) &&
        repeats(textOf(full), textOf(block)),
    ),
  );
  return { ...content, children: content.children.filter((node) => !leads.has(node)) };
}

function repeats(full: string, lead: string): boolean {
  return full.replace(/\s/gu, '').startsWith(lead.replace(/\s/gu, '').slice(0, 200));
}
