import type { BlockKind, ExtractedArticle } from '../../../contract/article.ts';
import type { FieldEvidence, ArticleEvidence } from '../../../contract/article-evidence.ts';
import { unwrap } from '../../article/text/lines.ts';
import { withValue } from './corrected-article.ts';
import type { StoredCorrection } from './stored-corrections.ts';

const maxQuoteLength = 200;
const signed: readonly BlockKind[] = ['byline', 'dateline', 'published'];
const around: readonly BlockKind[] = ['published', 'furniture'];

/**
 * Where each field of an article was read, told from its blocks: the record holds only where its date comes from. What stands in no
 * block that it could be read from was in the metadata of the page.
 */
export function evidenceOf(
  corrected: ExtractedArticle,
  corrections: readonly StoredCorrection[],
): ArticleEvidence {
  const article = corrections
    .filter(({ field }) => field !== 'blocks')
    .reduce((read, { field, was }) => withValue(read, field, was), corrected);
  const { fields } = article;
  const [byline] = fields.byline?.split(', ', 1) ?? [];
  const found: Record<keyof ArticleEvidence, FieldEvidence | null> = {
    headline: ofHeadline(article),
    byline: ofText(article, byline ?? null, ['byline', 'dateline']),
    place: ofText(article, fields.place, signed),
    agency: ofText(article, fields.agency, signed),
    outlet: ofOutlet(article),
    section: ofText(article, fields.section, around),
    published: ofDate(article),
    // Whether its writing told it or the page declared it is not looked at: telling languages takes code that readers don't load.
    language: fields.language === 'und' ? null : { from: 'writing', says: null, isGuess: true },
  };
  return Object.fromEntries(Object.entries(found).filter(([, source]) => source !== null));
}

function ofHeadline(article: ExtractedArticle): FieldEvidence | null {
  const { headline } = article.fields;
  const title = linesOf(article, ['headline'])[0];
  if (title === undefined) return { from: 'opening', says: null, isGuess: true };
  return { from: bare(title) === bare(headline) ? 'headline' : 'metadata', says: null, isGuess: false };
}

function ofText(
  article: ExtractedArticle,
  value: string | null,
  kinds: readonly BlockKind[],
): FieldEvidence | null {
  if (value === null) return null;
  const wanted = bare(value);
  for (const kind of kinds) {
    const line = linesOf(article, [kind]).find((one) => bare(one).includes(wanted));
    if (line === undefined) continue;
    const from = kind === 'byline' || kind === 'dateline' ? kind : 'line';
    return { from, says: bare(line) === wanted ? null : quoted(line), isGuess: false };
  }
  return { from: 'metadata', says: null, isGuess: false };
}

function ofOutlet(article: ExtractedArticle): FieldEvidence | null {
  const { outlet, url } = article.fields;
  const source = ofText(article, outlet, around);
  const isHost = outlet !== null && outlet.includes('.') && url?.toLowerCase().includes(outlet) === true;
  return source?.from === 'metadata' && isHost ? { from: 'url', says: quoted(url), isGuess: false } : source;
}

function ofDate(article: ExtractedArticle): FieldEvidence | null {
  const { published, url } = article.fields;
  if (published === null) return null;
  const { from, guess } = published;
  const line =
    from === 'url'
      ? url
      : from === 'published-line' || from === 'dateline'
        ? (linesOf(article, [from === 'dateline' ? 'dateline' : 'published'])[0] ?? null)
        : null;
  const says = line === null ? null : quoted(line);
  const isGuess = guess !== undefined || from === 'file-time';
  return { from, says, isGuess, ...(guess === undefined ? {} : { guess }) };
}

function linesOf({ text, blocks }: ExtractedArticle, kinds: readonly BlockKind[]): string[] {
  return blocks
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ start, end }) => unwrap(text.slice(start, end)));
}

/** For comparing: words broken at the ends of lines are whole in fields, and places are not always written as they stand. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[\s\u00ad-]+/gu, '');
}

function quoted(text: string): string {
  return text.length <= maxQuoteLength ? text : `${text.slice(0, maxQuoteLength)}…`;
}
