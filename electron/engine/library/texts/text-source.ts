import type { ExtractedArticle } from '../../../contract/article.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { OldTexts } from './old-texts.ts';
import type { StoredText } from './stored-text.ts';
import { TokenDictionaries } from './token-dictionaries.ts';

/** Damaged texts, of which some can be read. Null for what can't be, and for what is not there. */
export interface TextSource {
  /** A text as it is stored, which may be damaged. */
  text(id: ArticleId): StoredText | null;
  /** A list of words as it was stored. */
  list(id: number): Uint8Array | null;
  /** A text of version 1. */
  oldText(id: ArticleId): ExtractedArticle | null;
}

/** Texts by their numbers: SQLite reaches a row by its number even where it can't read others. */
export class NumberedTexts implements TextSource {
  readonly #find: Statement<StoredText> | null;
  readonly #lists: TokenDictionaries | null;
  readonly #old: OldTexts | null;

  constructor(damaged: Database) {
    this.#find = readable(() =>
      damaged.prepare<StoredText>('SELECT article, list, crc, record FROM texts WHERE article = ?'),
    );
    this.#lists = readable(() => new TokenDictionaries(damaged));
    this.#old = readable(() => new OldTexts(damaged));
  }

  text(id: ArticleId): StoredText | null {
    return readable(() => this.#find?.get(id));
  }

  list(id: number): Uint8Array | null {
    return readable(() => this.#lists?.bytesOf(id));
  }

  oldText(id: ArticleId): ExtractedArticle | null {
    return readable(() => this.#old?.read(id));
  }
}

/** Null for what can't be read, and for what is not there. */
function readable<Value>(read: () => Value | null | undefined): Value | null {
  try {
    return read() ?? null;
  } catch {
    // What is on a damaged page is looked for elsewhere, or read again from its file.
    return null;
  }
}
