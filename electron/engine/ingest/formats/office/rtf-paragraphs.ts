import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { windowsOf, type ByteSource } from '../byte-source.ts';
import { ParagraphBuilder, type DocumentParagraph } from './document-paragraph.ts';
import { encodingOfCharset, encodingOfPage } from './rtf-code-pages.ts';
import { RtfTokens } from './rtf-tokens.ts';
import { characters, contentsField, numberField, paragraphEnds, skippedDestinations } from './rtf-words.ts';

/** Where text goes to: into the document, nowhere, or after the document. */
type Destination = 'text' | 'skipped' | 'instruction' | 'note';
type State = {
  destination: Destination;
  /** How many characters a reader that knows Unicode leaves out after one (`\uc`). */
  fallback: number;
  font: number;
  isBold: boolean;
  isHidden: boolean;
  isContents: boolean;
  isCentred: boolean;
  level: number;
};

/** Groups deeper than that have no state of their own. */
const deepest = 2_000;
const maxInstructionLength = 500;
const maxParagraphLength = 2_000_000;

/** The paragraphs of a document of RTF, as it is read; pictures cost nothing but the way past them. */
export function* rtfParagraphs(
  input: ByteSource,
  chosen: string | null = null,
): Generator<DocumentParagraph> {
  const reader = new RtfReader(chosen);
  let left = Buffer.alloc(0);
  for (const window of windowsOf(input)) {
    const bytes = left.length === 0 ? window : Buffer.concat([left, window]);
    const end = reader.tokens.read(bytes, false);
    left = Buffer.from(bytes.subarray(end));
    yield* reader.take();
  }
  reader.tokens.read(left, true);
  reader.end();
  yield* reader.take();
}

