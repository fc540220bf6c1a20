import { bylineName } from '../credits/byline.ts';
import { linkedArticles, type LinkedArticle } from './json-ld.ts';
import { originalAddress } from './original-address.ts';
import { elementsIn, textOf, type PageTree } from './page-tree.ts';

/** What a page says of its article in metadata, best first in each list; to be believed as far as the page agrees. */
export type PageSaid = Readonly<{
  linked: readonly LinkedArticle[];
  headlines: readonly string[];
  authors: readonly string[];
  description: string | null;
  outlet: string | null;
  section: string | null;
  /** Addresses that the page, or whoever saved it, calls its own. */
  urls: readonly string[];
  language: string | null;
}>;

const maxHeadlineLength = 300;
/** A site that signs with its address has no author. */
const siteName = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/iu;
const maxNameLength = 80;
const maxAuthors = 3;
const authorMetas = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'byline',
  'dc.creator',
  'dcterms.creator',
  'creator',
  'citation_author',
  'cxenseparse:author',
  'article.author',
  'rbauthors',
];
const headlineMetas = [
  'og:title',
  'twitter:title',
  'headline',
  'sailthru.title',
  'parsely-title',
  'dc.title',
  'dcterms.title',
  'title',
  'citation_title',
  'hdl',
  'cxenseparse:title',
];
const sectionMetas = [
  'article:section',
  'parsely-section',
  'cxenseparse:section',
  'section',
  'article.section',
  'dc.subject.section',
];
const outletMetas = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'application-name',
  'publisher',
  'copyright-holder',
  'citation_journal_title',
];
const descriptionMetas = ['og:description', 'description', 'twitter:description', 'dc.description'];
/** Programs that make pages sign them as well. */
const noName =
  /^(?:admin(?:istrator)?|editor|staff|guest|user|webmaster|wordpress|unknown|none|null|undefined|redaktion|editorial|news|author|n\/?a)$/iu;

/** Reads the metadata of a page. */
export function saidByPage(page: PageTree): PageSaid {
  const linked = linkedArticles(page.jsonLd);
  const meta = (names: readonly string[]): string[] =>
    names.flatMap((wanted) =>
      page.metas.filter(([name, content]) => name === wanted && content !== '').map(([, content]) => content),
    );
  const [article] = linked;
  const urls = [page.canonical, ...meta(['og:url', 'twitter:url']), article?.url].filter(isAddress);
  return {
    linked,
    headlines: [article?.headline, ...meta(headlineMetas)].filter(isHeadline).map(flat),
    authors: authorsOf([...(article?.authors ?? [])], meta(authorMetas), page),
    description: meta(descriptionMetas).map(flat)[0] ?? null,
    outlet: short(article?.publisher) ?? short(meta(outletMetas)[0]),
    section: short(meta(sectionMetas)[0]) ?? short(article?.section),
    urls: [...new Set(urls.map(originalAddress))],
    language:
      page.language ??
      meta(['og:locale', 'language', 'content-language', 'dc.language'])[0]
        ?.replace('_', '-')
        .toLowerCase() ??
      null,
  };
}

function flat(text: string): string {
  return text
    .replace(/<[^<>]{1,200}>/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function isHeadline(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text.trim() !== '' && text.length <= maxHeadlineLength;
}

function isAddress(text: string | null | undefined): text is string {
  return (
    text !== null &&
    text !== undefined &&
    /^https?:\/\/[^\s/]+\.[^\s]{2,}/iu.test(text) &&
    text.length <= 2_000
  );
}

function short(text: string | null | undefined): string | null {
  if (text === null || text === undefined || /^https?:|^@/u.test(text)) return null;
  const value = flat(text);
  return value === '' || value.length > maxNameLength ? null : value;
}

function authorsOf(linked: readonly string[], metas: readonly string[], page: PageTree): string[] {
  for (const written of [linked, metas, marked(page)]) {
    const names = [...new Set(written.flatMap(namesIn))].slice(0, maxAuthors);
    if (names.length > 0) return names;
  }
  return [];
}

function namesIn(written: string): string[] {
  const name = bylineName(flat(written));
  if (name === '' || name.length > maxNameLength || noName.test(name)) return [];
  if (/^https?:|^www\.|[@/\\|{}<>]|\.(?:com|org|net)\b/iu.test(name)) return [];
  return /\p{L}/u.test(name) ? [name] : [];
}

/** Elements that the page itself calls the author. */
function marked(page: PageTree): string[] {
  const names: string[] = [];
  for (const element of elementsIn(page.root)) {
    const { itemprop = '', rel = '' } = element.attributes;
    if (!/\bauthor\b/i.test(itemprop) && !/\bauthor\b/i.test(rel)) continue;
    const inner = [...elementsIn(element)].find(({ attributes }) => attributes['itemprop'] === 'name');
    const text = flat(textOf(inner ?? element) || (inner ?? element).attributes['content'] || '');
    if (text !== '' && text.length <= maxNameLength && !siteName.test(text)) names.push(text);
    if (names.length >= maxAuthors) break;
  }
  return names;
}
