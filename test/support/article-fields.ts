import type { ArticleFields } from '../../electron/contract/article.ts';

const nothing: ArticleFields = {
  headline: '',
  standfirst: null,
  byline: null,
  place: null,
  agency: null,
  published: null,
  captions: [],
  body: [],
  furniture: [],
  language: 'en',
  direction: 'ltr',
  outlet: null,
  section: null,
  url: null,
  words: 0,
};

/** The fields of an article that has nothing but these. */
export function article(fields: Partial<ArticleFields>): ArticleFields {
  return { ...nothing, ...fields };
}
