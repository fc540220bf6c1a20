import type { ExportedArticle } from '../exported-article.ts';
import type { FileFormatOf, FormatOf } from './article-format.ts';
import { attributesOf, element, knownLanguage, markupText } from './markup-text.ts';
import { saidFacts } from './said-facts.ts';

const style =
  'body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05em/1.6 serif}article+article{margin-top:4em}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1em;font:.85em/1.6 sans-serif}dd{margin:0}aside{border-inline-start:3px solid;padding-inline-start:1em}';

/** One page with all articles. It loads nothing and runs nothing. */
export const html: FormatOf = () => ({
  head: pageHead('Articles'),
  article: (article) => articleOf(article),
  foot: () => pageFoot,
});

/** A page each, with links from an index. */
export const htmlFiles: FileFormatOf = () => ({
  ending: 'html',
  file: (article) => `${pageHead(article.headline)}${articleOf(article)}${pageFoot}`,
  index: {
    name: 'index.html',
    head: `${pageHead('Articles')}<ul>\n`,
    row: (article, file) => {
      const link = `<a href="${encodeURIComponent(file)}"${attributesOf(spoken(article))}>${markupText(article.headline)}</a>`;
      const facts = [article.outlet, article.published?.date ?? null].filter((fact) => fact !== null);
      return `<li>${link} ${markupText(facts.join(', '))}</li>\n`;
    },
    foot: `</ul>\n${pageFoot}`,
  },
});

const pageFoot = '</body>\n</html>\n';

function pageHead(title: string): string {
  return (
    '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n' +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n' +
    `<title>${markupText(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n`
  );
}

function spoken({ language, direction }: ExportedArticle): Readonly<Record<string, string | null>> {
  return { lang: knownLanguage(language), dir: direction };
}

function articleOf(article: ExportedArticle): string {
  const { headline, standfirst, body, captions, notes } = article;
  const facts = saidFacts(article).map(
    ([name, value]) => `${element('dt', name)}${element('dd', value, { dir: 'auto' })}`,
  );
  const parts = [
    element('h1', headline),
    facts.length === 0 ? '' : `<dl dir="ltr">${facts.join('')}</dl>`,
    standfirst === null ? '' : `<p><strong>${markupText(standfirst)}</strong></p>`,
    ...body.map((text) => element('p', text)),
    ...captions.map(
      ({ text, credit }) =>
        `<figure><figcaption>${markupText(credit === null ? text : `${text} (${credit})`)}</figcaption></figure>`,
    ),
    ...notes.map(({ text }) => `<aside>${lines(text)}</aside>`),
  ].filter((part) => part !== '');
  return `<article id="article-${String(article.id)}"${attributesOf(spoken(article))}>\n${parts.join('\n')}\n</article>\n`;
}

function lines(text: string): string {
  return markupText(text).replaceAll('\n', '<br>');
}
