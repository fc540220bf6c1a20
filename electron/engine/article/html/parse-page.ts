import { loadHtmlParser } from './page-libraries.ts';
import type { PageElement, PageTree } from './page-tree.ts';

/**
 * Bounds of the memory and the time that a page may take, wherever it comes from. What lies deeper is taken for a part
 * of the element at that depth, and beyond the number of elements text goes on without any.
 */
export const pageLimits = {
  depth: 250,
  /** Deeper than any page that somebody wrote; the parser's own time grows with the square of it. */
  parsedDepth: 5_000,
  elements: 60_000,
  jsonLdLength: 1_000_000,
  titleLength: 2_000,
  metas: 500,
  scriptDates: 20,
} as const;

/** Elements whose text nobody reads, with all that is in them. */
const unread = new Set(
  'script style noscript iframe svg math object embed canvas audio video select datalist map area dialog'.split(
    ' ',
  ),
);
/** Of these nothing is left but what `PageTree` says. */
const ofHead = new Set(['meta', 'link', 'title', 'base']);
const wholePage = new Set(['html', 'head', 'body']);
/** What is asked of elements later. */
const askedOf = new Set(
  (
    'id class role rel href datetime content itemprop itemtype itemscope property hidden aria-hidden style lang dir tags ' +
    'pubdate title type summary rowspan colspan shadowrootmode src alt data-date data-datetime data-published data-publish-date ' +
    'data-pubdate data-time data-timestamp data-utime data-created'
  ).split(' '),
);
/** Data of programs often has the date that the page itself only shows by running them. */
const dateInScript =
  /"(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|publication_?date|first_?published(?:_?(?:at|date))?|pub_?date|posted_?(?:at|on)|created_?(?:at|time|date|on)|date_?created|upload_?date)"\s*:\s*"?([^",}]{8,40})/gi;
/** What the Internet Archive tells its own program. */
const copyInScript = /__wm\.wombat\(\s*["'](https?:[^"'\s]{4,2000})["']/;
const voidElements = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
);

const chunkLength = 65_536;
/** Instead of frames most pages say that a browser has none; some say all that is in them. */
const minWordsWithoutFrames = 25;

type Open = { readonly element: PageElement; readonly tag: string };

