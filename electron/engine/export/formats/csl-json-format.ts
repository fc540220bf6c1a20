import { authorsOf } from '../../../contract/author-names.ts';
import { harmlessJson } from '../../../contract/harmless-json.ts';
import { knownDate } from '../../../contract/known-date.ts';
import type { ExportedArticle } from '../exported-article.ts';
import type { FormatOf } from './article-format.ts';
import { knownLanguage } from './markup-text.ts';
import { plainLine } from './plain-line.ts';

/** A list of items (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables), one a line. */
export const cslJson: FormatOf = () => ({
  head: '[\n',
  article: (article, place) => `${place === 0 ? '' : ',\n'}${harmlessJson(JSON.stringify(itemOf(article)))}`,
  foot: () => '\n]\n',
});

function itemOf(article: ExportedArticle): object {
  const { byline, agency, tags, notes } = article;
  const known = knownDate(article.published);
  const parts = known === null || known.year === null ? [] : [known.year, known.month, known.day];
  const date = parts.filter((part) => part !== null).map(Number);
  const values = {
    author: authorsOf(article),
    title: plainLine(article.headline),
    'container-title': article.outlet,
    section: article.section,
    publisher: byline === null ? null : agency,
    'publisher-place': article.place,
    issued: date.length === 0 ? null : { 'date-parts': [date] },
    URL: article.url,
    language: knownLanguage(article.language),
    abstract: article.standfirst,
    keyword: tags.join(', '),
    note: notes.map(({ text }) => text).join('\n\n'),
  };
  const said = Object.entries(values).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return { id: String(article.id), type: 'article-newspaper', ...Object.fromEntries(said) };
}
