import { readArticle, type ArticleContext } from '../../../electron/engine/article/read-article.ts';
import type { ArticleFields, BlockKind, ExtractedArticle } from '../../../electron/contract/article.ts';

const context: ArticleContext = { path: 'page.txt', fileTimeMs: Date.UTC(2024, 4, 5), today: '2024-06-01' };

/** Reads lines as one text, in a context whose parts can be replaced. */
export function read(lines: readonly string[], changes: Partial<ArticleContext> = {}): ExtractedArticle {
  return readArticle(lines.join('\n'), { ...context, ...changes });
}

export function fieldsOf(lines: readonly string[], changes: Partial<ArticleContext> = {}): ArticleFields {
  return read(lines, changes).fields;
}

/** The text of every block of a kind. */
export function textsOf({ text, blocks }: ExtractedArticle, kind: BlockKind): string[] {
  return blocks.filter((block) => block.kind === kind).map(({ start, end }) => text.slice(start, end));
}
