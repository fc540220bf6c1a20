import { isAgency, isKnownAgency } from './agencies.ts';
import { findDates } from '../dates/dates.ts';
import type { FoundDate } from '../dates/found-date.ts';
import { foldSpelling } from '../text/fold-spelling.ts';
import { isKnownPlace } from './places.ts';
import { bracket, colon, dash, separator } from '../text/char-classes.ts';
import { kindsOf } from '../text/words.ts';

/** A dateline at the start of a paragraph: `[0, length)` of it, its separator included. */
export type Dateline = Readonly<{
  length: number;
  place: string | null;
  agency: string | null;
  date: FoundDate | null;
}>;

type Strength = 'strong' | 'dash' | 'colon' | 'none';
type Separator = Readonly<{ at: number; end: number; strength: Strength }>;

const maxDatelineLength = 110;
/** Of one on a line of its own, which an agency may close without a separator. */
const maxAloneLength = 59;
/** What every dateline has in it, those included that only an agency closes. */
const anySeparator = /[—–―−ـ:/|(-]|wire/iu;
const arabicScript = /\p{Script=Arabic}/u;

/** "PLACE/ AGENCY", "PLACE/ AGENCY/", "PLACE, DATE /AGENCY/", "PLACE-AGENCY", "AGENCY/": no mark needs to follow. */
const slashes = [
  /^([^\n/]{2,30}\/\s?[^\s/:]{2,14})(?:\s?\/\s*|(?=\s|$))/u,
  /^([^\n/]{2,60}\s\/\s?[^\s/]{2,14})\s?\/\s*/u,
  /^(\p{Script=Arabic}[^\s/:-]{2,14}-[^\s/:-]{2,10})(?=\s)/u,
  /^(\p{Script=Arabic}[^\n/:]{1,20})\s?\/\s+/u,
];

/** Capitalised words that open a sentence or a label rather than name a place. */
const labels = new Set(
  (
    'note|update|updated|correction|editor|editors|q|a|question|answer|analysis|opinion|comment|exclusive|breaking|watch|video|photos|photo|' +
    'live|read more|read|listen|factbox|timeline|explainer|profile|interview|summary|background|key points|quotes|wrapup|insight|feature|' +
    'review|preview|poll|table|source|sources|credit|tip|warning|tl;dr|ps|p.s|disclaimer|however|but|and|yes|no|the|this|that|he|she|it|they|we|i|' +
    'at|in|on|for|with|from|by|to|of|if|as|so|when|what|why|how|who|where|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday'
  ).split('|'),
);

/**
 * Reads `PLACE[, REGION][, DATE] [(AGENCY)] —|–|-|:` at the start of a paragraph, or null. Capitals need a
 * separator only; title case needs a dash, and unless it is a long one, a date, an agency or a known place as well.
 */
export function readDateline(paragraph: string, kinds = kindsOf(paragraph)): Dateline | null {
  if ((kinds & (dash | colon | separator | bracket)) === 0 && paragraph.length > maxAloneLength) return null;
  const head = paragraph.slice(0, maxDatelineLength + 4);
  if (!anySeparator.test(head)) return null;
  const isArabic = arabicScript.test(head.slice(0, 12));
  let first: Dateline | null = null;
  for (const separator of separatorsOf(head, paragraph.length <= head.length)) {
    const prefix = head.slice(0, separator.at);
    const found = isArabic ? readArabic(prefix, separator) : readLatin(prefix, separator, paragraph);
    if (found === null) continue;
    const signed =
      isArabic && found.agency === null && found.date !== null ? signatureAfter(head, separator.end) : null;
    const length = Math.min(signed?.end ?? separator.end, paragraph.length);
    const { place, date } = found;
    const dateline = { length, place, agency: signed?.agency ?? found.agency, date };
    // "PLACE – AGENCY:" has a separator inside: the longer reading says more.
    if (!isArabic || dateline.agency !== null) return dateline;
    first ??= dateline;
  }
  return first;
}

/** "PLACE, DATE – OUTLET: …": the outlet signs after the date. */
function signatureAfter(head: string, from: number): Readonly<{ agency: string; end: number }> | null {
  const match = /^([\p{L}\p{M}\s.]{2,30}):\s+/u.exec(head.slice(from));
  const agency = match?.[1]?.trim();
  if (!match || agency === undefined || wordCount(agency) > 3) return null;
  return { agency, end: from + match[0].length };
}

function separatorsOf(head: string, whole: boolean): Separator[] {
  const found: Separator[] = [];
  const pattern = /\s*(?:[—–―]|--+)\s*|\s+[-−ـ]\s*|\s*-\s+|\s*\/\/?-\s*|:\s+|:$|-$|(?<=\))\s*[-:]\s*/gu;
  for (const match of head.matchAll(pattern)) {
    const mark = match[0].trim();
    const strength = /^(?:[—–―]|--+)$/u.test(mark) ? 'strong' : mark === ':' ? 'colon' : 'dash';
    found.push({ at: match.index, end: match.index + match[0].length, strength });
    if (found.length === 4) break;
  }
  const mayHave = head.includes('/') || (head.includes('-') && arabicScript.test(head.charAt(0)));
  for (const pattern of mayHave ? slashes.toReversed() : []) {
    const [whole, prefix] = pattern.exec(head) ?? [];
    if (whole === undefined || prefix === undefined) continue;
    found.unshift({ at: prefix.length, end: whole.length, strength: 'none' });
  }
  if (whole && head.length <= maxAloneLength)
    found.push({ at: head.length, end: head.length, strength: 'none' });
  return found;
}

