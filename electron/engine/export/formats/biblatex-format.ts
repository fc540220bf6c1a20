import { authorsOf, type AuthorName } from '../../../contract/author-names.ts';
import { knownDay } from '../../../contract/known-date.ts';
import type { ExportedArticle } from '../exported-article.ts';
import type { FormatOf } from './article-format.ts';
import { plainLine } from './plain-line.ts';

const commands: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '~': '{\\textasciitilde}',
  '^': '\\^{}',
};
const loneBraces: Readonly<Record<string, string>> = { '{': '{\\textbraceleft}', '}': '{\\textbraceright}' };

/** As biblatex calls languages. */
const languages: Readonly<Record<string, string>> = {
  ...{ ar: 'arabic', de: 'german', en: 'english', es: 'spanish', fa: 'persian', fr: 'french', he: 'hebrew' },
  ...{ it: 'italian', nl: 'dutch', pt: 'portuguese', ru: 'russian', tr: 'turkish', uk: 'ukrainian' },
};

/**
 * Entries for BibLaTeX and Biber, in UTF-8 (https://ctan.org/pkg/biblatex, sections 2.1 and 2.2): `@article` with the entry subtype
 * `newspaper`, titles in braces that keep their capitals.
 */
export const biblatex: FormatOf = () => ({ head: '', article: entryOf, foot: () => '' });

function entryOf(article: ExportedArticle): string {
  const { byline, agency, language, tags, notes } = article;
  const authors = authorsOf(article);
  const [subtag = ''] = language.split('-');
  const values: Readonly<Record<string, string | null>> = {
    author: authors.length === 0 ? null : authors.map(nameOf).join(' and '),
    title: `{${texText(article.headline)}}`,
    entrysubtype: 'newspaper',
    journaltitle: texOf(article.outlet),
    date: knownDay(article.published),
    location: texOf(article.place),
    publisher: byline === null ? null : texOf(agency),
    titleaddon: texOf(article.section),
    url: article.url === null ? null : plainLine(article.url).replace(/[{}\\]/gu, encodeURIComponent),
    langid: languages[subtag] ?? null,
    abstract: texOf(article.standfirst),
    keywords: tags.length === 0 ? null : tags.map(keywordOf).join(', '),
    annotation: notes.length === 0 ? null : notes.map(({ text }) => texText(text)).join(' '),
    file: article.original,
  };
  const lines = Object.entries(values)
    .filter(([, value]) => value !== null && value !== '' && value !== '{}')
    .map(([name, value]) => `  ${name} = {${value ?? ''}},\n`);
  return `@article{${keyOf(article, authors[0])},\n${lines.join('')}}\n\n`;
}

/** Of letters and digits that every program takes for a key. */
function keyOf(article: ExportedArticle, first: AuthorName | undefined): string {
  const name = first === undefined ? '' : 'literal' in first ? first.literal : first.family;
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z]/gu, '')
    .toLowerCase();
  const year = knownDay(article.published)?.slice(0, 4) ?? '';
  return `${plain === '' ? 'article' : plain}${year}-${String(article.id)}`;
}

function nameOf(author: AuthorName): string {
  return 'literal' in author
    ? `{${texText(author.literal)}}`
    : `${texText(author.family)}, ${texText(author.given)}`;
}

/** Keywords stand between commas, and have none. */
function keywordOf(tag: string): string {
  return texText(tag.replaceAll(',', ';'));
}

function texOf(text: string | null): string | null {
  return text === null ? null : texText(text);
}

function texText(text: string): string {
  const plain = plainLine(text);
  // Braces are counted even behind a backslash: one without the other would open or close the value.
  const braces: Readonly<Record<string, string>> = arePaired(plain) ? {} : loneBraces;
  return plain.replace(
    /[\\{}~^&%#_$]/gu,
    (character) => commands[character] ?? braces[character] ?? `\\${character}`,
  );
}

function arePaired(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '{') open += 1;
    if (character === '}' && (open -= 1) < 0) return false;
  }
  return open === 0;
}
