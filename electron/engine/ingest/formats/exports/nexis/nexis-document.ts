import { sentence } from '../../../../../words/sentence.ts';
import { findDates } from '../../../../article/dates/dates.ts';
import type { TextBlock } from '../../../../article/record-text.ts';
import { NoArticle, type ExportArticle } from '../export-reader.ts';
import { languageNamed } from '../../../../article/text/language-names.ts';
import { isWordCount, oneLine, saidOf, wordsIn } from '../said.ts';
import { labelledBy, unknownLabel, type Labelled, type NexisField } from './nexis-labels.ts';

/** A paragraph of a document of Nexis, its lines apart. */
export type NexisParagraph = Readonly<{ text: string; isCentred: boolean }>;

const copyright = /^\s*(?:copyright\b|©|\(c\) ?\d{4})/i;
const reserved = /\b(?:rights?|rechte|rechten|droits|derechos|diritti)\b|vorbehalten|reserved/i;
const season = /^(?:spring|summer|fall|autumn|winter)\b[,\s/\d-]{1,12}?(\d{4})$/i;
const maxHeadlineLength = 500;
const maxNameLength = 60;
const maxPlaceLength = 200;

type Fields = Map<NexisField, string[]>;
type Head = { outlet: string; published: string; headline: string; next: number; furniture: string[] };

/**
 * Reads one document of Nexis, which is told by what its paragraphs are and not by where they stand: outlet, date and headline come in
 * any order, labels before or after the text, and the copyright first or last.
 */
export function readNexisDocument(paragraphs: readonly NexisParagraph[]): ExportArticle {
  const parts = paragraphs.flatMap(atLabels);
  const fields: Fields = new Map();
  const head = headOf(parts);
  const start = readLabels(parts, head, fields);
  const end = endOfText(parts, start);
  const body: TextBlock[] = textOf(parts.slice(start, end), fields);
  const furniture = [...head.furniture, ...readTail(parts.slice(end), fields)];
  const one = (field: NexisField): string => oneLine((fields.get(field) ?? []).join(' '));
  const headline = head.headline === '' ? one('headline') : head.headline;
  const captions = fields.get('graphic') ?? [];
  if (body.length === 0 && headline === '' && captions.length === 0)
    throw new NoArticle(sentence('file.only-around'));
  const said = saidOf({
    headline,
    standfirst: one('standfirst'),
    byline: one('byline'),
    place: placeOf(one('place')),
    published: head.published,
    language: languageNamed(one('language')),
    outlet: head.outlet,
    section: one('section'),
    url: one('url'),
  });
  const declared = wordsIn(one('length'));
  const text: TextBlock[] = [
    ...body,
    ...captions.map((caption): TextBlock => ({ kind: 'caption', text: caption })),
    ...furniture.map((line): TextBlock => ({ kind: 'furniture', text: line })),
  ];
  return { key: null, text, said, ...(declared === undefined ? {} : { declaredWords: declared }) };
}

/** A paragraph that begins with a label is cut where a line begins with another one. */
function atLabels(paragraph: NexisParagraph): NexisParagraph[] {
  if (labelOf(paragraph) === null || !paragraph.text.includes('\n')) return [paragraph];
  const parts: string[] = [];
  for (const line of paragraph.text.split('\n')) {
    const isNew = parts.length === 0 || labelOf({ text: line, isCentred: false }) !== null;
    if (isNew) parts.push(line);
    else parts.push(`${parts.pop() ?? ''}\n${line}`);
  }
  return parts.map((text) => ({ text, isCentred: false }));
}

function labelOf({ text }: NexisParagraph): Labelled | null {
  const found = labelledBy(text, false);
  // "LENGTH: 19.43 meters" is said of an aeroplane.
  if (found?.field === 'length' && !isWordCount(found.value)) return null;
  if (found !== null) return found;
  const unknown = unknownLabel(text);
  return unknown?.field === 'about' ? null : unknown;
}

/** A label of any wording beside others. */
function labelAmongOthers(part: NexisParagraph | undefined): Labelled | null {
  return part === undefined ? null : (labelOf(part) ?? unknownLabel(part.text));
}

function headOf(parts: readonly NexisParagraph[]): Head {
  const head: Head = { outlet: '', published: '', headline: '', next: 0, furniture: [] };
  let behindCopyright = '';
  let at = 0;
  for (; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined) break;
    const isLabelled = labelOf(part) !== null;
    // "SHOW: …" is centred like the date, and stands before the headline.
    if (isLabelled && !part.isCentred) break;
    if (copyright.test(part.text)) {
      const last = oneLine(part.text.split('\n').at(-1) ?? '');
      if (part.text.includes('\n') && !reserved.test(last)) behindCopyright = last;
      head.furniture.push(oneLine(part.text));
    } else if (part.isCentred && !isLabelled) readCentred(part.text, head);
    else if (isLabelled) head.furniture.push(oneLine(part.text));
    else if (head.headline === '' && part.text.length <= maxHeadlineLength && !isTextFrom(parts, at, head))
      head.headline = oneLine(part.text);
    else break;
  }
  if (head.outlet === '') head.outlet = behindCopyright;
  head.next = at;
  return head;
}

/** Outlet, date and edition, whole or line by line. */
function readCentred(text: string, head: Head): void {
  const lines = text.split('\n').map(oneLine);
  const dated = head.published === '' ? lines.findIndex(isDated) : -1;
  if (dated > -1) {
    head.published = datesOf(lines, dated);
    if (head.outlet === '' && dated > 0) head.outlet = lines[0] ?? '';
  } else if (head.outlet === '' && head.published === '') head.outlet = lines.join(' ');
  head.furniture.push(lines.join(' '));
}