type Parts = Omit<Dateline, 'length'>;

function readLatin(prefix: string, separator: Separator, paragraph: string): Parts | null {
  if (prefix.length < 2) return null;
  const { rest: withoutAgency, agency } = takeAgency(prefix);
  if (separator.strength === 'none' && (agency === null || !isAgency(agency) || !isKnownPlace(withoutAgency)))
    return null;
  const { rest, date } = takeDate(withoutAgency);
  const bare = rest.replace(/[\s,;/]+$/u, '');
  // A full stop belongs to an abbreviation ("Ill."), or to nothing.
  const plain = bare.replace(/\.$/u, '');
  const place = /(?:^|[\s.])\p{L}{1,5}\.$/u.test(bare) && !isKnownPlace(plain) ? bare : plain;
  if (place === '') return null;
  if (!isPlaceShaped(place)) return null;
  const first = place.split(',', 1)[0] ?? place;
  if (
    labels.has(
      foldSpelling(first)
        .replace(/['’]s?\b.*$/u, '')
        .trim(),
    )
  )
    return null;
  const known = isKnownPlace(first) || isKnownPlace(place);
  const capitals = isCapitals(first);
  const evidence = known || date !== null || agency !== null;
  const opensText =
    separator.end >= paragraph.length ||
    /^["'“‘«([]*[\p{Lu}\p{N}$£€]/u.test(paragraph.slice(separator.end, separator.end + 4));
  if (!opensText && !(agency !== null && evidence)) return null;
  if (
    capitals &&
    separator.strength !== 'colon' &&
    (evidence ||
      (place.replace(/\P{L}/gu, '').length >= 4 && wordCount(first) <= 3 && runsOn(paragraph, separator)))
  )
    return { place, agency, date };
  if (
    capitals &&
    separator.strength === 'colon' &&
    (evidence || (wordCount(first) > 1 && wordCount(first) <= 3 && runsOn(paragraph, separator)))
  )
    return { place, agency, date };
  if (agency !== null && (known || isAgency(agency)) && wordCount(place) <= 8) return { place, agency, date };
  if (
    agency !== null &&
    separator.strength === 'strong' &&
    /^\p{Lu}/u.test(agency) &&
    wordCount(agency) <= 3 &&
    wordCount(place) <= 4
  ) {
    return { place, agency, date };
  }
  if (date !== null && separator.strength !== 'colon') return { place, agency, date };
  if (known && separator.strength !== 'colon') return { place, agency, date };
  if (separator.strength === 'strong' && place.includes(',') && wordCount(place) <= 5)
    return { place, agency, date };
  return null;
}

/** Whether a sentence follows: of a headline in capitals nothing is left that has small letters. */
function runsOn(paragraph: string, { end }: Separator): boolean {
  const rest = paragraph.slice(end);
  return rest === '' || (/\p{Ll}{2}/u.test(rest.slice(0, 60)) && wordCount(rest.slice(0, 200)) >= 4);
}

function wordCount(text: string): number {
  return text.split(/\s+/u).length;
}

function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Comma-separated names, each up to five words that begin with a capital (or are a particle). */
function isPlaceShaped(text: string): boolean {
  if (text.length > 80 || /[?!;:"“”=<>@#*]/u.test(text)) return false;
  const parts = text.split(/[,/]/u).map((part) => part.trim());
  if (parts.length > 4) return false;
  return parts.every((part) => {
    const words = part.split(/\s+/u);
    if (words.length > 5 || part === '') return false;
    return (
      words.every(
        (word) =>
          /^[\p{Lu}'‘’(]/u.test(word) ||
          /^(?:de|del|da|do|la|le|les|el|al|es|and|of|the|on|upon|sur|am|an|der|di|du|dos|in|near|ez|as|ad|y|et)$/u.test(
            word,
          ) ||
          /^(?:al|el|ez|ar|as|ad|an|d')[-’']?\p{Lu}/u.test(word),
      ) && /^[\p{Lu}'‘’]|^(?:al|el)-/u.test(part)
    );
  });
}

function takeAgency(prefix: string): { rest: string; agency: string | null } {
  // "NUEVA YORK (EFE).- …" has a full stop of its own.
  const text = prefix.trimEnd().replace(/\)\.$/u, ')');
  const bracket =
    /\(([^()]{2,40})\)$/u.exec(text) ??
    /(?:\/\/?|\s)((?:PRNewswire|PR Newswire|Business Wire|BUSINESS WIRE|GlobeNewswire|GLOBE NEWSWIRE|ACCESSWIRE)(?:-[\w ]{2,20})?)\/?\/?$/u.exec(
      text,
    );
  if (bracket?.[1] !== undefined)
    return { rest: text.slice(0, bracket.index).trimEnd(), agency: bracket[1].trim() };
  const slash = text.lastIndexOf('/');
  if (slash > 0 && isAgency(text.slice(slash + 1).trim())) {
    return { rest: text.slice(0, slash).trimEnd(), agency: text.slice(slash + 1).trim() };
  }
  // "PLACE-AGENCY", and "PLACE 12-10-2021 AGENCY".
  const [whole, last = ''] = /(?:(?<=^\p{Script=Arabic}+)-|(?<=\p{Nd})\s)([^\s-]{2,10})$/u.exec(text) ?? [];
  return whole !== undefined && isKnownAgency(last)
    ? { rest: text.slice(0, -whole.length).trimEnd(), agency: last }
    : { rest: text, agency: null };
}

function takeDate(text: string): { rest: string; date: FoundDate | null } {
  const date = findDates(text).at(-1);
  if (date === undefined)
    return {
      rest: text.replace(/,?\s*(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?$/u, ''),
      date: null,
    };
  if (/[\p{L}\p{N}]/u.test(text.slice(date.end))) return { rest: text, date: null };
  const rest = text
    .slice(0, date.start)
    .replace(/[\s,(]*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?[\s,(/–—-]*$/u, '');
  return { rest, date };
}

function readArabic(prefix: string, separator: Separator): Parts | null {
  const { rest: withoutAgency, agency } = takeAgency(prefix);
  const { rest, date } = takeDate(withoutAgency);
  const text = rest.replace(/(?:[\s,،.:؛]|\sفي)+$/u, '').replace(/^[\s"«(]+/u, '');
  if (separator.strength === 'none' && isKnownAgency(text) && !isKnownPlace(text))
    return { place: null, agency: text, date };
  if (text === '' || wordCount(text) > 8) return null;
  const place = text.replace(/[»")]+$/u, '');
  if (agency !== null) {
    if (separator.strength === 'none' && !/[/-]/u.test(prefix)) return null;
    const isNamed = isKnownPlace(firstPlace(place)) || isAgency(agency) || date !== null;
    const isShaped = /^[\p{L}\p{M}\s،,ـ'-]+$/u.test(place) && wordCount(agency) <= 4;
    const isSure = isNamed ? wordCount(place) <= 4 : wordCount(place) <= 3 && separator.strength !== 'colon';
    return isShaped && isSure ? { place, agency, date } : null;
  }
  const isOpen = separator.strength === 'none' || separator.strength === 'colon';
  if (date !== null && (isKnownPlace(firstPlace(place)) || (!isOpen && wordCount(place) <= 3))) {
    return separator.strength === 'none' ? null : { place, agency: null, date };
  }
  const halves = text.split(/\s*(?:[/–—:|]|\s[-ـ]\s)\s*/u).map(unquoted);
  if (halves.length === 2) {
    const [one = '', two = ''] = halves;
    const isTurned = isAgency(one) && isKnownPlace(two) && !isKnownPlace(one);
    if (isTurned) return { place: two, agency: one, date };
    if (isAgency(two) && isNameOfPlace(one)) return { place: one, agency: two, date };
    const isPair = !/[–—]/u.test(text) || separator.strength === 'colon';
    const isShort = wordCount(one) <= 3 && wordCount(two) <= 3 && /^[\p{L}\p{M}\s]+$/u.test(one + two);
    return isPair && isShort && !isKnownPlace(one) && separator.strength !== 'none'
      ? { place: one, agency: two, date }
      : null;
  }
  if (halves.length === 1 && separator.strength !== 'none' && isKnownPlace(place))
    return { place, agency: null, date };
  return null;
}

function firstPlace(text: string): string {
  return (text.split(/[،,]/u, 1)[0] ?? text).trim();
}

function unquoted(text: string): string {
  return text.replace(/^[\s"«“(]+|[\s"»”)]+$/gu, '');
}

function isNameOfPlace(text: string): boolean {
  return isKnownPlace(firstPlace(text)) || (/^[\p{L}\p{M}\s،-]{3,24}$/u.test(text) && wordCount(text) <= 2);
}
