import { SaidError } from '../../../../contract/failure.ts';
import { type Said, sentence } from '../../../../words/sentence.ts';
import { xmlParser } from './xml-parser.ts';
import type { ByteSource } from '../byte-source.ts';
import { isRecordFailure, type FoundRecord, type ReadContext, type RecordFailure } from '../format-reader.ts';
import { textOfFile } from './file-text.ts';
import { isArticle } from './record-of.ts';
import type { XmlElement } from './xml-element.ts';

/** A record of a document: its element, and what stands around it as far as it was read. */
export type XmlRecord = Readonly<{
  element: XmlElement;
  /** The elements that it is in, the outermost first. */
  around: readonly XmlElement[];
  encoding: string;
  /** From 1 on. */
  ordinal: number;
}>;

export type XmlNames = Readonly<{
  /** Whether an element is a record, by its name and the number of elements around it; none in a record is one. */
  isRecord: (name: string, depth: number) => boolean;
  /** What prefixes are written as, by the names of their namespaces; without it none is written. */
  prefixes?: ReadonlyMap<string, string>;
}>;

/** Bounds of the memory that a document may take, wherever it comes from. */
const xmlLimits = { depth: 500, recordLength: 50_000_000, aroundLength: 20_000_000 } as const;

/** What an element takes in memory, about. */
const elementLength = 100;
/** A window of text that the parser takes at once: it stops after a record, wherever that ends. */
const sliceLength = 65_536;

/**
 * The records of a document, one after the other; each is forgotten when the next one is asked for. Entities of a document type are
 * never expanded, and nothing outside of the file is read.
 */
export function* xmlRecords(
  input: ByteSource,
  { encoding: chosen, begin }: Pick<ReadContext, 'encoding' | 'begin'>,
  names: XmlNames,
): Generator<XmlRecord | RecordFailure> {
  const text = textOfFile(input, chosen, true);
  if ('code' in text) {
    yield { place: null, ...text };
    return;
  }
  const builder = new RecordBuilder(names, begin);
  const parser = xmlParser(builder);
  builder.onRecord = () => {
    parser.pause();
  };
  const taken = function* (): Generator<XmlRecord> {
    for (let found = builder.take(); found !== null; found = builder.take()) {
      yield { ...found, encoding: text.encoding };
      parser.resume();
    }
  };
  try {
    for (const window of text.windows())
      for (let start = 0; start < window.length; start += sliceLength) {
        parser.write(window.slice(start, start + sliceLength));
        yield* taken();
        builder.grow(Math.min(sliceLength, window.length - start));
      }
    builder.isAtEnd = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    yield { place: null, code: error.code, reason: error.said };
    return;
  }
  const { openRecord } = builder;
  if (openRecord !== null)
    yield { place: `record ${openRecord}`, code: 'unreadable', reason: sentence('file.cut') };
}

/**
 * The articles of a document: what `read` makes of its records, null for one that is none. A document of such records alone (a list,
 * pictures) holds no articles, and that is no failure.
 */
export function* xmlArticles(
  input: ByteSource,
  context: ReadContext,
  names: XmlNames,
  read: (record: XmlRecord) => FoundRecord | null,
): Generator<FoundRecord | RecordFailure> {
  let others = 0;
  let articles = 0;
  for (const found of xmlRecords(input, context, names)) {
    const article = isRecordFailure(found) ? found : read(found);
    if (article === null) others += 1;
    else if (isRecordFailure(article) || isArticle(article)) {
      articles += 1;
      yield article;
    }
  }
  if (others > 0 && articles === 0) context.declare(0);
}

class DocumentError extends SaidError {
  readonly code: 'unreadable' | 'too-large';

  constructor(code: 'unreadable' | 'too-large', reason: Said) {
    super(reason);
    this.code = code;
  }
}

class RecordBuilder {
  onRecord: () => void = () => undefined;
  /** The number of a record that was begun and not ended. */
  openRecord: number | null = null;
  /** Whether the file is read: its end closes what is open. */
  isAtEnd = false;
  readonly #names: XmlNames;
  readonly #begin: (place: number) => boolean;
  readonly #open: XmlElement[] = [];
  readonly #prefixes = new Map<string, string>();
  #records = 0;
  #recordDepth = -1;
  #isWanted = true;
  #ready: Omit<XmlRecord, 'encoding'> | null = null;
  #recordLength = 0;
  #aroundLength = 0;
  /** How much was read since the parser last found anything: a tag without an end goes on for ever. */
  #pendingLength = 0;

  constructor(names: XmlNames, begin: (place: number) => boolean) {
    this.#names = names;
    this.#begin = begin;
  }

  take(): Omit<XmlRecord, 'encoding'> | null {
    const ready = this.#ready;
    this.#ready = null;
    return ready;
  }

  /** So much of the document was read on. */
  grow(length: number): void {
    this.#pendingLength += length;
    if (this.#recordDepth >= 0) this.#recordLength += length;
    if (Math.max(this.#recordLength, this.#pendingLength) > xmlLimits.recordLength)
      throw new DocumentError('too-large', sentence('file.long-record', { number: this.#records }));
    if (this.#aroundLength > xmlLimits.aroundLength)
      throw new DocumentError('too-large', sentence('file.much-around'));
  }

  onopentag(tag: string, attributes: Record<string, string>): void {
    const depth = this.#open.length;
    this.#pendingLength = 0;
    if (depth >= xmlLimits.depth)
      throw new DocumentError('unreadable', sentence('file.xml-deep', { max: xmlLimits.depth }));
    const element: XmlElement = { name: this.#nameOf(tag, attributes), attributes, children: [] };
    if (this.#recordDepth < 0 && this.#names.isRecord(element.name, depth)) {
      this.#records += 1;
      this.#recordDepth = depth;
      this.#recordLength = 0;
      this.openRecord = this.#records;
      this.#isWanted = this.#begin(this.#records);
    } else if (this.#isWanted) this.#open.at(-1)?.children.push(element);
    if (this.#recordDepth < 0) this.#aroundLength += elementLength + lengthOf(attributes);
    this.#open.push(element);
  }

  onclosetag(): void {
    const element = this.#open.pop();
    if (element === undefined || this.#open.length !== this.#recordDepth || this.isAtEnd) return;
    this.#recordDepth = -1;
    const ordinal = this.#records;
    this.openRecord = null;
    if (this.#isWanted) {
      this.#ready = { element, around: [...this.#open], ordinal };
      this.onRecord();
    }
    this.#isWanted = true;
  }

  ontext(text: string): void {
    this.#pendingLength = 0;
    if (!this.#isWanted) return;
    if (this.#recordDepth < 0) {
      // Between records there is nothing but line ends.
      if (text.trim() === '') return;
      this.#aroundLength += text.length;
    }
    const children = this.#open.at(-1)?.children;
    const last = children?.at(-1);
    if (children === undefined) return;
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }

  #nameOf(tag: string, attributes: Record<string, string>): string {
    const { prefixes } = this.#names;
    const colon = tag.indexOf(':');
    const local = tag.slice(colon + 1);
    if (prefixes === undefined) return local;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const canonical = prefixes.get(attributes[name] ?? '');
      if (canonical !== undefined) this.#prefixes.set(name.slice('xmlns:'.length), canonical);
    }
    const written = colon < 0 ? '' : tag.slice(0, colon);
    const prefix = this.#prefixes.get(written) ?? written;
    return prefix === '' ? local : `${prefix}:${local}`;
  }
}

function lengthOf(attributes: Readonly<Record<string, string>>): number {
  let length = 0;
  for (const name in attributes) length += name.length + (attributes[name]?.length ?? 0);
  return length;
}
