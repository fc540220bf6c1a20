import { SaidError } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import { xmlParser } from '../reading/xml-parser.ts';
import type { ZipArchive } from '../reading/zip/zip-archive.ts';
import { xmlText } from '../reading/zip/zipped-xml.ts';
import { ParagraphBuilder, type DocumentParagraph } from './document-paragraph.ts';
import { ParagraphReader, type Attributes } from './paragraph-reader.ts';

/** Elements whose text is none of the document: what was deleted or moved away, codes of fields, what older programs show instead. */
const unread = new Set(
  'w:del w:moveFrom w:instrText w:delText w:delInstrText mc:Fallback w:rt w:rPrChange w:pPrChange'.split(' '),
);
const breaks = new Map([
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:tab', '\t'],
  ['w:noBreakHyphen', '-'],
]);
const textElements = new Set(['w:t', 'm:t']);
const contentsField = /^\s*(?:TOC\b|PAGEREF\b|HYPERLINK\s+\\l\b)/i;
const headingName = /^(?:heading|überschrift|titre|título|kop|عنوان) ?([1-9])$/i;
const maxParagraphLength = 2_000_000;

/** The paragraphs of a document of Word, notes after the text; headers, footers and comments are none of it. */
export async function* docxParagraphs(zip: ZipArchive): AsyncGenerator<DocumentParagraph> {
  const main =
    zip.entry('word/document.xml') ?? zip.entries.find(({ name }) => /^word\/document\d*\.xml$/i.test(name));
  if (main === undefined) throw new SaidError(sentence('file.no-document-in'));
  const levels = await headingLevels(zip);
  yield* new WordReader(levels).paragraphs(xmlText(zip, main.name));
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml'])
    if (zip.entry(name) !== null) yield* new WordReader(levels).paragraphs(xmlText(zip, name));
}

/** The order of heading of each style, by its name or the level in its outline. */
async function headingLevels(zip: ZipArchive): Promise<ReadonlyMap<string, number>> {
  const levels = new Map<string, number>();
  let style = '';
  const parser = xmlParser({
    onopentag: (tag, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (tag === 'w:style') style = attributes['w:styleId'] ?? '';
      else if (tag === 'w:name') {
        const level = headingName.exec(value)?.[1] ?? (/^(?:title|titel)$/i.test(value) ? '1' : null);
        if (level !== null) levels.set(style, Number(level));
      } else if (tag === 'w:outlineLvl' && style !== '' && Number(value) < 9)
        levels.set(style, Number(value) + 1);
    },
  });
  for await (const text of xmlText(zip, 'word/styles.xml')) parser.write(text);
  parser.end();
  return levels;
}

/** Reads the XML of Word as it comes. */
class WordReader extends ParagraphReader {
  readonly #levels: ReadonlyMap<string, number>;
  /** Paragraphs that stand in text boxes of other ones wait for these. */
  readonly #open: { builder: ParagraphBuilder; level: number; isRunBold: boolean; isRunHidden: boolean }[] =
    [];
  #unread = 0;
  #isText = false;
  #isRunProperties = false;
  #code: string[] = [];
  #isCode = false;
  #waiting: string[] = [];

  constructor(levels: ReadonlyMap<string, number>) {
    super();
    this.#levels = levels;
  }

  protected end(): void {
    while (this.#open.length > 0) this.#endParagraph();
  }

  protected start(tag: string, attributes: Attributes): void {
    if (tag === 'w:instrText' && this.#unread === 0) this.#isCode = true;
    if (unread.has(tag)) this.#unread++;
    if (this.#unread > 0) return;
    const own = this.#open.at(-1);
    const value = attributes['w:val'] ?? '';
    if (tag === 'w:p')
      this.#open.push({ builder: this.#builder(), level: 0, isRunBold: false, isRunHidden: false });
    else if (tag === 'w:bookmarkStart') {
      const name = attributes['w:name'] ?? '';
      if (own === undefined) this.#waiting.push(name);
      else own.builder.mark(name);
    } else if (tag === 'w:fldChar') this.#field(attributes['w:fldCharType'] ?? '');
    else if (own === undefined) return;
    else if (tag === 'w:pStyle') own.level = this.#levels.get(value) ?? 0;
    else if (tag === 'w:jc') own.builder.isCentred = value === 'center';
    else if (tag === 'w:outlineLvl') own.level = Number(value) < 9 ? Number(value) + 1 : own.level;
    else if (tag === 'w:r') Object.assign(own, { isRunBold: false, isRunHidden: false });
    else if (tag === 'w:rPr') this.#isRunProperties = true;
    else if (tag === 'w:b' && this.#isRunProperties) own.isRunBold = !isOff(value);
    else if (tag === 'w:vanish' && this.#isRunProperties) own.isRunHidden = !isOff(value);
    else if (textElements.has(tag)) this.#isText = true;
    else if (tag === 'w:sym') this.#add(symbolOf(attributes));
    else {
      const written = this.#isRunProperties ? undefined : breaks.get(tag);
      if (written !== undefined) this.#add(written);
    }
  }

  protected finish(tag: string): void {
    if (unread.has(tag)) {
      if (tag === 'w:instrText') this.#isCode = false;
      this.#unread--;
      return;
    }
    if (this.#unread > 0) return;
    if (textElements.has(tag)) this.#isText = false;
    else if (tag === 'w:rPr') this.#isRunProperties = false;
    else if (tag === 'w:p') this.#endParagraph();
  }

  protected read(text: string): void {
    if (this.#isCode && this.#code.length > 0) this.#code[this.#code.length - 1] += text.slice(0, 200);
    if (this.#unread === 0 && this.#isText) this.#add(text);
  }

  /** Fields have their code between their beginning and what they show. */
  #field(type: string): void {
    if (type === 'begin' && this.#code.length < 100) this.#code.push('');
    else if (type === 'end') this.#code.pop();
  }

  #add(text: string): void {
    const own = this.#open.at(-1);
    if (own === undefined || own.isRunHidden || own.builder.length > maxParagraphLength) return;
    own.builder.add(
      text,
      own.isRunBold,
      this.#code.some((code) => contentsField.test(code)),
    );
  }

  #builder(): ParagraphBuilder {
    const builder = new ParagraphBuilder();
    for (const bookmark of this.#waiting.splice(0)) builder.mark(bookmark);
    return builder;
  }

  #endParagraph(): void {
    const own = this.#open.pop();
    const paragraph = own?.builder.end(own.level) ?? null;
    if (paragraph !== null) this.found(paragraph);
    // Bookmarks of an empty paragraph are those of the next one.
    else if (own !== undefined) this.#waiting.push(...own.builder.bookmarks());
  }
}

function isOff(value: string): boolean {
  return value === '0' || value === 'false' || value === 'off';
}

/** A sign of a font; those of Symbol and Wingdings are where no letters are. */
function symbolOf(attributes: Attributes): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  return Number.isNaN(code) || code > 0xffff || (code >= 0xe000 && code <= 0xf8ff)
    ? '•'
    : String.fromCharCode(code);
}
