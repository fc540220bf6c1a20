import type { ArticleFields } from '../../../electron/contract/article.ts';
import { indexFields } from '../../../electron/engine/index/schema/fields.ts';
import type { NumberedArticle } from '../corpus.ts';
import type { LoggedQuery } from '../query-log/logged-query.ts';

export type SizeOnDisk = Readonly<{
  indexBytes: number | null;
  storedTextBytes: number | null;
  note: string | null;
}>;

/** A system that is given articles out of memory. */
export interface MemorySystem {
  /** What it is and how it was set up, in a few words. */
  readonly description: string;
  /** How many articles it is given at once; 1,000 when it does not say. */
  readonly batch?: number;
  /**
   * Brings the articles of the next `add` to where it takes them from, before the clock starts: threads that build have
   * them in a memory of their own, as the ingest workers of an import do, which read them themselves.
   */
  hold?(articles: readonly NumberedArticle[]): Promise<void>;
  add(articles: readonly NumberedArticle[]): void | Promise<void>;
  /** Makes everything that was added searchable and, where it has files, durable. */
  finish(): void | Promise<void>;
  size(): SizeOnDisk;
  /** The exact number of hits with the first page ranked, or null for a query that it has no way to ask. */
  find(query: LoggedQuery): number | null;
  close(): void;
}

/** The fields that a query searches which names none, as every peer gets them. */
export const peerFields = indexFields.filter(({ searched }) => searched);

/** As many rows as the window asks for with a query. */
export const pageSize = 25;

/** The text of each peer field, in their order. */
export function fieldTexts(fields: ArticleFields): string[] {
  return peerFields.map(({ texts }) => texts(fields).join('\n\n'));
}

/** Day of publication in ISO form, or an empty text. */
export function dayOf({ published }: ArticleFields): string {
  return published === null || published.from === 'file-time' ? '' : published.date.slice(0, 10);
}
