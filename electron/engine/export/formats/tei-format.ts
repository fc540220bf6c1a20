import { authorsOf, type AuthorName } from '../../../contract/author-names.ts';
import { knownDate } from '../../../contract/known-date.ts';
import type { ExportedArticle } from '../exported-article.ts';
import type { FileFormatOf, FormatOf } from './article-format.ts';
import { attributesOf, element, knownLanguage, markupText } from './markup-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = ' xmlns="http://www.tei-c.org/ns/1.0"';
const corpusHeader =
  '<teiHeader><fileDesc><titleStmt><title>Articles</title></titleStmt><publicationStmt><p>Taken out of a Microfiche library</p></publicationStmt><sourceDesc><p>Saved news articles</p></sourceDesc></fileDesc></teiHeader>\n';

/** A corpus (TEI P5, https://tei-c.org/release/doc/tei-p5-doc/en/html/CC.html) of a document for each article. */
export const tei: FormatOf = () => ({
  head: `${declaration}<teiCorpus${namespace}>\n${corpusHeader}`,
  article: (article) => documentOf(article, ''),
  foot: () => '</teiCorpus>\n',
});

/** A document each, which the corpus includes (https://www.w3.org/TR/xinclude/). */
export const teiFiles: FileFormatOf = () => ({
  ending: 'xml',
  file: (article) => `${declaration}${documentOf(article, namespace)}`,
  index: {
    name: 'corpus.xml',
    head: `${declaration}<teiCorpus${namespace} xmlns:xi="http://www.w3.org/2001/XInclude">\n${corpusHeader}`,
    row: (_article, file) => `<xi:include href="${markupText(encodeURIComponent(file))}"/>\n`,
    foot: '</teiCorpus>\n',
  },
});

function documentOf(article: ExportedArticle, xmlns: string): string {
  const { standfirst, body, captions, headline, language } = article;
  const parts = [
    element('head', headline),
    element('p', standfirst, { rend: 'standfirst' }),
    ...body.map((text) => element('p', text)),
    ...captions.map(
      ({ text, credit }) =>
        `<figure>${element('figDesc', text)}${element('note', credit, { type: 'credit' })}</figure>`,
    ),
  ];
  const identity = attributesOf({
    'xml:id': `article-${String(article.id)}`,
    'xml:lang': knownLanguage(language),
  });
  const text = parts.filter((part) => part !== '').join('\n');
  return `<TEI${xmlns}${identity}>\n${headerOf(article)}\n<text><body><div>\n${text === '' ? '<p/>' : text}\n</div></body></text>\n</TEI>\n`;
}

function headerOf(article: ExportedArticle): string {
  const { notes, tags, language } = article;
  const code = knownLanguage(language);
  const file = [
    `<titleStmt><title>${markupText(article.headline)}</title>${authorsOf(article).map(authorElement).join('')}</titleStmt>`,
    '<publicationStmt><p>Taken out of a Microfiche library</p></publicationStmt>',
    notes.length === 0
      ? ''
      : `<notesStmt>${notes.map(({ text }) => element('note', text)).join('')}</notesStmt>`,
    `<sourceDesc>${sourceOf(article)}</sourceDesc>`,
  ];
  const profile = [
    code === null
      ? ''
      : `<langUsage><language${attributesOf({ ident: code })}>${markupText(code)}</language></langUsage>`,
    tags.length === 0
      ? ''
      : `<textClass><keywords>${tags.map((tag) => element('term', tag)).join('')}</keywords></textClass>`,
  ].join('');
  const described = profile === '' ? '' : `<profileDesc>${profile}</profileDesc>`;
  return `<teiHeader><fileDesc>${file.join('')}</fileDesc>${described}</teiHeader>`;
}

function sourceOf(article: ExportedArticle): string {
  const when = dateOf(article);
  const parts = [
    element('title', article.outlet, { level: 'j' }),
    element('publisher', article.agency),
    element('pubPlace', article.place),
    when === null ? '' : `<date${attributesOf({ when })}>${markupText(when)}</date>`,
    element('biblScope', article.section, { unit: 'section' }),
    article.url === null
      ? ''
      : `<ref${attributesOf({ target: article.url })}>${markupText(article.url)}</ref>`,
    article.original === null ? '' : `<ref${attributesOf({ type: 'file', target: article.original })}/>`,
  ].join('');
  return parts === '' ? '<p/>' : `<bibl>${parts}</bibl>`;
}

/** As XML Schema writes dates without a year: `--07-26`. */
function dateOf({ published }: ExportedArticle): string | null {
  const known = knownDate(published);
  if (known === null) return null;
  const { year, month, day } = known;
  return [year ?? '-', month, day].filter((part) => part !== null).join('-');
}

function authorElement(author: AuthorName): string {
  return 'literal' in author
    ? `<author>${element('orgName', author.literal)}</author>`
    : `<author><persName>${element('forename', author.given)} ${element('surname', author.family)}</persName></author>`;
}
