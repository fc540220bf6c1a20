import type { ExtractedArticle } from '../../contract/article.ts';
import { articleWords } from './article-words.ts';
import { blocksOf } from './page/blocks.ts';
import { fieldsOf } from './article-fields.ts';
import { outlineOf } from './page/outline.ts';
import { splitParagraphs } from './paragraphs/paragraphs.ts';

export { furnitureKey } from './page/furniture.ts';

/** What is known about a text besides its characters. */
export type ArticleContext = Readonly<{
  /** Of the file, relative to its source folder, with `/` between the parts. */
  path: string;
  fileTimeMs: number;
  /** ISO day; dates after it are not believed. */
  today: string;
  /** Lines that recur across the source, as `furnitureKey` spells them. */
  furnitureLines?: ReadonlySet<string>;
}>;

/**
 * Reads an article out of flattened text: what each stretch of it is, and the fields. Pure and linear in the
 * length of the text; never throws, whatever the text.
 */
export function readArticle(text: string, context: ArticleContext): ExtractedArticle {
  const paragraphs = splitParagraphs(text);
  const outline = outlineOf(paragraphs, context);
  const blocks = blocksOf(text, paragraphs, outline);
  const fields = fieldsOf(text, blocks, {
    path: context.path,
    fileTimeMs: context.fileTimeMs,
    today: context.today,
    dateline: outline.dateline?.found ?? null,
    published: outline.published,
    words: articleWords(text, paragraphs, outline),
  });
  return { text, blocks, fields };
}
