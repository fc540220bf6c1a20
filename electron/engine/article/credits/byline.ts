import { FirstLetterFilter } from '../text/first-letter-filter.ts';
import { isRole } from './roles.ts';
import { isAgency, isKnownAgency, withoutArticle } from './agencies.ts';
import { isKnownPlace } from './places.ts';
import { colon, comma, dash, separator } from '../text/char-classes.ts';
import { kindsOf } from '../text/words.ts';

const maxBylineLength = 140;

const openingWords =
  'by|posted by|written by|reported by|reporting by|story by|words by|text by|von|ein bericht von|par|ecrit par|écrit par|propos recueillis par|por|escrito por|di|scritto da|a cura di|door|av|af|nivîskar|nûçegihan|מאת|بقلم|كتب|كتبت|كتبه|تحرير|إعداد|اعداد|تقرير|تأليف|أجرى الحوار|أجرت الحوار|أجرى اللقاء|حاوره|حاورته|حاورها|حوار|نووسینی|نوسینی|نووسەر|ئامادەکردنی|ڕاپۆرت|نوشته|نویسنده|گزارش|به قلم|تحریر';
const openings = new RegExp(`^(?:${openingWords})(?:\\s*[:：–-]\\s*|\\s+|$)`, 'iu');
/** Words that open a byline only with a colon after them. */
const labelWords =
  'author|authors|writer|reporter|text|words|autor|autorin|autora|auteur|auteure|autore|texte|texto|testo|tekst|teksti|yazan|yazar|haber|muhabir|автор|автори|авторы|текст|συντάκτης|κείμενο|الكاتب|الكاتبة|كاتب|مراسل|المراسل|مراسلة|خبرنگار|نامه‌نگار|پەیامنێر|ڕۆژنامەنووس|作者|记者|記者|기자';
const labels = new RegExp(`^(?:${labelWords})\\s*[:：]\\s*`, 'iu');
const openingLetters = new FirstLetterFilter([...openingWords.split('|'), ...labelWords.split('|')]);

