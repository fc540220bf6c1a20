import { blankFields, type ArticleFields } from '../../electron/contract/article.ts';

/** The fields of an article in English that has nothing but these. */
export function article(fields: Partial<ArticleFields>): ArticleFields {
  return { ...blankFields, language: 'en', ...fields };
}