/** Whether a line says when an article was published. */
export function isDated(line: string): boolean {
  const [date] = findDates(line);
  if (date === undefined) return season.test(line);
  // A weekday is all that stands before one.
  return /^[\p{L}., ]{0,16}$/u.test(line.slice(0, date.start));
}

function datesOf(lines: readonly string[], at: number): string {
  const line = lines[at] ?? '';
  const year = season.exec(line)?.[1];
  if (year !== undefined) return year;
  const next = lines[at + 1] ?? '';
  return /^\d{1,2}:\d{2}\b/.test(next) ? `${line} ${next}` : line;
}

/** Whether a paragraph where the headline could be begins the text: of a flash, which has none. */
function isTextFrom(parts: readonly NexisParagraph[], at: number, head: Head): boolean {
  const text = parts[at]?.text ?? '';
  const isSentence = /[.!?]["'”»]?\s*$/.test(text) && text.length > 160;
  return isSentence && head.published !== '' && !parts.slice(at + 1, at + 3).some((part) => labelOf(part));
}

/** Labels before the text, behind its head; answers where the text begins. */
function readLabels(parts: readonly NexisParagraph[], head: Head, fields: Fields): number {
  let { next } = head;
  const first = parts[next];
  const second = parts[next + 1];
  // A name that stands between the date and the labels.
  if (first && second && !labelAmongOthers(first) && labelOf(second) && first.text.length <= maxNameLength) {
    add(fields, 'byline', first.text);
    next++;
  }
  for (; next < parts.length; next++) {
    const found = labelIn(parts, next);
    if (found === null || (found.field === 'end' && !isBeforeText(parts, next))) break;
    if (found.field === 'text') return found.value === '' ? next + 1 : next;
    if (found.field === 'about' || found.field === 'end')
      head.furniture.push(oneLine(parts[next]?.text ?? ''));
    else if (found.value !== '') add(fields, found.field, found.value);
    else if (found.field === 'standfirst') {
      next++;
      add(fields, 'standfirst', parts[next]?.text ?? '');
    }
  }
  return next;
}

/** What a paragraph above the text is labelled as; a wording that is not known counts among labels of there. */
function labelIn(parts: readonly NexisParagraph[], at: number): Labelled | null {
  const part = parts[at];
  if (part === undefined) return null;
  const found = labelOf(part);
  if (found !== null) return found;
  const [before, after] = [at - 1, at + 1].map((beside) => {
    const other = parts[beside];
    return other === undefined ? null : labelOf(other);
  });
  // "FLASH: FERRY STOPS" is all the text that there is.
  if (after?.field === 'end' || after?.field === 'language') return null;
  return (before ?? after) ? unknownLabel(part.text) : null;
}

/** Whether a text follows the labels from `at` on: what stands after a text elsewhere stands before it here. */
function isBeforeText(parts: readonly NexisParagraph[], at: number): boolean {
  const next = parts.slice(at).find((part) => labelAmongOthers(part) === null);
  return next !== undefined && !next.isCentred && !copyright.test(next.text);
}

/** Where the labels begin that stand after the text: before the first that never stands elsewhere, all that adjoin it. */
function endOfText(parts: readonly NexisParagraph[], start: number): number {
  const isLabel = (at: number): boolean => {
    const part = parts[at];
    const field = part === undefined || at < start ? undefined : labelOf(part)?.field;
    return field !== undefined && field !== 'text';
  };
  const isBehind = (at: number): boolean => {
    const field = labelOf(parts[at] ?? { text: '', isCentred: false })?.field;
    return field === 'end' || field === 'language';
  };
  let end = start;
  while (end < parts.length && !isBehind(end)) end++;
  if (end === parts.length) {
    const isAround = (at: number): boolean => {
      const part = parts[at];
      return part !== undefined && at >= start && (part.isCentred || copyright.test(part.text));
    };
    while (isAround(end - 1)) end--;
  }
  while (isLabel(end - 1)) end--;
  return end;
}

function textOf(parts: readonly NexisParagraph[], fields: Fields): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const part of parts) {
    const found = labelOf(part);
    // "ARTICLE:" stands between a standfirst and the text.
    const text = found?.field === 'text' ? found.value : part.text.trim();
    if (text === '') continue;
    if (copyright.test(text) && part.isCentred) add(fields, 'about', text);
    else blocks.push({ kind: 'body', text });
  }
  return blocks;
}

function readTail(parts: readonly NexisParagraph[], fields: Fields): string[] {
  const furniture: string[] = [];
  let open: NexisField | null = null;
  for (const part of parts) {
    const found = labelOf(part);
    const text = part.text.trim();
    if (found !== null) open = found.field;
    else if (part.isCentred || copyright.test(text)) open = null;
    const value = found?.value ?? text;
    if (open === 'graphic' || open === 'standfirst') {
      if (value !== '') add(fields, open, value);
    } else {
      if (found !== null) add(fields, found.field, value);
      furniture.push(oneLine(text));
    }
  }
  return furniture;
}

function add(fields: Fields, field: NexisField, value: string): void {
  const known = fields.get(field);
  if (known === undefined) fields.set(field, [value]);
  else known.push(value);
}

/** "BANGKOK Jan 20", "WASHINGTON (AP)": without day and agency. */
function placeOf(dateline: string): string {
  const [date] = findDates(dateline);
  const place = dateline.slice(0, date?.start ?? maxPlaceLength);
  return place
    .replace(/\([^()]{0,40}\)/g, '')
    .replace(/\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\s*$/i, '')
    .replace(/[\s,;:.–—-]+$/, '');
}
