import { OpeningLetters } from '../text/first-letter-filter.ts';
import { comma, dash, separator } from '../text/char-classes.ts';
import { kindsOf } from '../text/words.ts';

const longestByline = 140;

const openingWords =
  'by|written by|reported by|reporting by|story by|words by|von|par|por|di|door|nivîskar|بقلم|كتب|كتبت|كتبه|تحرير|إعداد|اعداد|تقرير|تأليف|حوار|نووسینی|نوسینی|نووسەر|ئامادەکردنی|ڕاپۆرت|نوشته|نویسنده|گزارش|به قلم';
const openings = new RegExp(`^(?:${openingWords})(?:\\s*[:：]\\s*|\\s+|$)`, 'iu');
const openingLetters = new OpeningLetters(openingWords.split('|'));

const nameAndRole = /^([^,،|–—]*)[,،|–—]([^,،|–—]*)$/u;
const roles =
  /(?:^|\s)(?:correspondents?|reporters?|editor|staff writer|columnist|bureau chief|contributor|envoyée? spéciale?|correspondante?|corresponsal|enviad[oa] especial|redactora?|Korrespondent(?:in)?|Redakteur(?:in)?|مراسلة?|محررة?|كاتبة?|مراسل|پەیامنێر|ڕۆژنامەنووس|خبرنگار)(?:\s|$)/iu;

/** Whether a line is a byline by its own wording: "By Jane Doe and John Roe", "بقلم: …", "Von …". */
export function isByline(line: string, kinds = kindsOf(line)): boolean {
  if (line.length > longestByline) return false;
  if ((kinds & (comma | dash | separator)) !== 0 && isNameWithRole(line)) return true;
  const match = openingLetters.mayOpen(line) ? openings.exec(line) : null;
  if (match === null) return false;
  const rest = line.slice(match[0].length).trim();
  if (rest === '') return false;
  if (/[.!?؟]["”']?$/u.test(rest) && !/\b(?:Jr|Sr|[A-Z])\.$/u.test(rest)) return false;
  if (match[0].includes(':')) return rest.split(/\s+/u).length <= 12;
  if (/^\p{Script=Arabic}/u.test(rest)) return rest.split(/\s+/u).length <= 5;
  const words = rest.split(/\s+/u);
  const name = (rest.split(/[,|–—]/u, 1)[0] ?? rest).trim().split(/\s+/u);
  return words.length <= 14 && isName(name.slice(0, 2).join(' ')) && namedShare(name) >= 0.6;
}

function isNameWithRole(line: string): boolean {
  const match = nameAndRole.exec(line);
  if (match === null) return false;
  const name = (match[1] ?? '').trimEnd();
  const role = (match[2] ?? '').trimStart();
  return role.split(/\s+/u).length <= 6 && isNameShaped(name) && roles.test(role);
}

function isNameShaped(name: string): boolean {
  const words = name.split(/\s+/u).length;
  return words >= 2 && words <= 4 && (isName(name) || /^[\p{Script=Arabic}\s.]+$/u.test(name));
}

/** The line that a byline of two lines begins with: "By" alone, the name on the next one. */
export function isBylineOpening(line: string): boolean {
  return /^(?:by|written by|von|par|por|بقلم|كتب|نووسینی)\s*:?$/iu.test(line);
}

/** Whether a line could be a person's or a desk's name: two to six words, each with a capital, in Latin script. */
export function isName(line: string): boolean {
  if (line.length > 60 || /[.!?:;,\d]$/u.test(line) || /[\d@#<>=[\]]/u.test(line)) return false;
  const words = line.split(/\s+/u);
  return words.length >= 1 && words.length <= 6 && namedShare(words) >= 0.7 && /^\p{Lu}/u.test(line);
}

function namedShare(words: readonly string[]): number {
  const named = words.filter(
    (word) =>
      /^[\p{Lu}'‘’(]/u.test(word) || /^(?:and|de|da|van|von|bin|al-\S+|el-\S+|und|et|y|&|\|)$/u.test(word),
  );
  return named.length / words.length;
}

/** A byline as shown: without "By" and what the page put around the names. */
export function bylineName(line: string): string {
  const match = openings.exec(line);
  const names = (match === null ? line : line.slice(match[0].length)).replace(
    /^[\s:|,–—-]+|[\s:|,–—-]+$/gu,
    '',
  );
  return isNameWithRole(names) ? (names.split(/\s*[,،|–—]\s*/u, 1)[0] ?? names) : names;
}