const partMark = /[,،|–—]/u;
const ofPicture = /^(?:image|photo|picture|foto|bild)s?\s/iu;
/** What is looked at of a byline: patterns take the square of its length. */
const maxReadLength = 2_000;
const address = /\s*[(<[]?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,30})[)>\]]?/gu;
const partBreak = /\s*[,،|/•·–—]\s*|\s+-\s+/u;
/** "Jane Doe, Special to the Post", "Jane Doe in Basra". */
const specialTo = /^special (?:to|for) /iu;
const writtenIn = /^(\S+\s.*?)\s+(?:reporting from|in)\s+\p{Lu}[\p{L}’' -]{1,40}$/u;
/** "Jane Doe at 10:40 AM" */
const timeBehind = /\s+(?:at|on|um|à|kl)\s+\p{Nd}.*$/u;
const agencyPreposition = /\s+(?:of|for|from|at|with|de|von|für|da|per)$/iu;
const maxAgencyLength = 4;
const minWordsOfName = 2;

/** Who wrote an article, by its byline: without "By", roles and addresses. */
export type Byline = Readonly<{ name: string | null; agency: string | null }>;

/** Whether a line is a byline by its own wording: "By Jane Doe and John Roe", "بقلم: …", "Von …". */
export function isByline(line: string, kinds = kindsOf(line)): boolean {
  if (line.length > maxBylineLength) return false;
  if ((kinds & (comma | dash | separator)) !== 0 && isNameWithRole(line)) return true;
  if (!openingLetters.mayOpen(line)) return false;
  const label = (kinds & colon) === 0 ? null : labels.exec(line);
  if (label !== null) return isNamedBehind(line.slice(label[0].length).replace(address, '').trim());
  const match = openings.exec(line);
  if (match === null) return false;
  const rest = line.slice(match[0].length).replace(address, '').trim();
  if (rest === '') return false;
  if (/[.!?؟]["”']?$/u.test(rest) && !/(?:^|\s)(?:Jr|Sr|\p{Lu})\.$/u.test(rest)) return false;
  if (match[0].includes(':')) return rest.split(/\s+/u).length <= 12;
  if (/^\p{Script=Arabic}/u.test(rest)) return rest.split(/\s+/u).length <= 5;
  const words = rest.split(/\s+/u);
  const name = (rest.split(/[,|/–—]/u, 1)[0] ?? rest).trim().split(/\s+/u);
  // The point of an initial or of "St." ends no sentence.
  const opening = name.slice(0, 2).join(' ').replace(/\.$/u, '');
  return words.length <= 14 && isName(opening) && namedShare(name) >= 0.6;
}

function isNamedBehind(rest: string): boolean {
  if (rest === '' || /[.!?؟]$/u.test(rest)) return false;
  const words = rest.split(/\s+/u);
  return /^\p{Lu}/u.test(rest)
    ? words.length <= 8 && namedShare(words) >= 0.6
    : words.length <= 5 && !/^\p{Ll}/u.test(rest);
}

/** What stands around the only mark of a line that parts are divided by; null where it has none, or more. */
function halvesOf(line: string): readonly [string, string] | null {
  const at = line.search(partMark);
  const behind = line.slice(at + 1);
  return at < 0 || partMark.test(behind) ? null : [line.slice(0, at), behind];
}

function isNameWithRole(line: string): boolean {
  const halves = halvesOf(line);
  if (halves === null) return false;
  const name = halves[0].trimEnd();
  const role = halves[1].trimStart();
  if (role.split(/\s+/u).length > 6 || !isNameShaped(name) || isRole(name)) return false;
  // In small letters the same is the credit of a picture as often.
  return isRole(role) || (isKnownAgency(role) && !/\p{Ll}/u.test(name) && !isKnownPlace(name));
}

function isNameShaped(name: string): boolean {
  const words = name.split(/\s+/u).length;
  return (
    words >= 2 &&
    words <= 4 &&
    !ofPicture.test(name) &&
    (isName(name) || /^[\p{Script=Arabic}\s.]+$/u.test(name))
  );
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

/** A byline without "By" and what else opens one. */
export function withoutBy(line: string): string {
  const match = labels.exec(line) ?? openings.exec(line);
  return match === null ? line : line.slice(match[0].length);
}

/** A byline as shown: without "By" and what the page put around the names. */
export function bylineName(line: string): string {
  const names = namesOf(line);
  const role = halvesOf(names)?.[1].trimStart();
  return role !== undefined && isRole(role) && isNameWithRole(names)
    ? (names.split(/\s*[,،|–—]\s*/u, 1)[0] ?? names)
    : names;
}

function namesOf(line: string): string {
  return trimmed(withoutBy(line.slice(0, maxReadLength)).replace(address, '').replace(timeBehind, ''));
}

/** Reads names and agency off a byline: "By Jane Doe, Associated Press", "By JANE DOE Reuters", "By Jane Doe (AP)". */
export function readByline(line: string): Byline {
  const { name, agency } = readNames(line);
  return { name, agency: agency === null ? null : withoutArticle(agency) };
}

function readNames(line: string): Byline {
  const named = namesOf(line);
  const written = writtenIn.exec(named)?.[1] ?? named;
  if (isAgency(written) && !partBreak.test(written))
    return lastWordsAgency(written) ?? { name: null, agency: written };
  const bracket = /^(.+?)\s*\(([^()]{2,40})\)$/u.exec(written);
  if (bracket?.[1] !== undefined && bracket[2] !== undefined) {
    if (isAgency(bracket[2])) return { name: trimmed(bracket[1]), agency: bracket[2].trim() };
    if (isRole(bracket[2])) return readNames(bracket[1]);
  }
  const parts = written.split(partBreak).filter((part) => part !== '');
  const agency =
    parts.slice(1).find((part) => isAgency(part) && !isRole(part)) ?? agencyOfRoles(parts.slice(1));
  const kept = parts.filter(
    (part, at) => at === 0 || (part !== agency && !isRole(part) && !specialTo.test(part)),
  );
  if (agency === null && kept.length === parts.length && parts.length > 1)
    return { name: written, agency: null };
  const name = kept.join(', ');
  if (agency !== null) return { name: withoutRole(name), agency };
  return lastWordsAgency(name) ?? { name: withoutRole(name), agency: null };
}

/** "AP Business Writer", "Associated Press Writer". */
function agencyOfRoles(parts: readonly string[]): string | null {
  for (const words of parts.filter(isRole).map((part) => part.split(/\s+/u)))
    for (let length = Math.min(maxAgencyLength, words.length - 1); length >= 1; length--) {
      const agency = words.slice(0, length).join(' ');
      if (isKnownAgency(agency)) return agency;
    }
  return null;
}

/** "JANE DOE Associated Press", "Jane Doe of Reuters". */
function lastWordsAgency(name: string): Byline | null {
  return endingInAgency(name, isKnownAgency) ?? endingInAgency(name, isAgency);
}

function endingInAgency(name: string, isOne: (text: string) => boolean): Byline | null {
  const words = name.split(/\s+/u);
  for (let length = maxAgencyLength; length >= 1; length--) {
    const from = words.length - length;
    if (from < minWordsOfName) continue;
    const agency = words.slice(from).join(' ');
    const before = words.slice(0, from).join(' ').replace(agencyPreposition, '');
    if (isOne(agency) && !/^(?:and|und|et|y|&)$/iu.test(words[from] ?? '') && before.includes(' '))
      return { name: before, agency };
  }
  return null;
}

/** "Jane Doe Senior Reporter": names have two words or three. */
function withoutRole(name: string): string {
  const words = name.split(/\s+/u);
  const rest = words.slice(minWordsOfName).join(' ');
  return words.length > minWordsOfName && isRole(rest) ? words.slice(0, minWordsOfName).join(' ') : name;
}

function trimmed(text: string): string {
  return text.replace(/^[\s:|,–—-]+|[\s:|,–—-]+$/gu, '');
}
