import { plainLine } from './plain-line.ts';
import { dateCell } from './date-cell.ts';
import type { ExportedArticle } from '../exported-article.ts';

/** What stands beside the text of an article, by name, in the order in which it is read; what is not known is left out. */
export function saidFacts(article: ExportedArticle): readonly (readonly [name: string, value: string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['byline', article.byline],
    ['agency', article.agency],
    ['outlet', article.outlet],
    ['section', article.section],
    ['place', article.place],
    ['published', dateCell(article.published)],
    ['language', article.language === 'und' ? null : article.language],
    ['url', article.url],
    ['tags', article.tags.join(', ')],
    ['labels', article.labels.join(', ')],
    ['path', article.path],
    ['original', article.original],
  ];
  return facts.flatMap(([name, value]) =>
    value === null || value === '' ? [] : ([[name, plainLine(value)]] as const),
  );
}
