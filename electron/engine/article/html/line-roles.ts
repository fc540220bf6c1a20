import { publishedLine } from '../dates/published-line.ts';
import { isByline } from '../credits/byline.ts';
import { furnitureKey } from '../page/furniture.ts';
import { countWords } from '../text/words.ts';
import type { Container } from './container.ts';
import { isCaptionElement, isFurnitureElement } from './furniture-elements.ts';
import type { PageHeadline } from './page-headline.ts';
import type { PageLine } from './page-lines.ts';
import { isElement, type PageElement } from './page-tree.ts';

/** What a line of a page is by where it stands; `body` may still turn out to be something else by its words. */
export type LineRole = 'headline' | 'standfirst' | 'byline' | 'published' | 'caption' | 'body' | 'furniture';

/** What part of the container's words may be taken out of the text altogether. */
const maxFurniture = 0.35;
const minWordsInContainer = 25;
const introductionReach = 10;
const maxWordsOfLink = 25;
const minWordsOfSentence = 10;
const minWordsOfArticle = 60;
const mostlyLinked = 0.8;
const partlyLinked = 0.35;
const sentenceEnd = /[.!?…。！？؟۔:]["'”’»)\]]*$/u;
const standfirstClass =
  /standfirst|(?:^|[\s_-])(?:dek|subtitle|sub-?head(?:line|ing)?|strapline|deck|abstract|excerpt)(?:$|[\s_-])/i;

/** Decides what each line of a page is. */
export function rolesOf(
  lines: readonly PageLine[],
  container: Container | null,
  headline: PageHeadline | null,
): LineRole[] {
  return new RoleFinder(lines, container, headline).roles();
}

class RoleFinder {
  readonly #lines: readonly PageLine[];
  readonly #container: Container | null;
  readonly #headline: number | null;
  readonly #headlineKey: string;
  readonly #words: readonly number[];
  /** Words in each element, by its number. */
  readonly #wordsIn = new Map<number, number>();
  readonly #furniture = new Set<number>();
  /** What was found out of elements `article`, by their number: every line within asks. */
  readonly #teasers = new Map<number, boolean>();
  readonly #inside: readonly boolean[];
  /** The element `article` around the headline, if it holds a text. */
  readonly #own: PageElement | null;
  #left: number;

  constructor(lines: readonly PageLine[], container: Container | null, headline: PageHeadline | null) {
    this.#lines = lines;
    this.#headline = headline?.line ?? null;
    this.#headlineKey = headline === null ? '' : furnitureKey(headline.text);
    this.#words = lines.map((line) => countWords(line.text));
    lines.forEach(({ element }, at) => {
      for (let up: PageElement | null = element; up !== null; up = up.parent)
        this.#wordsIn.set(up.number, (this.#wordsIn.get(up.number) ?? 0) + (this.#words[at] ?? 0));
    });
    const inside = lines.map(({ element }) => container === null || isWithin(element, container.roots));
    const found = this.#sum(inside);
    // Hardly a text: the whole page is looked at instead.
    this.#container = found < minWordsInContainer ? null : container;
    this.#inside = this.#container === null ? lines.map(() => true) : inside;
    this.#left = this.#sum(this.#inside) * maxFurniture;
    this.#own = this.#articleAround(lines[headline?.line ?? -1]?.element);
  }

  #sum(counted: readonly boolean[]): number {
    return this.#words.reduce((sum, words, at) => sum + (counted[at] === true ? words : 0), 0);
  }

  roles(): LineRole[] {
    const roles = this.#lines.map((line, at) => this.#roleOf(line, at));
    if (this.#headline !== null) roles[this.#headline] = 'headline';
    this.#introduce(roles);
    return roles;
  }

  #articleAround(element: PageElement | undefined): PageElement | null {
    for (let up: PageElement | null = element ?? null; up !== null; up = up.parent)
      if (up.tag === 'article' && this.#wordsOf(up) >= minWordsOfArticle) return up;
    return null;
  }

  #roleOf(line: PageLine, at: number): LineRole {
    if (this.#inside[at] !== true) return 'furniture';
    if (at !== this.#headline && this.#headlineKey !== '' && furnitureKey(line.text) === this.#headlineKey)
      return 'furniture';
    const ofElement = this.#roleByElements(line.element);
    if (ofElement !== null) return ofElement;
    const words = this.#words[at] ?? 0;
    const linked = line.linked / line.text.length;
    if (linked > mostlyLinked && words <= maxWordsOfLink && !sentenceEnd.test(line.text)) return 'furniture';
    if (this.#container === null || this.#container.kept.has(line.element.number)) return 'body';
    const isSentence = words >= minWordsOfSentence && linked < partlyLinked && sentenceEnd.test(line.text);
    return isSentence ? 'body' : 'furniture';
  }

  #roleByElements(element: PageElement): LineRole | null {
    const within: PageElement[] = [];
    for (let up: PageElement | null = element; up !== null; up = up.parent) {
      within.push(up);
      if (this.#container?.roots.has(up.number) === true) break;
    }
    for (const one of within) if (isCaptionElement(one, this.#wordsOf(one))) return 'caption';
    if (this.#own !== null && !within.includes(this.#own) && within.some((one) => this.#isOther(one)))
      return 'furniture';
    for (const one of within) {
      if (this.#furniture.has(one.number)) return 'furniture';
      const words = this.#wordsOf(one);
      if (!(isFurnitureElement(one, words) || this.#isTeaser(one)) || words > this.#left) continue;
      this.#left -= words;
      this.#furniture.add(one.number);
      return 'furniture';
    }
    return null;
  }

  #wordsOf(element: PageElement): number {
    return this.#wordsIn.get(element.number) ?? 0;
  }

  /** Another article of the page, beside the one with the headline. */
  #isOther(element: PageElement): boolean {
    if (element.tag !== 'article') return false;
    for (let up = this.#own; up !== null; up = up.parent) if (up === element) return false;
    return true;
  }

  /** An article inside of another with a headline that leads to a page of its own. */
  #isTeaser(element: PageElement): boolean {
    if (element.tag !== 'article' || element.number === 0) return false;
    const known = this.#teasers.get(element.number);
    if (known !== undefined) return known;
    const isTeaser = headingIsLink(element);
    this.#teasers.set(element.number, isTeaser);
    return isTeaser;
  }

  /** What stands between the headline and the text says who wrote it, and when, wherever the container begins. */
  #introduce(roles: LineRole[]): void {
    const headline = this.#headline;
    const first = roles.indexOf('body');
    const from = headline ?? first;
    if (from < 0) return;
    for (let at = Math.max(0, from - 3); at <= from + introductionReach; at++) {
      const line = this.#lines[at];
      if (line === undefined || roles[at] !== 'furniture' || line.text.length > 300) continue;
      if (publishedLine(line.text) !== null) roles[at] = 'published';
      else if (isByline(line.text)) roles[at] = 'byline';
      else if (headline !== null && at > headline && this.#isStandfirst(line, at)) roles[at] = 'standfirst';
    }
    for (let at = (headline ?? 0) + 1; headline !== null && at <= headline + 5; at++) {
      const line = this.#lines[at];
      if (line !== undefined && roles[at] === 'body' && this.#isStandfirst(line, at))
        roles[at] = 'standfirst';
    }
  }

  #isStandfirst({ element }: PageLine, at: number): boolean {
    if ((this.#words[at] ?? 0) < 5) return false;
    for (let up: PageElement | null = element, level = 0; up !== null && level < 3; up = up.parent, level++)
      if (standfirstClass.test(up.attributes['class'] ?? '') || up.attributes['itemprop'] === 'description')
        return this.#wordsOf(up) <= 80;
    return false;
  }
}

function isWithin(element: PageElement, roots: ReadonlySet<number>): boolean {
  for (let up: PageElement | null = element; up !== null; up = up.parent)
    if (roots.has(up.number)) return true;
  return false;
}

function headingIsLink(element: PageElement): boolean {
  let inLink = element.parent;
  while (inLink !== null && inLink.tag !== 'a') inLink = inLink.parent;
  const search = (one: PageElement, linked: boolean): boolean | null => {
    for (const child of one.children) {
      if (!isElement(child)) continue;
      const within = linked || child.tag === 'a';
      if (/^h[1-6]$/.test(child.tag))
        return within || child.children.some((inner) => isElement(inner) && inner.tag === 'a');
      const found = search(child, within);
      if (found !== null) return found;
    }
    return null;
  };
  return search(element, inLink !== null) === true;
}
