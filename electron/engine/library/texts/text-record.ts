import type {
  ArticleFields,
  Block,
  BlockKind,
  DateEvidence,
  DateGuess,
  Published,
  ExtractedArticle,
} from '../../../contract/article.ts';
import { unwrap } from '../../article/text/lines.ts';
import { ByteReader, ByteWriter } from '../../index/bytes/byte-buffer.ts';
import { blockKinds } from './block-kinds.ts';
import { TokenDecoder, TokenEncoder } from './token-coder.ts';
import type { TokenDictionary } from './token-dictionary.ts';

/** Places in these lists are stored: values are only ever added at their ends. */
const precisions: readonly Published['precision'][] = ['year', 'month', 'day', 'minute'];
const evidence: readonly Published['from'][] = [
  'metadata',
  'published-line',
  'dateline',
  'url',
  'path',
  'file-time',
  'correction',
  'json-ld',
  'meta',
];

/** What is guessed of a date, by its number times 16 in the byte of the precision; 0 for nothing. */
const guessedParts: readonly DateGuess['part'][] = ['year', 'day-month'];

/** Fields that are a string or null, in the order in which a record has them. */
const plainFields = ['byline', 'place', 'agency', 'outlet', 'section', 'url'] as const;

/** Of shorter strings the number of their block saves too little. */
const minNumberedLength = 12;

/** A year is guessed from the time of the file only, an order out of what says the date. */
function sourceOf(part: DateGuess['part'], from: DateEvidence): DateEvidence {
  return part === 'year' ? 'file-time' : from;
}

/** Writes articles as records by one list of words. */
export class RecordEncoder {
  readonly #texts: TokenEncoder;
  readonly #into = new ByteWriter(16_384);

  constructor(list: TokenDictionary) {
    this.#texts = new TokenEncoder(list);
  }

  /** The record of an article: good until the next one. Nothing is lost, not even an unpaired surrogate. */
  encode(article: ExtractedArticle): Uint8Array {
    const into = this.#into;
    into.clear();
    const { text, blocks, fields } = article;
    into.varint(blocks.length);
    for (const { kind, start, end } of blocks) into.varint((end - start) * 16 + blockKinds.indexOf(kind));
    into.varint(fields.words);
    into.byte(fields.direction === 'rtl' ? 1 : 0);
    this.#texts.write(fields.language, into);
    this.#published(fields.published);
    for (const name of plainFields) this.#optional(fields[name]);
    this.#strings(article, [fields.headline], 'headline');
    this.#strings(article, fields.standfirst === null ? [] : [fields.standfirst], 'standfirst');
    this.#strings(
      article,
      fields.captions.map((caption) => caption.text),
      'caption',
      'credit',
    );
    for (const { credit } of fields.captions) this.#optional(credit);
    this.#strings(article, fields.body, 'body');
    this.#strings(article, fields.furniture, 'furniture');
    this.#texts.write(text, into);
    return into.view();
  }

  #published(published: Published | null): void {
    const into = this.#into;
    into.byte(published === null ? 0 : 1);
    if (published === null) return;
    const { guess } = published;
    const guessed = guess === undefined ? 0 : 1 + guessedParts.indexOf(guess.part);
    into.byte(precisions.indexOf(published.precision) + guessed * 16);
    into.byte(evidence.indexOf(published.from));
    this.#texts.write(String(published.confidence), into);
    this.#texts.write(published.date, into);
  }

  #optional(value: string | null): void {
    this.#into.byte(value === null ? 0 : 1);
    if (value !== null) this.#texts.write(value, this.#into);
  }

  /**
   * Strings that come in the order of the blocks of some kinds: how many, then each as the number of the block that it
   * is, or as a text. Looking only at those blocks, and on from the last one, takes a time that grows with the text;
   * searching the text for each string would not.
   */
  #strings({ text, blocks }: ExtractedArticle, values: readonly string[], ...of: readonly BlockKind[]): void {
    const into = this.#into;
    into.varint(values.length);
    let next = 0;
    for (const value of values) {
      const found = value.length < minNumberedLength ? null : blockOf(value, text, blocks, next, of);
      if (found === null) {
        into.varint(0);
        this.#texts.write(value, into);
        continue;
      }
      into.varint(1 + (found.block - next) * 2 + (found.isBroken ? 1 : 0));
      next = found.block + 1;
    }
  }
}

/** A block that a string is; when it is broken into lines, the string has spaces for its line ends. */
type NumberOfBlock = Readonly<{ block: number; isBroken: boolean }>;