class RtfReader {
  readonly tokens: RtfTokens;
  readonly #chosen: string | null;
  readonly #fonts = new Map<number, string>();
  readonly #levels = new Map<number, number>();
  readonly #stack: State[] = [];
  #deeper = 0;
  #state: State = {
    destination: 'text',
    fallback: 1,
    font: 0,
    isBold: false,
    isHidden: false,
    isContents: false,
    isCentred: false,
    level: 0,
  };
  #page = 'windows-1252';
  #defaultFont = 0;
  /** Bytes that wait to be decoded together, and whether they were written as `\'hh`. */
  #bytes: number[] = [];
  #isEscaped = false;
  #toSkip = 0;
  #instruction = '';
  #table: 'fonts' | 'styles' | null = null;
  #tableDepth = 0;
  #entry = { number: 0, name: '' };
  #isStarred = false;
  #paragraph = new ParagraphBuilder();
  readonly #notes = new ParagraphBuilder();
  readonly #noteParagraphs: DocumentParagraph[] = [];
  #found: DocumentParagraph[] = [];

  constructor(chosen: string | null) {
    this.#chosen = chosen;
    this.tokens = new RtfTokens({
      open: () => {
        this.#open();
      },
      close: () => {
        this.#close();
      },
      word: (word, number) => {
        this.#word(word, number);
      },
      star: () => {
        this.#isStarred = true;
      },
      byte: (byte, isEscaped) => {
        this.#byte(byte, isEscaped);
      },
      character: (character) => {
        this.#flush();
        this.#add(character);
      },
      isLeftOut: () => this.#isLeftOut(),
    });
  }

  take(): DocumentParagraph[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  end(): void {
    this.#flush();
    this.#endParagraph();
    const note = this.#notes.end();
    if (note !== null) this.#noteParagraphs.push(note);
    this.#found.push(...this.#noteParagraphs.splice(0));
  }

  #open(): void {
    this.#flush();
    this.#toSkip = 0;
    if (this.#stack.length >= deepest) this.#deeper++;
    else {
      this.#stack.push(this.#state);
      this.#state = { ...this.#state };
    }
    this.#isStarred = false;
  }

  #close(): void {
    this.#flush();
    this.#toSkip = 0;
    if (this.#deeper > 0) {
      this.#deeper--;
      return;
    }
    if (this.#table !== null && this.#stack.length <= this.#tableDepth) this.#table = null;
    const { destination } = this.#state;
    const state = this.#stack.pop();
    if (state === undefined) return;
    this.#state = state;
    if (destination === 'note' && state.destination !== 'note') this.#endNote();
  }

  #word(word: string, number: number | null): void {
    const state = this.#state;
    if (word === 'u' && number !== null) {
      this.#flush();
      this.#unit(number < 0 ? number + 65_536 : number);
      return;
    }
    if (this.#toSkip > 0 && characters.has(word)) {
      this.#toSkip--;
      return;
    }
    this.#flush();
    this.#toSkip = 0;
    if (this.#isStarred || skippedDestinations.has(word)) this.#enter(word);
    else if (word === 'bin') this.tokens.skip(number ?? 0);
    else if (word === 'ansicpg' && number !== null) this.#page = encodingOfPage(number);
    else if (word === 'mac') this.#page = 'macintosh';
    else if (word === 'pc') this.#page = 'cp437';
    else if (word === 'pca') this.#page = 'cp850';
    else if (word === 'deff') this.#defaultFont = number ?? 0;
    else if (this.#table !== null) this.#tableWord(word, number ?? 0);
    else if (word === 'uc') state.fallback = number ?? 1;
    else if (word === 'f') state.font = number ?? this.#defaultFont;
    else if (word === 'b') state.isBold = number !== 0;
    else if (word === 'v' || word === 'deleted') state.isHidden = number !== 0;
    else if (word === 'plain')
      Object.assign(state, { isBold: false, isHidden: false, font: this.#defaultFont });
    else if (word === 'pard') Object.assign(state, { level: 0, isCentred: false });
    else if (word === 'qc') state.isCentred = true;
    else if (word === 'ql' || word === 'qr' || word === 'qj') state.isCentred = false;
    else if (word === 's') state.level = this.#levels.get(number ?? 0) ?? 0;
    else if (word === 'outlinelevel') state.level = (number ?? 0) + 1;
    else if (word === 'footnote')
      state.destination = state.destination === 'text' ? 'note' : state.destination;
    else if (word === 'fldrslt') this.#enterResult();
    else if (word === 'field') this.#instruction = '';
    else if (paragraphEnds.has(word)) this.#endParagraph();
    else {
      const character = characters.get(word);
      if (character !== undefined) this.#add(character);
    }
    this.#isStarred = false;
  }

  #enter(word: string): void {
    const isInstruction = word === 'fldinst';
    // Shapes with a picture for older programs are written twice; the text of a shape is in `shptxt`.
    const isText = word === 'shptxt' || word === 'shpinst' || word === 'shprslt';
    this.#isStarred = false;
    if (word === 'bkmkstart' || (isText && this.#state.destination !== 'skipped')) {
      if (word === 'bkmkstart') this.#state.destination = 'skipped';
      return;
    }
    if (this.#state.destination === 'skipped') return;
    this.#state.destination = isInstruction ? 'instruction' : 'skipped';
    if (isInstruction) this.#instruction = '';
    if (word !== 'fonttbl' && word !== 'stylesheet') return;
    this.#table = word === 'fonttbl' ? 'fonts' : 'styles';
    this.#tableDepth = this.#stack.length;
    this.#entry = { number: 0, name: '' };
  }

  #enterResult(): void {
    if (numberField.test(this.#instruction)) this.#state.destination = 'skipped';
    else if (contentsField.test(this.#instruction)) this.#state.isContents = true;
  }

  #tableWord(word: string, number: number): void {
    if (this.#table === 'fonts' && word === 'f') this.#entry = { number, name: '' };
    else if (this.#table === 'fonts' && word === 'fcharset') {
      const encoding = encodingOfCharset(number);
      if (encoding !== null) this.#fonts.set(this.#entry.number, encoding);
    } else if (this.#table === 'fonts' && word === 'cpg')
      this.#fonts.set(this.#entry.number, encodingOfPage(number));
    else if (this.#table === 'styles' && word === 's') this.#entry = { number, name: '' };
    else if (this.#table === 'styles' && word === 'outlinelevel')
      this.#levels.set(this.#entry.number, number + 1);
  }

  /** A unit of UTF-16; what follows is for readers that do not know it. */
  #unit(unit: number): void {
    this.#add(String.fromCharCode(unit));
    this.#toSkip = this.#state.fallback;
  }

  #byte(byte: number, isEscaped: boolean): void {
    if (this.#toSkip > 0) {
      this.#toSkip--;
      return;
    }
    if (isEscaped !== this.#isEscaped && byte >= 0x80) this.#flush();
    if (byte >= 0x80) this.#isEscaped = isEscaped;
    this.#bytes.push(byte);
  }

  #isLeftOut(): boolean {
    if (this.#state.destination !== 'skipped' || this.#table !== null) return false;
    this.#toSkip = 0;
    return true;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.from(this.#bytes);
    this.#bytes = [];
    const isRaw = !this.#isEscaped;
    this.#isEscaped = false;
    // Letters that nothing escapes are in UTF-8 where they are that: programs which write them so don't say it.
    this.#add(isRaw && isUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, this.#encoding()));
  }

  #encoding(): string {
    return this.#chosen ?? this.#fonts.get(this.#state.font) ?? this.#page;
  }

  #add(text: string): void {
    const { destination, isBold, isHidden, isContents } = this.#state;
    if (this.#table === 'styles') this.#nameStyle(text);
    if (destination === 'skipped' || isHidden) return;
    if (destination === 'instruction') {
      if (this.#instruction.length < maxInstructionLength) this.#instruction += text;
      return;
    }
    if (destination === 'note') this.#notes.add(text, isBold);
    else this.#paragraph.add(text, isBold, isContents);
    if (this.#paragraph.length > maxParagraphLength) this.#endParagraph();
  }

  /** "heading 1;" */
  #nameStyle(text: string): void {
    this.#entry.name += text.slice(0, 100);
    const level = /^\s*(?:heading|überschrift|titre|título|kop) ?([1-9])\s*;/i.exec(this.#entry.name)?.[1];
    if (level !== undefined) this.#levels.set(this.#entry.number, Number(level));
    else if (/^\s*(?:title|titel)\s*;/i.test(this.#entry.name)) this.#levels.set(this.#entry.number, 1);
  }

  #endParagraph(): void {
    const { destination, level, isCentred } = this.#state;
    this.#paragraph.isCentred = isCentred;
    if (destination === 'note') this.#notes.add('\n', false);
    if (destination !== 'text') return;
    const paragraph = this.#paragraph.end(level);
    if (paragraph !== null) this.#found.push(paragraph);
  }

  #endNote(): void {
    const note = this.#notes.end();
    if (note !== null) this.#noteParagraphs.push(note);
  }
}
