import type { ExportField } from '../../../contract/export-api.ts';
import type { ExportedArticle } from '../exported-article.ts';

/** How articles are written one after the other into one file. */
export type ArticleFormat = Readonly<{
  head: string;
  /** `place` counts from 0. */
  article(article: ExportedArticle, place: number): string;
  foot(): string;
}>;

/** How each article is written into a file of its own, and all of them into an index. */
export type FileFormat = Readonly<{
  ending: string;
  file(article: ExportedArticle): string;
  index: Readonly<{
    name: string;
    head: string;
    /** `file` is the name of the article's own. */
    row(article: ExportedArticle, file: string): string;
    foot: string;
  }>;
}>;

/** Formats for the fields that were chosen. */
export type FormatOf = (fields: ReadonlySet<ExportField>) => ArticleFormat;
export type FileFormatOf = (fields: ReadonlySet<ExportField>) => FileFormat;
