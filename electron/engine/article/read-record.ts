import type { ArticleFields, Block, BlockKind, ExtractedArticle } from '../../contract/article.ts';
import { isKnownPlace } from './credits/places.ts';
import { readDateline, type Dateline } from './credits/dateline.ts';
import { saidDate } from './dates/said-date.ts';
import { publishedLine, type PublishedLine } from './dates/published-line.ts';
import { fieldsOf } from './article-fields.ts';
import { readArticle, type ArticleContext } from './read-article.ts';
import type { BlockText, SaidFields, TextBlock } from './record-text.ts';
import { directionOf } from './text/language.ts';
import { languageNamed } from './text/language-names.ts';
import { countWords } from './text/words.ts';

/** Between two blocks: a blank line, as between the paragraphs of a flattened page. */
const gap = '\n\n';
/** "Bern. – Die Partei": a dash between blanks, no hyphen and no colon. */
const secondOpening = /^[^–—:]{2,60} [–—]+ /u;
const countedKinds = new Set<BlockKind>(['headline', 'standfirst', 'body']);

/** Reads an article out of a record: what its format says of it stands above what its text lets guess. */
export function readRecord(
  text: BlockText,
  said: Partial<SaidFields>,
  context: ArticleContext,
): ExtractedArticle {
  const article =
    typeof text === 'string'
      ? readArticle(headed(text, said), context)
      : readBlocks(completed(text, said), context);
  return isEmpty(said) ? article : { ...article, fields: withSaid(article.fields, said, context) };
}

function isEmpty(said: object): boolean {
  for (const _ in said) return false;
  return true;
}

/** A text that does not begin with the headline that its format names gets it on top, so that it is shown and found there. */
function headed(text: string, { headline }: Partial<SaidFields>): string {
  if (headline === undefined || text.trimStart().startsWith(headline)) return text;
  return `${headline}${gap}${text}`;
}

/** The blocks, with those that the format says in fields of their own on top of them. */
function completed(blocks: readonly TextBlock[], said: Partial<SaidFields>): readonly TextBlock[] {
  const has = new Set(blocks.map(({ kind }) => kind));
  const above: TextBlock[] = [];
  for (const kind of ['headline', 'standfirst', 'byline'] as const) {
    const text = said[kind];
    if (text !== undefined && !has.has(kind)) above.push({ kind, text });
  }
  return [...above, ...blocks];
}

function readBlocks(parts: readonly TextBlock[], context: ArticleContext): ExtractedArticle {
  const blocks: Block[] = [];
  const published = new Map<string, PublishedLine>();
  let text = '';
  let dateline: Dateline | null = null;
  let words = 0;
  let bodies = 0;
  for (const part of parts) {
    const own = part.text.trim();
    if (own === '') continue;
    if (text !== '') {
      blocks.push({ kind: 'space', start: text.length, end: text.length + gap.length });
      text += gap;
    }
    const start = text.length;
    text += own;
    const opening: Dateline | null =
      part.kind === 'body' && dateline === null ? datelineAt(bodies, own) : null;
    if (part.kind === 'body') bodies += 1;
    if (opening !== null && opening.length < own.length) {
      dateline = opening;
      blocks.push(...openedBlocks(own, opening.length, start));
      words += countWords(own.slice(opening.length));
      continue;
    }
    blocks.push({ kind: part.kind, start, end: text.length });
    if (countedKinds.has(part.kind)) words += countWords(own);
    const line = part.kind === 'published' ? publishedLine(own) : null;
    if (line !== null) published.set(own, line);
  }
  const { path, fileTimeMs, today } = context;
  return {
    text,
    blocks,
    fields: fieldsOf(text, blocks, { path, fileTimeMs, today, dateline, published, words }),
  };
}

/** A dateline opens the first paragraph of a text; the second one only behind a lead, and with a place that is known. */
function datelineAt(bodies: number, paragraph: string): Dateline | null {
  if (bodies > 1) return null;
  const found = readDateline(paragraph);
  if (bodies === 0 || found === null) return found;
  const isPlace = found.place !== null && isKnownPlace(found.place) && secondOpening.test(paragraph);
  return isPlace ? found : null;
}

/** A paragraph that a dateline opens, from `start` on: white space between the two is a block of its own. */
function openedBlocks(paragraph: string, length: number, start: number): Block[] {
  const place = paragraph.slice(0, length).trimEnd().length;
  const rest = paragraph.length - paragraph.slice(length).trimStart().length;
  const blocks: Block[] = [{ kind: 'dateline', start, end: start + place }];
  if (rest > place) blocks.push({ kind: 'space', start: start + place, end: start + rest });
  blocks.push({ kind: 'body', start: start + rest, end: start + paragraph.length });
  return blocks;
}

/** Languages are told apart and chosen without their regions: "en-GB", "eng" and "English" are one. Empty for what is none. */
function languageSaid(written: string): string {
  const code = written.split(/[-_]/, 1)[0]?.trim().toLowerCase() ?? '';
  if (/^[a-z]{2,3}$/.test(code)) return Intl.getCanonicalLocales(code)[0] ?? code;
  return languageNamed(written)?.split('-', 1)[0] ?? '';
}

function withSaid(
  fields: ArticleFields,
  { published, language, ...said }: Partial<SaidFields>,
  { today }: ArticleContext,
): ArticleFields {
  const plain = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
  const date = typeof published === 'string' ? saidDate(published, today) : (published ?? null);
  const named = language === undefined ? '' : languageSaid(language);
  return {
    ...fields,
    ...plain,
    published: date ?? fields.published,
    ...(named === '' ? {} : { language: named, direction: directionOf(named) }),
  };
}
