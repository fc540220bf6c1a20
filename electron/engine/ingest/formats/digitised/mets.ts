import { sentence } from '../../../../words/sentence.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import type { ByteSource, FilesBeside } from '../byte-source.ts';
import {
  isRecordFailure,
  type FormatReader,
  type FoundRecord,
  type ReadContext,
  type RecordFailure,
} from '../format-reader.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import { at, attribute, firstOf, within, type XmlElement } from '../reading/xml-element.ts';
import { xmlRecords } from '../reading/xml-records.ts';
import { textOfBlocks } from './alto-text.ts';
import { metsDescriptions, type Description } from './mets-descriptions.ts';
import { metsItems, type Area, type MetsItem } from './mets-items.ts';
import { AltoPages, PageError } from './alto-pages.ts';
import { issueDate } from './issue-date.ts';

const headingTypes = /^(?:head(?:line|ing)?|title|main_?title|titre)$/i;
const maxLabelLength = 200;
const captionTypes = /caption|illustration|legend/i;
/** What a label of a newspaper has after its title. */
const dayBehind = /[\s,.:(-]*(?:\d{1,2}[.\s]|\d{4}-\d{2}).*$/u;

/** An issue of a digitised paper in METS: its articles, whose texts are in pages in ALTO beside it. */
export const mets: FormatReader = {
  holds: 'many',
  sniff: (input) => (openingOf(input)?.name === 'mets' ? 0.95 : 0),
  read: readIssue,
};

function* readIssue(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  const whole = { encoding: context.encoding, begin: () => true };
  for (const found of xmlRecords(input, whole, { isRecord: (name) => name === 'mets' })) {
    if (isRecordFailure(found)) yield { ...found, place: null };
    else yield* articlesOf(found.element, found.encoding, context);
  }
}

function* articlesOf(
  root: XmlElement,
  encoding: string,
  { begin, declare, beside, path, encoding: chosen }: ReadContext,
): Generator<FoundRecord | RecordFailure> {
  const items = metsItems(root);
  if (items.length === 0) return;
  if (beside === undefined) {
    yield { place: null, code: 'unsupported', reason: sentence('file.no-pages-beside') };
    return;
  }
  declare(items.length);
  const issue = new Issue(root, items, path, beside, chosen);
  for (const [at, item] of items.entries()) {
    if (!begin(at + 1)) continue;
    try {
      yield issue.articleOf(item, encoding);
    } catch (error) {
      if (!(error instanceof PageError)) throw error;
      yield { place: `article ${at + 1}`, code: 'unreadable', reason: error.said };
    }
  }
}

class Issue {
  readonly #descriptions: ReadonlyMap<string, Description>;
  readonly #pages: AltoPages;
  /** Descriptions that are of no article. */
  readonly #ofIssue: readonly string[];
  readonly #label: string;
  readonly #path: string;

  constructor(
    root: XmlElement,
    items: readonly MetsItem[],
    path: string,
    beside: FilesBeside,
    encoding: string | null,
  ) {
    this.#descriptions = metsDescriptions(root);
    const ofArticles = new Set(items.flatMap(({ descriptions }) => descriptions));
    this.#ofIssue = [...this.#descriptions.keys()].filter((id) => !ofArticles.has(id));
    this.#pages = new AltoPages(filesOf(root), beside, encoding);
    this.#label = attribute(root, 'LABEL');
    this.#path = path;
  }

  articleOf(item: MetsItem, encoding: string): FoundRecord {
    const read = item.areas.flatMap((area) => this.#pages.blocksOf(area).map((block) => ({ area, block })));
    const texts = textOfBlocks(read.map(({ block }) => block));
    const blocks = read.map(({ area }, at): TextBlock => ({ kind: kindOf(area), text: texts[at] ?? '' }));
    const headline = this.#headlineOf(item, blocks);
    return recordOf({
      key: item.id,
      text: headline.blocks,
      said: {
        headline: headline.text,
        byline: this.#say(item.descriptions, 'author'),
        ...this.#published(item),
        language: firstOf(this.#say(item.descriptions, 'language'), this.#say(item.around, 'language')),
        outlet: firstOf(
          this.#say(item.around, 'title'),
          this.#outletOfLabel(),
          this.#say(this.#ofIssue, 'title'),
        ),
        section: /^advert/i.test(item.type) ? 'Advertisements' : '',
      },
      encoding: read[0]?.block.encoding ?? encoding,
    });
  }

  /** The headline as described, as marked on the page, or as the first block that the label of the article is cut from. */
  #headlineOf(item: MetsItem, blocks: readonly TextBlock[]): Readonly<{ text: string; blocks: TextBlock[] }> {
    const marked = blocks.find(({ kind }) => kind === 'headline')?.text ?? '';
    const label = /placeholder/i.test(item.label) ? '' : item.label.replace(/\s*(?:\.\.\.|…)$/u, '').trim();
    const isCut = label !== item.label.trim();
    const first = blocks[0];
    const isFirst = first !== undefined && label !== '' && opens(first.text, label);
    const described = this.#say(item.descriptions, 'title');
    const text = firstOf(
      marked,
      isFirst && (isCut || first.text.length < label.length * 2) ? first.text : '',
      described,
      label,
    );
    return {
      text,
      blocks: blocks.map((block) =>
        block === first && block.text === text ? { kind: 'headline', text } : block,
      ),
    };
  }

  #published({ around }: MetsItem): Pick<FoundRecord['said'], 'published'> {
    const said = firstOf(this.#say(around, 'date'), this.#say(this.#ofIssue, 'date'));
    const published = said === '' ? issueDate(this.#path) : said;
    return published === undefined ? {} : { published };
  }

  #say(ids: readonly string[], field: keyof Description): string {
    return firstOf(...ids.map((id) => this.#descriptions.get(id)?.[field]));
  }

  #outletOfLabel(): string {
    return /placeholder/i.test(this.#label)
      ? ''
      : this.#label.slice(0, maxLabelLength).replace(dayBehind, '').trim();
  }
}

function kindOf({ types }: Area): TextBlock['kind'] {
  if (types.some((type) => headingTypes.test(type))) return 'headline';
  return types.some((type) => captionTypes.test(type)) ? 'caption' : 'body';
}

/** Whether a text begins with a label, spaces and marks aside, which labels are tidied of. */
function opens(text: string, label: string): boolean {
  const letters = (written: string): string => written.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  return letters(text).startsWith(letters(label));
}

/** Where the files of an issue are, by their ids. */
function filesOf(root: XmlElement): Map<string, string> {
  const files = new Map<string, string>();
  for (const file of within(at(root, 'fileSec'), 'file')) {
    const location = at(file, 'FLocat');
    const href = firstOf(attribute(location, 'xlink:href'), attribute(location, 'href'));
    files.set(
      attribute(file, 'ID'),
      decoded(href.replace(/^file:(?:\/\/)?(?:\.\/)?/, '').replaceAll('\\', '/')),
    );
  }
  return files;
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    // A per cent sign of its own.
    return href;
  }
}
