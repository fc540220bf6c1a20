/** A paragraph of a document of a word processor. */
export type DocumentParagraph = Readonly<{
  /** Line breaks in it are line feeds; never only white space. */
  text: string;
  /** 1 for a title or a heading of the first order; 0 for what is no heading. */
  level: number;
  /** Whether all of it is bold. */
  isBold: boolean;
  isCentred: boolean;
  /** Whether it is an entry of a table of contents. */
  isContents: boolean;
  /** The names of the bookmarks in it. */
  bookmarks: readonly string[];
}>;

/** Gathers the text of a paragraph, run by run. */
export class ParagraphBuilder {
  #text = '';
  #letters = 0;
  #bold = 0;
  #contents = 0;
  #bookmarks: string[] = [];
  isCentred = false;

  add(text: string, isBold: boolean, isContents = false): void {
    this.#text += text;
    const letters = text.replace(/\s/g, '').length;
    this.#letters += letters;
    if (isBold) this.#bold += letters;
    if (isContents) this.#contents += letters;
  }

  mark(bookmark: string): void {
    this.#bookmarks.push(bookmark);
  }

  /** What was marked since the last paragraph. */
  bookmarks(): readonly string[] {
    return this.#bookmarks;
  }

  /** How long it is so far. */
  get length(): number {
    return this.#text.length;
  }

  /** The paragraph, or null where there is no text; bookmarks wait for the next one that has. */
  end(level = 0): DocumentParagraph | null {
    const text = this.#text
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim();
    const [letters, bold, contents] = [this.#letters, this.#bold, this.#contents];
    this.#text = '';
    this.#letters = 0;
    this.#bold = 0;
    this.#contents = 0;
    const { isCentred } = this;
    this.isCentred = false;
    if (text === '') return null;
    const bookmarks = this.#bookmarks;
    this.#bookmarks = [];
    return {
      text,
      level,
      isBold: bold === letters,
      isCentred,
      isContents: contents * 2 > letters,
      bookmarks,
    };
  }
}
