import type { ExportField } from '../../../contract/export-api.ts';
import type { ExportedArticle } from '../exported-article.ts';

/** How articles are written one after the other into one file. */
export type ArticleFormat = Readonly<{
  head: string;
  /** `place` counts from 0. */
  article(article: ExportedArticle, place: number): string;
  foot: string;
}>;

/** A format for the fields that were chosen. */
export type FormatOf = (fields: ReadonlySet<ExportField>) => ArticleFormat;
