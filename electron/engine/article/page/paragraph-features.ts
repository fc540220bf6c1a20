import { isByline } from '../credits/byline.ts';
import { creditOf, type Credit } from '../credits/caption.ts';
import { readDateline, type Dateline } from '../credits/dateline.ts';
import {
  furnitureKey,
  furnitureOf,
  furnitureOpening,
  opensFurniture,
  opensLongFurniture,
  type Furniture,
} from './furniture.ts';
import { colon, digit, letter, wordCharacter } from '../text/char-classes.ts';
import { subjectLabels } from './furniture-of-languages.ts';
import { isMenuLine } from './menu-line.ts';
import { isFormLine } from './form-marks.ts';
import { isPictureName } from './picture-name.ts';
import type { Paragraph } from '../paragraphs/paragraphs.ts';
import { publishedLine, type PublishedLine } from '../dates/published-line.ts';
import { isSiteLine, isUrlLine } from '../credits/source-lines.ts';

const maxAboutLength = 160;
const maxNoticeLength = 60;
const maxLabelLength = 24;
const subjects = new RegExp(`^(?:${subjectLabels})\\s*[:：]`, 'iu');

/**
 * A paragraph with what its wording alone says about it. What takes long to read out of it is read when it is
 * first asked for, and once.
 */
export class ParagraphFeatures {
  readonly paragraph: Paragraph;
  readonly furniture: Furniture | null;
  /** A byline, a date line, an address or a credit: it belongs to an article but is not prose. */
  readonly about: boolean;
  #key: string | undefined;
  #opening: string | undefined;
  #published: PublishedLine | null | undefined;
  #credit: Credit | null | undefined;
  #dateline: Dateline | null | undefined;

  /** `known`: keys of the lines that recur across the source. */
  constructor(paragraph: Paragraph, known: ReadonlySet<string> | undefined) {
    this.paragraph = paragraph;
    this.furniture = this.#furnitureOf(known);
    this.about = this.furniture === null && this.#isAbout();
  }

  /** The line, of a long paragraph its first words, as `furnitureKey` spells it. */
  get key(): string {
    return (this.#key ??= furnitureKey(this.#label()));
  }

  /** The first word of the key. */
  get opening(): string {
    return (this.#opening ??= furnitureOpening(this.#label()));
  }

  get published(): PublishedLine | null {
    if (this.#published === undefined)
      this.#published = publishedLine(this.paragraph.view, this.paragraph.kinds);
    return this.#published;
  }

  get credit(): Credit | null {
    if (this.#credit === undefined) this.#credit = creditOf(this.paragraph.view, this.paragraph.kinds);
    return this.#credit;
  }

  get dateline(): Dateline | null {
    if (this.#dateline === undefined)
      this.#dateline = readDateline(this.paragraph.view, this.paragraph.kinds);
    return this.#dateline;
  }

  #isShort(): boolean {
    return this.paragraph.view.length <= maxAboutLength;
  }

  /** Of a long paragraph only a notice's first words matter. */
  #label(): string {
    const { view } = this.paragraph;
    return this.#isShort() ? view : view.slice(0, maxNoticeLength);
  }

  #furnitureOf(known: ReadonlySet<string> | undefined): Furniture | null {
    const { view, kinds } = this.paragraph;
    if (isSentenceEnd(view)) return null;
    if (this.#isShort() && isFormLine(view)) return 'line';
    // Rules, bullets without an item, and arrows.
    if ((kinds & (wordCharacter | letter | digit)) === 0 || isPictureName(view)) return 'edge';
    if (this.paragraph.isLink) return 'line';
    const opens = this.#isShort() ? opensFurniture(view) : opensLongFurniture(this.#label());
    const worded = opens ? furnitureOf(this.key) : null;
    if (worded !== null) return worded;
    if (isSiteLine(view, kinds) || isMenuLine(view, kinds)) return 'line';
    if (
      (kinds & colon) !== 0 &&
      this.#isShort() &&
      view.search(/[:：]/u) <= maxLabelLength &&
      subjects.test(view)
    )
      return 'line';
    return known !== undefined && this.#isShort() && known.has(this.key) ? 'line' : null;
  }

  #isAbout(): boolean {
    const { view, kinds } = this.paragraph;
    return (
      this.#isShort() &&
      (isByline(view, kinds) || isUrlLine(view, kinds) || this.published !== null || this.credit?.start === 0)
    );
  }
}

/** The last word of a sentence on a line of its own ("share.") is no button. */
function isSentenceEnd(line: string): boolean {
  return line.length < 30 && line.endsWith('.') && /^\p{Ll}.*\.$/u.test(line);
}
