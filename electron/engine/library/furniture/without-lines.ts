import type { ExtractedArticle } from '../../../contract/article.ts';
import { withValue } from '../corrections/corrected-article.ts';

/** The article with these lines as furniture; one that would have nothing left stays as it was read. */
export function withoutLines(article: ExtractedArticle, hidden: ReadonlySet<string>): ExtractedArticle {
  const { body } = article.fields;
  const toFurniture = body.filter((line) => hidden.has(line));
  if (toFurniture.length === 0 || toFurniture.length === body.length) return article;
  return withValue(article, 'blocks', { toBody: [], toFurniture });
}
