import type { ForeignOperator } from './foreign-operators.ts';
import { factivaOperator, nexisOperator } from './foreign-operators.ts';
import { factivaFields, nexisFields, type ForeignField } from './foreign-fields.ts';

/** How a service writes its queries. */
export type ForeignService = Readonly<{
  name: 'Nexis' | 'Factiva';
  /** What none but it writes; each match speaks for it. */
  evidence: readonly RegExp[];
  /** Reads an operator where the text at `at` begins with one. */
  operatorAt: (text: string, at: number) => ForeignOperator | null;
  fields: ReadonlyMap<string, ForeignField>;
  /** What stands right before the words of a field. */
  opening: '(' | '=';
  /** Whether `*` is one letter. */
  starIsLetter: boolean;
}>;

const nexis: ForeignService = {
  name: 'Nexis',
  evidence: [
    /\b(?:and|but)\s+not\b|(?<![\p{L}\p{N}/])\/(?:\d{1,3}|s|p|seg)(?![\p{L}\p{N}/])|\bw\/seg\b|\bonear\/\d|(?<!\S)\+\d{1,3}(?!\S)|\bnot\s+(?:w|pre)\/|\b(?:headline|body|byline|dateline|graphic|publication|section|terms|subject|company|person|geographic|language|length|title|head)\(|\bdate\s*\(?\s*(?:(?:aft|bef|is|geq|leq)\b|>=?|<=?|=)|\blength\s*[<>]/giu,
    /\b(?:ALLCAPS|CAPS|NOCAPS|LEAD|HLEAD|allcaps|caps|nocaps|lead|hlead|atleast\d+)\([^"]{0,200}?\b(?:and|or)\b/gu,
  ],
  operatorAt: nexisOperator,
  fields: nexisFields,
  opening: '(',
  starIsLetter: true,
};

const factiva: ForeignService = {
  name: 'Factiva',
  evidence: [
    /(?<![\p{L}\p{N}])(?:hd|hlp|lp|td|by|art|la|sn|rst|ns|co|re|in|fds|se|cr|pd|sc|hl)=\(?["\p{L}\p{N}]|\b(?:adj|near)\d{1,3}\b|\bwc\s*[<>]|\/f\d{1,4}\/|\batleast\d+\s+[\p{L}"]|\bdate\s+(?:from|after|before)\s+-?\d|\p{L}\$\d?(?![\p{L}\p{N}])/giu,
  ],
  operatorAt: factivaOperator,
  fields: factivaFields,
  opening: '=',
  starIsLetter: false,
};

/** What no evidence is without: looked for first, since every query is asked by which service it was written. */
const anyEvidence = /[/+(=<>$]|not|date(?!:)|adj|near|atlea/iu;

/** The service that a query was written for, by what only its queries have; null for one of ours. */
export function serviceOf(query: string): ForeignService | null {
  if (!anyEvidence.test(query)) return null;
  const counted = [nexis, factiva].map((service) => ({
    service,
    found: service.evidence.reduce((sum, one) => sum + [...query.matchAll(one)].length, 0),
  }));
  const best = counted.reduce((one, other) => (other.found > one.found ? other : one));
  return best.found === 0 ? null : best.service;
}
