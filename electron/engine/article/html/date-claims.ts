import type { DateEvidence } from '../../../contract/article.ts';
import type { FoundDate } from '../dates/found-date.ts';
import { labelOfLine, publishedLine, type PublishedLine } from '../dates/published-line.ts';
import { labelWordsOf } from '../dates/label-words.ts';
import { findDates } from '../dates/dates.ts';
import { foldSpelling } from '../text/fold-spelling.ts';
import { readStamp } from './date-stamp.ts';
import type { LinkedArticle } from './json-ld.ts';
import type { PageLine } from './page-lines.ts';
import { elementsIn, spacedTextOf, type PageElement, type PageTree } from './page-tree.ts';

/** One thing on a page that says when the article was published. */
export type DateClaim = Readonly<{
  date: FoundDate;
  from: DateEvidence;
  /** The page calls it the date of publication. */
  isLabelled: boolean;
  isUtc: boolean;
  /** The line at which readers see it; null for what only programs see. */
  line: number | null;
  /** It stands in what lists other articles, comments or events. */
  isAside: boolean;
}>;

const publishedMetas = new Map(
  (
    'article:published_time article:published og:article:published_time og:published_time og:pubdate datepublished parsely-pub-date ' +
    'sailthru.date pubdate publishdate publish-date publish_date publication_date publicationdate publication-date published ' +
    'published_time date_published article_date_original originalpublicationdate bt:pubdate rnews:datepublished ' +
    'cxenseparse:recs:publishtime cxenseparse:publishtime citation_publication_date citation_date citation_online_date ' +
    'dc.date.issued dcterms.issued dcterms.available dc.issued dc.date.created dcterms.created dc.created datecreated ' +
    'vr:published_time article.published shareaholic:article_published_time gtm-published weibo:article:create_at ' +
    'dc.date dcterms.date dcsext.articlefirstpublished date article:create_at displaydate timestamp pdate'
  )
    .split(' ')
    .map((name, at) => [name, at] as const),
);
const modifiedClass = /modif|updat|edited|revis|last-?changed/i;
const dateClass =
  /(?:^|[\s_-])(?:\w*date\w*|datum|fecha|time|timestamp|time-?stamp|posted\w*|published|pubdate|publish\w*|day|dateline|submitted)(?=$|[\s_-])|[a-z](?:Date|Time|Published)/;
const publishedClass = /publi|posted|pubdate|created|entry-date|dt-published/i;
const elsewhere = new Set(['aside', 'footer', 'nav']);
const elsewhereClass =
  /comment|related|sidebar|widget|recent|teaser|footer|archive|calendar|event|trending|popular|recommend|latest|more-|-list\b|copyright|outbrain|taboola/i;
const maxElementLength = 200;
/** "Friday, 6 October 2017, 04:00" and little else. */
const yearInTitle = /^.{0,40}\b(?:19|20)\d\d\b.{0,20}$/u;
/** "This entry was posted on 3 December 2011 by …", at the foot of an article. */
const sentence =
  /^\W{0,3}(?:(?:this|the|dieser?|diesen|der|cet|le|ce|este|esta|el|la|questo|il|dit|dette|denna|detta|ten|tento|bu)\s+)?(?:article|entry|post|story|page|photo|artikel|beitrag|eintrag|text|billet|artículo|entrada|noticia|artigo|post|articolo|bericht|stuk|artykuł|wpis|článek|yazı|haber|inlägg|innlegg|indlæg)\b(?!.{90,})/iu;
