import type { ZipArchive } from '../reading/zip/zip-archive.ts';
import { xmlText } from '../reading/zip/zipped-xml.ts';
import { ParagraphBuilder, type DocumentParagraph } from './document-paragraph.ts';
import { ParagraphReader, type Attributes } from './paragraph-reader.ts';

/** Elements whose text is none of the document: comments, what was deleted, what a field is made of, the number of a note. */
const unread = new Set(
  'office:annotation text:tracked-changes text:note-citation text:sequence-decls text:variable-decls text:ruby-text svg:title svg:desc office:forms script'.split(
    ' ',
  ),
);
const contents = new Set('text:table-of-content text:alphabetical-index text:illustration-index'.split(' '));
const maxSpaces = 1_000;
const maxParagraphLength = 2_000_000;

type Open = { builder: ParagraphBuilder; level: number };

/** The paragraphs of an OpenDocument text, notes after the text. */
export function odtParagraphs(zip: ZipArchive): AsyncGenerator<DocumentParagraph> {
  return new OdtReader().paragraphs(xmlText(zip, 'content.xml'));
}

class OdtReader extends ParagraphReader {
  readonly #open: Open[] = [];
  /** Names of styles that are bold, and of those that are titles. */
  readonly #bold = new Set<string>();
  readonly #titles = new Set<string>();
  readonly #spans: boolean[] = [];
  #style = '';
  #unread = 0;
  #contents = 0;
  #notes = 0;
  readonly #noted: DocumentParagraph[] = [];

  /** Notes come after the text. */
  protected end(): void {
    this.found(...this.#noted);
  }

  protected read(text: string): void {
    this.#add(text.replace(/\s+/g, ' '));
  }

  protected start(tag: string, attributes: Attributes): void {
    if (unread.has(tag)) this.#unread++;
    if (this.#unread > 0) return;
    if (contents.has(tag)) this.#contents++;
    const style = attributes['text:style-name'] ?? '';
    if (tag === 'text:p' || tag === 'text:h') {
      const level =
        tag === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) : this.#titles.has(style) ? 1 : 0;
      this.#open.push({ builder: new ParagraphBuilder(), level });
      this.#spans.push(this.#bold.has(style));
    } else if (tag === 'text:span') this.#spans.push(this.#bold.has(style) || (this.#spans.at(-1) ?? false));
    else if (tag === 'text:note') this.#notes++;
    else if (tag === 'text:bookmark' || tag === 'text:bookmark-start')
      this.#open.at(-1)?.builder.mark(attributes['text:name'] ?? '');
    else if (tag === 'text:line-break') this.#add('\n');
    else if (tag === 'text:tab') this.#add('\t');
    else if (tag === 'text:s')
      this.#add(' '.repeat(Math.min(maxSpaces, Math.max(1, Number(attributes['text:c'] ?? 1)))));
    else if (tag === 'style:style') {
      this.#style = attributes['style:name'] ?? '';
      if (attributes['style:parent-style-name'] === 'Title') this.#titles.add(this.#style);
    } else if (tag === 'style:text-properties' && attributes['fo:font-weight'] === 'bold')
      this.#bold.add(this.#style);
    if (tag === 'office:body') this.#titles.add('Title');
  }

  protected finish(tag: string): void {
    if (unread.has(tag)) {
      this.#unread--;
      return;
    }
    if (this.#unread > 0) return;
    if (contents.has(tag)) this.#contents--;
    if (tag === 'text:note') this.#notes--;
    if (tag === 'text:span') this.#spans.pop();
    if (tag !== 'text:p' && tag !== 'text:h') return;
    this.#spans.pop();
    const own = this.#open.pop();
    const paragraph = own?.builder.end(own.level) ?? null;
    if (paragraph === null) return;
    if (this.#notes > 0) this.#noted.push(paragraph);
    else this.found(paragraph);
  }

  #add(text: string): void {
    const own = this.#open.at(-1);
    if (this.#unread > 0 || own === undefined || own.builder.length > maxParagraphLength) return;
    own.builder.add(text, this.#spans.at(-1) ?? false, this.#contents > 0);
  }
}