/** The first block, from `next` on, of one of the kinds, that is `value`; null for none. */
function blockOf(
  value: string,
  text: string,
  blocks: readonly Block[],
  next: number,
  of: readonly BlockKind[],
): NumberOfBlock | null {
  const first = value.charCodeAt(0);
  for (let number = next; number < blocks.length; number += 1) {
    const block = blocks[number];
    if (block === undefined || !of.includes(block.kind)) continue;
    const { start, end } = block;
    // One line of broken lines is never longer, and begins alike.
    if (end - start < value.length || text.charCodeAt(start) !== first) continue;
    if (end - start === value.length && text.slice(start, end) === value)
      return { block: number, isBroken: false };
    if (unwrap(text.slice(start, end)) === value) return { block: number, isBroken: true };
  }
  return null;
}

/** A string of a field as a record has it. */
type StoredString = string | NumberOfBlock;

/** Reads records that a `RecordEncoder` of the same list made. */
export class RecordDecoder {
  readonly #texts: TokenDecoder;

  constructor(list: TokenDictionary) {
    this.#texts = new TokenDecoder(list);
  }

  /** Throws for bytes that are no record. */
  decode(bytes: Uint8Array): ExtractedArticle {
    const from = new ByteReader(bytes);
    const blocks = this.#blocks(from);
    const words = from.varint();
    const direction = from.byte() === 1 ? 'rtl' : 'ltr';
    const language = this.#texts.read(from);
    const published = this.#published(from);
    const [byline, place, agency, outlet, section, url] = plainFields.map(() => this.#optional(from));
    const headline = this.#strings(from);
    const standfirst = this.#strings(from);
    const captions = this.#strings(from);
    const credits = captions.map(() => this.#optional(from));
    const body = this.#strings(from);
    const furniture = this.#strings(from);
    const text = this.#texts.read(from);
    if (!from.done || (blocks.at(-1)?.end ?? text.length) !== text.length) {
      throw new RangeError('the record is longer or shorter than its blocks');
    }
    const load = (stored: StoredString): string => {
      if (typeof stored === 'string') return stored;
      const block = blocks[stored.block];
      if (block === undefined) throw new RangeError('a string names no block');
      const written = text.slice(block.start, block.end);
      return stored.isBroken ? unwrap(written) : written;
    };
    const fields: ArticleFields = {
      headline: load(headline[0] ?? ''),
      standfirst: standfirst[0] === undefined ? null : load(standfirst[0]),
      byline: byline ?? null,
      place: place ?? null,
      agency: agency ?? null,
      published,
      captions: captions.map((caption, nth) => ({ text: load(caption), credit: credits[nth] ?? null })),
      body: body.map(load),
      furniture: furniture.map(load),
      language,
      direction,
      outlet: outlet ?? null,
      section: section ?? null,
      url: url ?? null,
      words,
    };
    return { text, blocks, fields };
  }

  #blocks(from: ByteReader): Block[] {
    const blocks: Block[] = [];
    let start = 0;
    for (let left = from.varint(); left > 0; left -= 1) {
      const stored = from.varint();
      const kind = blockKinds[stored % 16];
      if (kind === undefined) throw new RangeError('a block is of no kind');
      const end = start + Math.floor(stored / 16);
      blocks.push({ kind, start, end });
      start = end;
    }
    return blocks;
  }

  #published(from: ByteReader): Published | null {
    if (from.byte() === 0) return null;
    const first = from.byte();
    const precision = precisions[first & 15];
    const part = guessedParts[(first >> 4) - 1];
    if (first >= 16 && part === undefined) throw new RangeError('a date is of no kind');
    const evidenceOfDate = evidence[from.byte()];
    if (precision === undefined || evidenceOfDate === undefined) throw new RangeError('a date is of no kind');
    const confidence = Number(this.#texts.read(from));
    const published = { date: this.#texts.read(from), precision, from: evidenceOfDate, confidence };
    return part === undefined
      ? published
      : { ...published, guess: { part, from: sourceOf(part, evidenceOfDate) } };
  }

  #optional(from: ByteReader): string | null {
    return from.byte() === 0 ? null : this.#texts.read(from);
  }

  #strings(from: ByteReader): StoredString[] {
    const strings: StoredString[] = [];
    let next = 0;
    for (let left = from.varint(); left > 0; left -= 1) {
      const stored = from.varint();
      if (stored === 0) {
        strings.push(this.#texts.read(from));
        continue;
      }
      const block = next + ((stored - 1) >>> 1);
      strings.push({ block, isBroken: (stored - 1) % 2 === 1 });
      next = block + 1;
    }
    return strings;
  }
}