const furthestInSentence = 70;
const openingDate = /^\s*[([]?\s*\p{Nd}/u;

/**
 * Everything on a page that says when its article was published; of each kind what is most often right comes first.
 * `own`: numbers of the elements around the headline or the text, which can't be what lists something else.
 */
export function dateClaims(
  page: PageTree,
  linked: readonly LinkedArticle[],
  lines: readonly PageLine[],
  own: ReadonlySet<number>,
): DateClaim[] {
  const stamps = [...ofLinked(linked), ...ofMetas(page)];
  if (stamps.length === 0) stamps.push(...ofScripts(page));
  return [...stamps, ...ofElements(page, lines, own), ...ofLines(lines, own)];
}

/** The number of the first line in each element that holds one, by the numbers of elements. */
function firstLines(lines: readonly PageLine[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  lines.forEach(({ element }, at) => {
    for (let up: PageElement | null = element; up !== null && !first.has(up.number); up = up.parent)
      first.set(up.number, at);
  });
  return first;
}

/** Inline elements may stand on a line after the one that the walk has reached. */
function lineWith(text: string, reached: number, lines: readonly PageLine[]): number {
  const opening = text.slice(0, 20);
  for (let at = reached; at < reached + 3; at++) if (lines[at]?.text.includes(opening) === true) return at;
  return reached;
}

function* ofLinked(linked: readonly LinkedArticle[]): Generator<DateClaim> {
  for (const { published } of linked) {
    const claim = published === null ? null : stamped(published, 'json-ld');
    if (claim !== null) yield claim;
  }
}

function* ofMetas({ metas }: PageTree): Generator<DateClaim> {
  const found: [rank: number, claim: DateClaim][] = [];
  for (const [name, content] of metas) {
    const rank = publishedMetas.get(name);
    const claim = rank === undefined ? null : stamped(content, 'meta');
    if (rank !== undefined && claim !== null) found.push([rank, claim]);
  }
  for (const [, claim] of found.sort(([one], [two]) => one - two)) yield claim;
}

/** What an element says of a date in its attributes; a title often has in full what the text has as "3 hours ago". */
function writtenIn({ tag, attributes }: PageElement): string | undefined {
  const { content, datetime, title } = attributes;
  const inData = Object.keys(attributes).find((name) => name.startsWith('data-'));
  const named =
    tag === 'abbr' || tag === 'time' || (title !== undefined && yearInTitle.test(title)) ? title : undefined;
  return content ?? datetime ?? named ?? (inData === undefined ? undefined : attributes[inData]);
}

/** Only when all scripts agree: they hold the data of other articles as well. */
function ofScripts({ scriptDates }: PageTree): DateClaim[] {
  const claims = scriptDates.flatMap((text) => stamped(text, 'meta') ?? []);
  const [first] = claims;
  if (first === undefined) return [];
  const { year, month, day } = first.date;
  const agree = claims.every(({ date }) => date.year === year && date.month === month && date.day === day);
  return agree ? [first] : [];
}

function stamped(text: string, from: DateEvidence): DateClaim | null {
  const stamp = readStamp(text);
  return stamp === null ? null : { ...stamp, from, isLabelled: true, line: null, isAside: false };
}

function* ofElements(
  page: PageTree,
  lines: readonly PageLine[],
  own: ReadonlySet<number>,
): Generator<DateClaim> {
  const firstLine = firstLines(lines);
  let reached = 0;
  for (const element of elementsIn(page.root)) {
    reached = firstLine.get(element.number) ?? reached;
    const { tag, attributes } = element;
    const name = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
    const itemprop = attributes['itemprop'] ?? attributes['property'] ?? '';
    const isPublished = /datePublished|dateCreated|published_time/i.test(itemprop);
    if (modifiedClass.test(`${name} ${itemprop}`) && !publishedClass.test(name) && !isPublished) continue;
    const written = writtenIn(element);
    if (tag !== 'time' && !isPublished && written === undefined && !dateClass.test(name)) continue;
    const text = spacedTextOf(element).replace(/\s+/gu, ' ').trim();
    if (text.length > maxElementLength) continue;
    const label = labelIn(text);
    if (label === 'other' || label === 'updated') continue;
    const isLabelled =
      isPublished ||
      label === 'published' ||
      attributes['pubdate'] !== undefined ||
      publishedClass.test(name);
    const line = lineWith(text, reached, lines);
    const isAside = isElsewhere(element, own);
    const stamp = written === undefined ? null : readStamp(written);
    // Microdata in elements that nobody sees is as good as a `meta`.
    const isHidden = isPublished && text === '' && !isAside;
    if (stamp !== null && stamp.date.day !== null)
      yield {
        ...stamp,
        from: isHidden ? 'meta' : 'published-line',
        isLabelled,
        line: isHidden ? null : line,
        isAside,
      };
    const seen = findDates(text).find(({ year, day }) => year !== null && day !== null);
    if (seen !== undefined && wordsBeside(text, seen) <= 8)
      yield { date: seen, isUtc: false, from: 'published-line', isLabelled, line, isAside };
  }
}

function wordsBeside(text: string, { start, end }: FoundDate): number {
  return labelWordsOf(foldSpelling(text.slice(0, start) + ' ' + text.slice(end))).left;
}

function labelIn(text: string): string | null {
  return labelWordsOf(foldSpelling(text)).labels[0] ?? null;
}

function* ofLines(lines: readonly PageLine[], own: ReadonlySet<number>): Generator<DateClaim> {
  let before = '';
  for (const [at, { text, element }] of lines.entries()) {
    for (const line of text.length > 600 ? [] : text.split('\n')) {
      const found = publishedLine(line) ?? sentenceOf(line) ?? openingOf(line) ?? shortYearOf(line);
      const label = found === null ? null : (found.label ?? labelOfLine(before));
      before = line;
      if (found === null || label === 'updated' || label === 'other') continue;
      const isAside = isElsewhere(element, own);
      yield {
        date: found.date,
        isUtc: false,
        from: 'published-line',
        isLabelled: label === 'published',
        line: at,
        isAside,
      };
    }
  }
}

/** A sentence about the article itself that says when it was published. */
function sentenceOf(line: string): Pick<PublishedLine, 'date' | 'label'> | null {
  if (!sentence.test(line.slice(0, furthestInSentence))) return null;
  const date = findDates(line).find(({ year, day }) => year !== null && day !== null);
  if (date === undefined || date.start > furthestInSentence) return null;
  const { labels } = labelWordsOf(foldSpelling(line.slice(0, date.end + furthestInSentence)));
  return labels.includes('updated') || labels.includes('other') ? null : { date, label: 'published' };
}

/** A paragraph that opens with a date in brackets: "(18.01.2018) Farmers fear …". */
function openingOf(line: string): Pick<PublishedLine, 'date' | 'label'> | null {
  if (!openingDate.test(line)) return null;
  const date = findDates(line.slice(0, 40)).find(({ year, day }) => year !== null && day !== null);
  if (date === undefined || date.start > 2 || !/^\s*[)\]:–—-]/u.test(line.slice(date.end))) return null;
  return { date, label: null };
}

/** A line that is nothing but a day of this century, with two digits of its year: "02.12.19". */
function shortYearOf(line: string): Pick<PublishedLine, 'date' | 'label'> | null {
  const match = /^\s*(\d{1,2})\.(\d{1,2})\.(\d\d)\s*$/.exec(line);
  const [, day, month, year] = match ?? [];
  const stamp =
    year === undefined ? null : readStamp(`20${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
  return stamp === null ? null : { date: stamp.date, label: null };
}

/** Inside of what lists other articles, comments or events. */
function isElsewhere(element: PageElement, own: ReadonlySet<number>): boolean {
  for (let at: PageElement | null = element; at !== null && !own.has(at.number); at = at.parent) {
    if (elsewhere.has(at.tag)) return true;
    if (elsewhereClass.test(`${at.attributes['class'] ?? ''} ${at.attributes['id'] ?? ''}`)) return true;
  }
  return false;
}
