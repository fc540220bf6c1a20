import type { PageElement } from './page-tree.ts';

/** Elements that hold no part of an article, wherever they stand. A form may: some sites wrap the whole page in one. */
const furnitureTags = new Set('nav button aside form footer label menu'.split(' '));

/**
 * What sites call the parts of a page around and between the text, as words of the classes and ids of elements; to be
 * added to freely.
 */
const furnitureWords =
  'related|recirc\\w*|newsletter\\w*|promo\\w*|shar(?:e|ing)\\w*|social\\w*|breadcrumbs?|tags?|taglist|bio|biography|' +
  'comments?|disqus\\w*|trending|popular|recommend\\w*|read-?more|read-next|also|outbrain|taboola\\w*|sponsor\\w*|advert\\w*|' +
  'ads?|subscri\\w*|signup|cta|copyright|follow|pagination|pager|rail|carousel|upsell|teasers?|callout|noscript|modal|popup|' +
  'cookie\\w*|consent|toolbar|byline|timestamp|dateline|post-meta|entry-meta|article-meta|meta|author\\w*|published|pubdate|' +
  'date|updated|wm-ipp\\w*';
const furnitureClass = new RegExp(`(?:^|[\\s_-])(?:${furnitureWords})(?=$|[\\s_-]|[A-Z])`, 'i');
const captionClass = /caption|credit|copyright-?holder|photographer/i;
const hiding = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const captionTags = new Set(['figcaption', 'figure', 'caption']);

/** Words that an element may have at most to be taken out of the text by what it is called. */
const maxFurnitureLength = 150;
const maxCaptionLength = 120;

function nameOf({ attributes }: PageElement): string {
  const { class: name = '', id = '' } = attributes;
  return name === '' ? id : `${name} ${id}`;
}

/** Whether an element with so many words is furniture by its kind or its name. */
export function isFurnitureElement(element: PageElement, words: number): boolean {
  if (words > maxFurnitureLength) return false;
  if (furnitureTags.has(element.tag)) return true;
  const name = nameOf(element);
  return name.length > 1 && furnitureClass.test(name);
}

/** Whether an element belongs to a picture: its caption, and who took it. */
export function isCaptionElement(element: PageElement, words: number): boolean {
  if (captionTags.has(element.tag)) return true;
  return words <= maxCaptionLength && captionClass.test(nameOf(element));
}

/** Whether an element says itself that nobody sees it. */
export function isHidden({ attributes }: PageElement): boolean {
  return attributes['hidden'] !== undefined || hiding.test(attributes['style'] ?? '');
}
