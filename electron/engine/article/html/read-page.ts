import type { Published } from '../../../contract/article.ts';
import { dateOfUrl } from '../dates/date-in-name.ts';
import type { ArticleContext } from '../read-article.ts';
import type { SaidFields, TextBlock } from '../record-text.ts';
import { languageOf } from '../text/language.ts';
import { chooseDate } from './choose-date.ts';
import { findContainer, type Container } from './container.ts';
import { dateClaims } from './date-claims.ts';
import { rolesOf, type LineRole } from './line-roles.ts';
import { headlineOf, type PageHeadline } from './page-headline.ts';
import { originalAddress } from './original-address.ts';
import { linesOf, type PageLine } from './page-lines.ts';
import { saidByPage, type PageSaid } from './page-said.ts';
import type { PageElement, PageTree } from './page-tree.ts';
import { parsePage } from './parse-page.ts';
import { blocksOfLines } from './read-lines.ts';
import { archivedFrom, savedFrom } from './saved-from.ts';

/** `url`: the address that the page was fetched from, where whoever fetched it has noted that beside the page. */
export type PageContext = ArticleContext & Readonly<{ url?: string }>;

/** The article of a page as `readRecord` takes it: its text in blocks, and what the page itself says of it. */
export type PageRecord = Readonly<{ text: readonly TextBlock[]; said: Partial<SaidFields> }>;

const maxSampleLength = 2_000;

/** Reads the article of a web page. Pure; never throws, whatever the page. */
export function readPage(html: string, context: PageContext): PageRecord {
  const page = parsePage(html);
  const lines = linesOf(page.root);
  const said = saidByPage(page);
  const headline = headlineOf(said, page.title, lines, said.outlet === null ? [] : [said.outlet]);
  const container = findContainer(page, headline?.text ?? page.title);
  const roles = rolesOf(lines, container, headline);
  const text = blocksOfLines(lines, roles, headline?.text ?? null, context);
  const fetched = context.url ?? savedFrom(page.comments) ?? archivedFrom(page);
  const url = fetched === null ? (said.urls[0] ?? null) : originalAddress(fetched);
  const published = publishedOf(page, said, lines, roles, headline, container, url, context.today);
  return {
    text,
    said: withoutNulls(said, {
      headline: headline?.text ?? null,
      url,
      published,
      language: languageIn(text, said),
    }),
  };
}

function publishedOf(
  page: PageTree,
  said: PageSaid,
  lines: readonly PageLine[],
  roles: readonly LineRole[],
  headline: PageHeadline | null,
  container: Container | null,
  url: string | null,
  today: string,
): Published | null {
  const addresses = url === null ? said.urls : [url, ...said.urls];
  let ofAddress: Published | null = null;
  for (const address of addresses) ofAddress ??= dateOfUrl(address, today);
  const own = around(lines[headline?.line ?? -1]?.element, container);
  const firstOfBody = roles.indexOf('body');
  return chooseDate(dateClaims(page, said.linked, lines, own), {
    headline: headline?.line ?? (firstOfBody < 0 ? null : firstOfBody),
    ofAddress,
    today,
  });
}

/** The numbers of the elements around the headline and the text. */
function around(headline: PageElement | undefined, container: Container | null): ReadonlySet<number> {
  const numbers = new Set<number>([0, ...(container?.roots ?? [])]);
  for (let up = headline?.parent ?? null; up !== null; up = up.parent) numbers.add(up.number);
  return numbers;
}

/** What a page declares is often the language of its programs: only where the text tells nothing it is believed. */
function languageIn(text: readonly TextBlock[], { language }: PageSaid): string | null {
  if (language === null) return null;
  let sample = '';
  for (const { kind, text: own } of text) {
    if (kind === 'body' || kind === 'headline') sample += `${own} `;
    if (sample.length > maxSampleLength) break;
  }
  return languageOf(sample) === 'und' ? language : null;
}

function withoutNulls(
  { authors, outlet, section }: PageSaid,
  found: Readonly<{
    headline: string | null;
    url: string | null;
    published: Published | null;
    language: string | null;
  }>,
): Partial<SaidFields> {
  const { headline, url, published, language } = found;
  return {
    ...(headline === null ? {} : { headline }),
    ...(authors.length === 0 ? {} : { byline: authors.join(', ') }),
    ...(published === null ? {} : { published }),
    ...(language === null ? {} : { language }),
    ...(outlet === null ? {} : { outlet }),
    ...(section === null ? {} : { section }),
    ...(url === null ? {} : { url }),
  };
}
