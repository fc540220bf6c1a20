import { xmlParser } from '../reading/xml-parser.ts';
import type { DocumentParagraph } from './document-paragraph.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Reads the XML of a document as it comes, in pieces of any length. */
export abstract class ParagraphReader {
  readonly #parser = xmlParser({
    onopentag: (tag, attributes) => {
      this.start(tag, attributes);
    },
    onclosetag: (tag) => {
      this.finish(tag);
    },
    ontext: (text) => {
      this.read(text);
    },
  });
  #found: DocumentParagraph[] = [];

  /** The paragraphs of a document that comes in `pieces`. */
  async *paragraphs(pieces: AsyncIterable<string>): AsyncGenerator<DocumentParagraph> {
    for await (const piece of pieces) {
      this.#parser.write(piece);
      yield* this.#take();
    }
    this.#parser.end();
    this.end();
    yield* this.#take();
  }

  #take(): DocumentParagraph[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  protected found(...paragraphs: readonly DocumentParagraph[]): void {
    this.#found.push(...paragraphs);
  }

  protected abstract start(tag: string, attributes: Attributes): void;
  protected abstract finish(tag: string): void;
  protected abstract read(text: string): void;
  /** Finds what the end of the document ends. */
  protected abstract end(): void;
}
