import { FirstLetterFilter } from '../text/first-letter-filter.ts';
import { separator } from '../text/char-classes.ts';
import { kindsOf } from '../text/words.ts';

/** What the lines around an article say about where it came from. */
export type SourceLines = Readonly<{ outlet: string | null; section: string | null; url: string | null }>;

const urlPattern = /\bhttps?:\/\/[^\s<>"«»]+/iu;
const maxUrlLineLength = 600;
const sourceLabel =
  /^(?:source|news source|publication|outlet|المصدر|سەرچاوە|منبع|quelle|fuente|çavkanî)\s*[:：]\s*(\S.{1,60})$/iu;
const copyright =
  /(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?([\p{Lu}\p{Script=Arabic}][^|.,;©\d]{2,50})/iu;
const copyrightOpening = /^(?:©|\(c\)\s*(?:\d{4}|copyright)|copyright\s+(?:©|\(c\)|\d{4}))/iu;
const copyrightLetters = new FirstLetterFilter(['copyright', '(c)']);
const notAnOutlet =
  /^(?:all rights|jump|rights|reserved|company|privacy|terms|the (?:copyright|associated press)$|جميع|هەموو|کلیه|تمامی)/iu;
const rightsReserved =
  /\ball rights reserved\b|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|الحقوق محفوظة|مافەکان پارێزراو|حقوق (?:این سایت )?محفوظ/iu;
/** What every way of reserving rights has in it: telling the ways apart takes much longer. */
const anyRights = /r[eé]serv|vorbehalten|محفوظ|پارێزراو/i;
const breadcrumb = /\s*[>»›]\s*/u;

/** Whether a line is an address, with or without a label in front of it. */
export function isUrlLine(line: string, kinds = kindsOf(line)): boolean {
  return (
    (kinds & separator) !== 0 &&
    line.length <= maxUrlLineLength &&
    line.includes('://') &&
    /^(?:(?:url|link|source|permalink|original(?: article)?|address|الرابط|رابط|المصدر|بەستەر|لینک|سەرچاوە|منبع)\s*[:：]?\s*)?<?https?:\/\/\S+$/iu.test(
      line,
    )
  );
}

/** Whether a line is about the site rather than the article: its path through the site, or who owns the text. */
export function isSiteLine(line: string, kinds = kindsOf(line)): boolean {
  if (line.length > 200) return false;
  return (
    (copyrightLetters.mayOpen(line) && copyrightOpening.test(line)) ||
    (anyRights.test(line) && rightsReserved.test(line)) ||
    ((kinds & separator) !== 0 && sectionOf(line, '') !== null)
  );
}

/** Reads outlet, section and address out of the lines that are not the article's text, in order. */
export function readSourceLines(lines: readonly string[], headline: string): SourceLines {
  let outlet: string | null = null;
  let owner: string | null = null;
  let section: string | null = null;
  let url: string | null = null;
  for (const line of lines) {
    if (line.length > maxUrlLineLength) continue;
    if (url === null && isUrlLine(line)) url = urlPattern.exec(line)?.[0] ?? null;
    const source = sourceLabel.exec(line)?.[1];
    if (source !== undefined && !urlPattern.test(source)) outlet ??= source.trim();
    owner ??= ownerOf(line);
    section ??= sectionOf(line, headline);
  }
  return { outlet: outlet ?? owner ?? (url === null ? null : hostOf(url)), section, url };
}

function ownerOf(line: string): string | null {
  if (line.length > 200) return null;
  const name = copyright
    .exec(line)?.[1]
    ?.replace(/\s+(?:all rights.*|and\/or.*|or its.*)$/iu, '')
    .trim();
  return name === undefined || name.length < 3 || notAnOutlet.test(name) ? null : name;
}

function sectionOf(line: string, headline: string): string | null {
  if (line.length > 200 || !/[>»›]/u.test(line)) return null;
  const parts = line
    .split(breadcrumb)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (
    parts.length < 2 ||
    !/^(?:home|homepage|start|news|الرئيسية|الصفحة الرئيسية|سەرەتا|سەرەکی|خانه|صفحه اصلی|صفحه نخست|accueil|startseite|inicio|portada|serrûpel)$/iu.test(
      parts[0] ?? '',
    )
  )
    return null;
  const sections = parts.slice(1).filter((part) => part.length <= 40 && part !== headline);
  return sections.at(-1) ?? null;
}

function hostOf(url: string): string | null {
  const host = /^https?:\/\/(?:www\d?\.)?([^/:?#\s]+)/iu.exec(url)?.[1]?.toLowerCase();
  return host !== undefined && host.includes('.') ? host : null;
}