/** Takes a page apart. Linear in its length; never throws, whatever the page. */
export function parsePage(html: string): PageTree {
  const builder = new PageBuilder();
  const Parser = loadHtmlParser();
  const parser = new Parser(builder, {
    decodeEntities: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  for (let at = 0; at < html.length; at += chunkLength) {
    if (builder.depth > pageLimits.parsedDepth) {
      builder.cut(html.slice(at));
      return builder.page();
    }
    parser.write(html.slice(at, at + chunkLength));
  }
  parser.end();
  return builder.page();
}

class PageBuilder {
  readonly #root: PageElement = { tag: 'body', number: 0, attributes: {}, parent: null, children: [] };
  readonly #open: Open[] = [{ element: this.#root, tag: 'body' }];
  readonly #metas: [string, string][] = [];
  readonly #jsonLd: string[] = [];
  readonly #comments: string[] = [];
  readonly #scriptDates: string[] = [];
  #archived: string | null = null;
  #elements = 0;
  #isCut = false;
  /** How many elements deep the parser is inside one that nobody reads. */
  #unreadDepth = 0;
  #script: string | null = null;
  #title: string | null = null;
  #inTitle = false;
  #canonical: string | null = null;
  #language: string | null = null;
  #hasText = false;

  get depth(): number {
    return this.#open.length + this.#unreadDepth;
  }

  /** Takes the rest of a page for text, its tags left out. */
  cut(rest: string): void {
    this.#isCut = true;
    this.#root.children.push(rest.replace(/<[^<>]{0,2000}>/g, ' '));
  }

  page(): PageTree {
    return {
      root: this.#root,
      metas: this.#metas,
      jsonLd: this.#jsonLd,
      title: this.#title ?? '',
      canonical: this.#canonical,
      language: this.#language,
      comments: this.#comments,
      archived: this.#archived,
      scriptDates: this.#scriptDates,
      elements: this.#elements,
      isCut: this.#isCut,
    };
  }

  onopentag(tag: string, attributes: Record<string, string>): void {
    if (this.#unreadDepth > 0) {
      if (!voidElements.has(tag)) this.#unreadDepth++;
      return;
    }
    if (wholePage.has(tag)) {
      this.#language ??= (attributes['lang'] ?? attributes['xml:lang'])?.toLowerCase() ?? null;
      return;
    }
    if (ofHead.has(tag)) {
      this.#readHead(tag, attributes);
      // Microdata stands in elements of the head anywhere on a page.
      if (tag === 'title' || attributes['itemprop'] === undefined) return;
    }
    if (unread.has(tag) || (tag === 'template' && attributes['shadowrootmode'] === undefined)) {
      if (tag === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) this.#script = '';
      if (!voidElements.has(tag)) this.#unreadDepth = 1;
      return;
    }
    this.#add(tag, attributes);
  }

  #readHead(tag: string, attributes: Record<string, string>): void {
    if (tag === 'meta') {
      const name =
        attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? attributes['http-equiv'];
      if (name !== undefined && this.#metas.length < pageLimits.metas)
        this.#metas.push([name.trim().toLowerCase(), (attributes['content'] ?? '').trim()]);
    } else if (tag === 'link' && /\bcanonical\b/i.test(attributes['rel'] ?? '')) {
      this.#canonical ??= attributes['href']?.trim() ?? null;
    } else if (tag === 'title') this.#inTitle = this.#title === null;
  }

  #add(tag: string, attributes: Record<string, string>): void {
    const parent = this.#open.at(-1)?.element ?? this.#root;
    if (this.#elements >= pageLimits.elements) {
      this.#isCut = true;
      if (tag === 'br' || tag === 'p' || tag === 'div') parent.children.push('\n');
      return;
    }
    const element: PageElement = {
      tag,
      number: ++this.#elements,
      attributes: asked(attributes),
      parent,
      children: [],
    };
    parent.children.push(element);
    if (voidElements.has(tag)) return;
    // An element too deep is there, but what is in it belongs to the one above.
    this.#open.push({ element: this.#open.length < pageLimits.depth ? element : parent, tag });
  }

  onclosetag(tag: string): void {
    if (this.#unreadDepth > 0) {
      if (!voidElements.has(tag)) this.#unreadDepth--;
      if (this.#unreadDepth === 0 && this.#script !== null) {
        this.#jsonLd.push(this.#script);
        this.#script = null;
      }
      return;
    }
    if (tag === 'title') this.#inTitle = false;
    const last = this.#open.at(-1);
    if (this.#open.length < 2 || last?.tag !== tag) return;
    this.#open.pop();
    if (tag === 'noframes' && wordsUpTo(last.element, minWordsWithoutFrames) < minWordsWithoutFrames)
      last.element.children.length = 0;
  }

  ontext(text: string): void {
    if (this.#script !== null) {
      if (this.#script.length + text.length <= pageLimits.jsonLdLength) this.#script += text;
      return;
    }
    if (this.#unreadDepth > 0) {
      this.#readScript(text);
      return;
    }
    if (this.#inTitle) {
      const title = this.#title ?? '';
      this.#title = title + text.slice(0, pageLimits.titleLength - title.length);
      return;
    }
    this.#hasText ||= text.trim() !== '';
    const children = this.#open.at(-1)?.element.children ?? this.#root.children;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }

  #readScript(text: string): void {
    if (this.#archived === null && text.includes('__wm.wombat('))
      this.#archived = copyInScript.exec(text)?.[1] ?? null;
    if (this.#scriptDates.length >= pageLimits.scriptDates || !/publi|date|created|posted/i.test(text))
      return;
    for (const [, date] of text.matchAll(dateInScript)) if (date !== undefined) this.#scriptDates.push(date);
  }

  oncomment(text: string): void {
    if (!this.#hasText && this.#comments.length < 10) this.#comments.push(text.slice(0, 4_000));
  }
}

/** How many words an element has; no more are counted than are asked for. */
function wordsUpTo(element: PageElement, enough: number): number {
  let words = 0;
  for (const child of element.children) {
    if (words >= enough) break;
    if (typeof child !== 'string') words += wordsUpTo(child, enough - words);
    else words += child.trim() === '' ? 0 : child.trim().split(/\s+/).length;
  }
  return words;
}

function asked(attributes: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && askedOf.has(name)) kept[name] = value.slice(0, 2_000);
  }
  return kept;
}
