import { loadHtmlParser } from './page-libraries.ts';
import { pageLimits } from './parse-page.ts';

/** Gone with all that is in them: what runs, loads, asks for something, or is a language of its own. */
const dropped = new Set(
  (
    'script template iframe frame object embed applet audio video canvas svg math select datalist textarea ' +
    'title noembed xmp plaintext portal fencedframe'
  ).split(' '),
);
/** Elements that only show something; of all others what is in them is left. */
const kept = new Set(
  (
    'html body style main article section header footer nav aside address h1 h2 h3 h4 h5 h6 hgroup p div span a b i u s em ' +
    'strong small big sub sup mark q cite blockquote pre code kbd samp var abbr acronym dfn time del ins tt font center br wbr ' +
    'hr ul ol li dl dt dd menu dir table caption colgroup col thead tbody tfoot tr th td figure figcaption img picture bdi bdo ' +
    'ruby rb rt rp details summary label fieldset legend strike nobr'
  ).split(' '),
);
const attributesKept = new Set(
  (
    'class id style dir lang title alt width height align valign bgcolor color border cellpadding cellspacing colspan ' +
    'rowspan span start reversed value datetime face size scope headers abbr hidden open nowrap clear compact noshade'
  ).split(' '),
);
const voidElements = new Set(['br', 'wbr', 'hr', 'img', 'col']);
const chunkLength = 65_536;
const inlinePicture = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;

/** For pages whose style sheets were never saved; what a page brings along comes after and wins. */
const opening = `<!doctype html><meta charset="utf-8"><style>
:root { color-scheme: light; background: #fff; color: #000; font: 16px/1.5 Georgia, 'Times New Roman', serif; }
body { max-width: 46em; margin: 1.5em auto; padding: 0 1em; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; }
.picture-left-out { display: inline-block; padding: 0 0.4em; border: 1px dotted; font-style: italic; }
</style>
`;

/** The picture that a tag names, as a `data:` address; null where it is not to be had. */
export type PictureAt = (source: string) => string | null;

/**
 * A page as something that can only be looked at: no script, nothing to be loaded, nowhere to go. Written anew from what is known to
 * be harmless, with every text escaped, so that a browser reads what was written here and nothing else. Linear in its length, and
 * with no more or deeper elements than are read. Pictures are those that the page holds and those that `pictureAt` has.
 */
export function stillPage(html: string, pictureAt: PictureAt = () => null): string {
  const writer = new StillPage(pictureAt);
  const Parser = loadHtmlParser();
  const parser = new Parser(writer, {
    decodeEntities: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  for (let at = 0; at < html.length; at += chunkLength) {
    // The parser's own time grows with the square of its depth.
    if (writer.depth > pageLimits.parsedDepth) break;
    parser.write(html.slice(at, at + chunkLength));
  }
  parser.end();
  return opening + writer.written.join('');
}

class StillPage {
  readonly written: string[] = [];
  /** Of all elements that are open, whether they were written. */
  readonly #open: boolean[] = [];
  readonly #pictureAt: PictureAt;
  #writtenDepth = 0;
  #droppedDepth = 0;
  #elements = 0;
  #isStyle = false;

  constructor(pictureAt: PictureAt) {
    this.#pictureAt = pictureAt;
  }

  get depth(): number {
    return this.#open.length;
  }

  onopentag(tag: string, attributes: Readonly<Record<string, string>>): void {
    const isDropped = this.#droppedDepth > 0 || dropped.has(tag);
    if (isDropped) this.#droppedDepth += 1;
    const isWritten =
      !isDropped &&
      kept.has(tag) &&
      this.#writtenDepth < pageLimits.depth &&
      this.#elements < pageLimits.elements;
    this.#open.push(isWritten);
    if (!isWritten) return;
    this.#elements += 1;
    this.#writtenDepth += 1;
    this.#isStyle = tag === 'style';
    this.written.push(
      tag === 'img' ? picture(attributes, this.#pictureAt) : `<${tag}${written(tag, attributes)}>`,
    );
  }

  ontext(text: string): void {
    if (this.#droppedDepth > 0) return;
    // In a style sheet nothing is escaped; it ends where the parser saw it end, since "</" is nowhere in it.
    this.written.push(this.#isStyle ? text.replace(/<\//g, '<\\/') : escaped(text));
  }

  onclosetag(tag: string): void {
    const wasWritten = this.#open.pop() ?? false;
    if (this.#droppedDepth > 0) this.#droppedDepth -= 1;
    if (!wasWritten) return;
    this.#writtenDepth -= 1;
    this.#isStyle = false;
    if (!voidElements.has(tag)) this.written.push(`</${tag}>`);
  }
}

function written(tag: string, attributes: Readonly<Record<string, string>>): string {
  let all = '';
  for (const [name, value] of Object.entries(attributes))
    if (attributesKept.has(name) || isHarmless(tag, name, value)) all += ` ${name}="${escaped(value)}"`;
  return all;
}

/** Of a picture that is not to be had its words are left. */
function picture(attributes: Readonly<Record<string, string>>, pictureAt: PictureAt): string {
  const source = attributes['src'] ?? '';
  const shown = inlinePicture.test(source) ? source : pictureAt(source);
  if (shown !== null && inlinePicture.test(shown))
    return `<img${written('img', { ...attributes, src: shown })}>`;
  const words = attributes['alt']?.trim() ?? '';
  return words === '' ? '' : `<span class="picture-left-out">${escaped(words)}</span>`;
}

/** Pictures that the page itself holds, and places in it. */
function isHarmless(tag: string, name: string, value: string): boolean {
  if (tag === 'img' && name === 'src') return inlinePicture.test(value);
  return tag === 'a' && name === 'href' && value.startsWith('#');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
