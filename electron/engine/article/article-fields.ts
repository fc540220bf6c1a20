import type { ArticleFields, Block, BlockKind, Caption, Published } from '../../contract/article.ts';
import { isAgency, withoutArticle } from './credits/agencies.ts';
import { isByline, isBylineOpening, readByline } from './credits/byline.ts';
import { creditOf } from './credits/caption.ts';
import type { Dateline } from './credits/dateline.ts';
import { isRoleLine } from './credits/roles.ts';
import { directionOf, languageOf } from './text/language.ts';
import { joinLines } from './text/broken-words.ts';
import type { FoundDate } from './dates/found-date.ts';
import { dateOfPath, dateOfUrl } from './dates/date-in-name.ts';
import { publishedLine, type PublishedLine } from './dates/published-line.ts';
import { dateOfFile, publishedFrom, withYear } from './dates/published.ts';
import { readSignature, type Signature } from './credits/signature.ts';
import { readSourceLines } from './credits/source-lines.ts';

export type FieldsContext = Readonly<{
  path: string;
  fileTimeMs: number;
  today: string;
  dateline: Dateline | null;
  /** What is known of lines about the publication already. */
  published: ReadonlyMap<string, PublishedLine>;
  /** Of headline, standfirst and body. */
  words: number;
}>;

const maxOpeningLength = 90;
const maxSampleLength = 1_500;
/** Of those who signed an article, in its byline. */
const maxNames = 3;
/** The date of a change is never that of the publication. */
const confidences = { published: 0.95, none: 0.85 };

/** Derives the fields of an article from its blocks. */
export function fieldsOf(text: string, blocks: readonly Block[], context: FieldsContext): ArticleFields {
  const texts = textsByKind(text, blocks);
  const textsOf = (kind: BlockKind): readonly string[] => texts.get(kind) ?? [];
  const body = textsOf('body');
  const furniture = textsOf('furniture');
  const titles = textsOf('headline');
  const standfirst = textsOf('standfirst').join(' ') || null;
  const headline = titles[0] ?? opening(body[0] ?? furniture[0] ?? '');
  const signatures = signaturesOf(textsOf('byline'));
  const language = languageOf(sampleOf([...body, standfirst ?? '', ...titles]));
  const { outlet, section, url } = readSourceLines([...furniture, ...textsOf('published')], headline);
  const origin: (Dateline | Signature | null)[] = [context.dateline];
  for (const line of textsOf('dateline')) origin.push(readSignature(line));
  origin.push(...signatures);
  return {
    headline,
    standfirst,
    byline: namesIn(signatures).slice(0, maxNames).join(', ') || null,
    place: origin.find((one) => one?.place != null)?.place ?? null,
    agency: origin.find((one) => one?.agency != null)?.agency ?? null,
    published: publishedOf(textsOf('published'), url, language, context),
    captions: captionsOf(text, blocks),
    body,
    furniture,
    language,
    direction: directionOf(language),
    outlet,
    section,
    url,
    words: context.words,
  };
}

function textsByKind(text: string, blocks: readonly Block[]): ReadonlyMap<BlockKind, string[]> {
  const texts = new Map<BlockKind, string[]>();
  for (const { kind, start, end } of blocks) {
    if (kind === 'space') continue;
    const words = joinLines(text.slice(start, end), text);
    const known = texts.get(kind);
    if (known === undefined) texts.set(kind, [words]);
    else known.push(words);
  }
  return texts;
}

// Arrays are filled here and not mapped, for the reason that `outlineOf` has.

function signaturesOf(bylines: readonly string[]): Signature[] {
  const signatures: Signature[] = [];
  for (const line of bylines)
    if (isByline(line) || !(isRoleLine(line) || isBylineOpening(line))) signatures.push(signatureOf(line));
    else if (isAgency(line)) signatures.push({ name: null, place: null, agency: withoutArticle(line) });
  return signatures;
}

function namesIn(signatures: readonly Signature[]): string[] {
  const names = new Set<string>();
  for (const { name } of signatures) if (name !== null && name !== '') names.add(name);
  return [...names];
}

function signatureOf(line: string): Signature {
  const { name, agency } = readByline(line);
  if (agency !== null || name === null) return { name, place: null, agency };
  const signature = readSignature(name);
  const isName = signature.place === null && signature.agency === null;
  return isName ? { name, place: null, agency: null } : signature;
}

/** A headline for a text without one: its first words. */
function opening(text: string): string {
  if (text.length <= maxOpeningLength) return text;
  const cut = text.lastIndexOf(' ', maxOpeningLength);
  return `${text.slice(0, cut > 20 ? cut : maxOpeningLength).replace(/[\ud800-\udbff]$/, '')}…`;
}

function sampleOf(texts: readonly string[]): string {
  let sample = '';
  for (const text of texts) {
    if (sample.length >= maxSampleLength) break;
    sample += `${text.slice(0, maxSampleLength)} `;
  }
  return sample;
}

function captionsOf(text: string, blocks: readonly Block[]): Caption[] {
  const captions: Caption[] = [];
  let open = false;
  for (const { kind, start, end } of blocks) {
    if (kind === 'space') continue;
    if (kind === 'caption' || kind === 'credit') {
      const words = joinLines(text.slice(start, end), text);
      const last = captions.at(-1);
      if (kind === 'credit' && open && last !== undefined) {
        captions[captions.length - 1] = {
          text: last.text,
          credit: creditOf(words)?.name ?? creditOf(`. ${words}`)?.name ?? words,
        };
      } else captions.push({ text: words, credit: creditOf(words)?.name ?? null });
    }
    open = kind === 'caption';
  }
  return captions;
}

function publishedOf(
  lines: readonly string[],
  url: string | null,
  language: string,
  context: FieldsContext,
): Published | null {
  const { today } = context;
  const named = () => (url === null ? null : dateOfUrl(url, today)) ?? dateOfPath(context.path, today);
  const read: PublishedLine[] = [];
  for (const line of lines) {
    const found = context.published.get(line) ?? publishedLine(line);
    if (found !== null) read.push(found);
  }
  for (const label of ['published', null] as const) {
    for (const line of read) {
      if (line.label !== label) continue;
      const date = inOrderOf(language, line.date);
      const found = publishedFrom(date, 'published-line', confidences[label ?? 'none'], today);
      if (found !== null) return found.guess === undefined ? found : confirmedBy(named(), found);
    }
  }
  const elsewhere = named();
  const dated = context.dateline?.date ?? null;
  if (dated !== null) {
    const confidence = dated.year !== null ? 0.8 : elsewhere !== null ? 0.7 : 0.3;
    const dateInFull = withYear(dated, elsewhere ?? dateOfFile(context.fileTimeMs, today));
    const found = publishedFrom(dateInFull, 'dateline', confidence, today);
    const isGuessed = dated.year === null && elsewhere === null;
    if (found !== null) return isGuessed ? { ...found, guess: { part: 'year', from: 'file-time' } } : found;
  }
  return elsewhere ?? dateOfFile(context.fileTimeMs, today);
}

/** Only English is written with the month first in some places: elsewhere "3/4/2021" is of April. */
function inOrderOf(language: string, date: FoundDate): FoundDate {
  return date.certain || language === 'en' || language === 'und' ? date : { ...date, certain: true };
}

/** A day that the address or the path names as well is no guess. */
function confirmedBy(named: Published | null, { guess, ...found }: Published): Published {
  if (guess === undefined) return found;
  return named?.guess === undefined && named?.date === found.date.slice(0, 10) ? found : { ...found, guess };
}
