import { authorsOf } from '../../../contract/author-names.ts';
import { knownDate } from '../../../contract/known-date.ts';
import type { ExportedArticle } from '../exported-article.ts';
import type { FormatOf } from './article-format.ts';
import { knownLanguage, markupText } from './markup-text.ts';
import { plainLine } from './plain-line.ts';

type Line = readonly [tag: string, value: string | null];

/**
 * Records as reference managers exchange them (https://en.wikipedia.org/wiki/RIS_(file_format)), a newspaper article each. Their values
 * are lines: what was on several is on one.
 */
export const ris: FormatOf = () => ({
  head: '',
  article: (article) =>
    recordOf(
      article,
      article.notes.map(({ text }) => text),
      article.tags,
    ),
  foot: () => '',
});

/**
 * The same by what Zotero's translator makes of it: a note with `<` in it is HTML, in which lines stay lines, and one line of keywords
 * alone would be taken apart at its commas, where the same keyword twice is one.
 */
export const risForZotero: FormatOf = () => ({
  head: '',
  article: (article) => {
    const { tags, notes } = article;
    const [first = ''] = tags;
    const keywords = tags.length === 1 && first.includes(',') ? [first, first] : tags;
    return recordOf(
      article,
      notes.map(({ text }) => `<p>${markupText(text).replaceAll('\n', '<br/>')}</p>`),
      keywords,
    );
  },
  foot: () => '',
});

function recordOf(article: ExportedArticle, notes: readonly string[], keywords: readonly string[]): string {
  const { outlet, agency, byline } = article;
  const known = knownDate(article.published);
  const year = known?.year ?? null;
  const lines: readonly Line[] = [
    ['TY', 'NEWS'],
    ['ID', String(article.id)],
    ...authorsOf(article).map((author): Line => [
      'AU',
      'literal' in author ? author.literal : `${author.family}, ${author.given}`,
    ]),
    ['TI', article.headline],
    ['T2', outlet],
    ['PB', byline === null ? null : agency],
    ['SE', article.section],
    ['CY', article.place],
    ['DA', year === null ? null : `${year}/${known?.month ?? ''}/${known?.day ?? ''}/`],
    ['PY', year],
    ['LA', knownLanguage(article.language)],
    ['UR', article.url],
    ['AB', article.standfirst],
    ...keywords.map((tag): Line => ['KW', tag]),
    ...notes.map((text): Line => ['N1', text]),
    ['L1', article.original],
  ];
  const written = lines
    .map(([tag, value]) => [tag, value === null ? '' : plainLine(value)])
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${written.join('')}ER  - \r\n\r\n`;
}
