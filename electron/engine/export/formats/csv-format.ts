import { csvRow } from '../../../contract/csv-row.ts';
import { exportFields, type ExportField } from '../../../contract/export-api.ts';
import type { ExportedArticle } from '../exported-article.ts';
import { dateCell } from './date-cell.ts';
import type { FormatOf } from './article-format.ts';

/**
 * A table (RFC 4180) with a row for each article: lists have a line for each item, paragraphs an empty one between them. It begins with
 * the mark by which spreadsheets know UTF-8, and what they would take for a formula has an apostrophe before it.
 */
export const csv: FormatOf = (fields) => {
  const columns = exportFields.filter((field) => fields.has(field));
  return {
    head: `\uFEFF${tableHead(columns)}`,
    article: (article) => tableRow(columns, article),
    foot: () => '',
  };
};

/** Names of the columns; `before` stands in front of them. */
export function tableHead(columns: readonly ExportField[], before: readonly string[] = []): string {
  return csvRow([...before, 'id', ...columns, 'original']);
}

export function tableRow(
  columns: readonly ExportField[],
  article: ExportedArticle,
  before: readonly string[] = [],
): string {
  const own = columns.map((field) => cellOf(article, field));
  return csvRow([...before, article.id, ...own, article.original ?? '']);
}

const cells: Partial<Record<ExportField, (article: ExportedArticle) => string>> = {
  published: ({ published }) => dateCell(published),
  body: ({ body }) => body.join('\n\n'),
  captions: ({ captions }) =>
    captions.map(({ text, credit }) => (credit === null ? text : `${text} (${credit})`)).join('\n'),
  notes: ({ notes }) => notes.map(({ text }) => text).join('\n\n'),
  missing: ({ missing }) => (missing ? 'missing' : ''),
};

function cellOf(article: ExportedArticle, field: ExportField): string | number {
  const cell = cells[field];
  if (cell !== undefined) return cell(article);
  const value = article[field];
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.join('\n') : '';
}
