import { sentence } from '../../../../../words/sentence.ts';
import { readDateline } from '../../../../article/credits/dateline.ts';
import { findDates } from '../../../../article/dates/dates.ts';
import type { TextBlock } from '../../../../article/record-text.ts';
import { NoArticle, type ExportArticle } from '../export-reader.ts';
import { languageNamed } from '../../../../article/text/language-names.ts';
import { oneLine, saidOf } from '../said.ts';

/** Labels of ProQuest, in lower case. What is in none of them is text. */
const labels = new Set(
  [
    'abstract, author, company / organization, conference, copyright, correspondence author, country of publication, credit, database, document feature, ',
    'document type, document url, dissertation/thesis number, dateline, edition, first page, full text, identifier / keyword, identifier, illustration, ',
    'issn, issue, language of publication, language, last updated, links, location, name, number of pages, pages, people, person, place of publication, product name, ',
    'proquest document id, publication date, publication info, publication subject, publication title, publication year, publication, publisher, ',
    'section, source type, source attribution, start page, subject, title, url, volume, column, classification, business indexing term, author affiliation, notes',
  ]
    .join('')
    .split(', '),
);

/** In place of a text that the database has no right to. */
const unavailable = /^(?:full text )?not available\.?$/i;

export type ProQuestLine = Readonly<{ label: string | null; text: string; written: string }>;

/** "Publication date: May 8, 2010": the label in lower case, and what it says. */
export function proQuestLine(line: string): ProQuestLine {
  const [opening, label] = /^\s*([A-Z][A-Za-z /]{1,40}?)\s*:(?:\s+|$)/.exec(line) ?? [];
  if (opening === undefined || label === undefined || !labels.has(label.toLowerCase()))
    return { label: null, text: line.trim(), written: line.trim() };
  return { label: label.toLowerCase(), text: line.slice(opening.length).trim(), written: line.trim() };
}

/**
 * An article of ProQuest, of its lines: labelled ones, and those without a label that go on what stands above them. The first line
 * is the headline. `fullText` is the text where the export sets it apart.
 */
export function readProQuest(
  lines: readonly ProQuestLine[],
  fullText: readonly string[] | null,
  declaredWords?: number,
): ExportArticle {
  const fields = new Map<string, string[]>();
  let open = 'headline';
  for (const [at, line] of lines.entries()) {
    // A text that comes before the labels may have lines like them: of two the later one is meant.
    const isText = open === 'full text' && lines.slice(at + 1).some(({ label }) => label === line.label);
    const [label, text] = isText ? [null, line.written] : [line.label, line.text];
    if (label !== null && !fields.has(label)) open = label;
    else if (label !== null) open = `${label} again`;
    if (text === '') continue;
    const values = fields.get(open);
    if (values === undefined) fields.set(open, [text]);
    else values.push(text);
  }
  const one = (...names: readonly string[]): string => {
    const name = names.find((each) => fields.has(each));
    return name === undefined ? '' : oneLine((fields.get(name) ?? []).join(' '));
  };
  const paragraphs = (fullText ?? fields.get('full text') ?? []).filter((text) => !unavailable.test(text));
  const body =
    paragraphs.length > 0
      ? paragraphs
      : (fields.get('abstract') ?? []).filter((text) => !/^none available/i.test(text));
  const headline = (fields.get('title') ?? fields.get('headline') ?? [])[0] ?? '';
  if (body.length === 0 && headline === '') throw new NoArticle(sentence('file.neither'));
  const info = one('publication info');
  const [outlet = '', ...places] = one('publication title', 'publication').split(/\s*;\s*/);
  const isPlaced = readDateline(body[0] ?? '') !== null;
  const number = one('proquest document id');
  return {
    key: number === '' ? null : number,
    text: [
      ...body.map((text): TextBlock => ({ kind: 'body', text })),
      ...aboutOf(fields).map((text): TextBlock => ({ kind: 'furniture', text })),
    ],
    said: saidOf({
      headline,
      byline: one('author'),
      // Where a text says itself where it comes from, the place of its paper is not it.
      place: isPlaced ? null : one('dateline') || one('place of publication') || places.join('; '),
      published: one('publication date') || dateIn(info),
      language: languageNamed(one('language of publication', 'language')),
      outlet: (outlet || (info.split(/\s*[;[]/)[0] ?? '')).replace(/,.*edition.*$/i, ''),
      section: one('section'),
      url: one('document url', 'url'),
    }),
    ...(declaredWords === undefined ? {} : { declaredWords }),
  };
}

/** "[Los Angeles, Calif]08 May 2010: AA.2." */
function dateIn(info: string): string {
  const behind = info.slice(info.lastIndexOf(']') + 1);
  const [date] = findDates(behind);
  return date === undefined ? '' : behind.slice(date.start);
}

const notAbout = new Set(['headline', 'title', 'full text', 'author', 'section', 'document url']);

function aboutOf(fields: ReadonlyMap<string, readonly string[]>): string[] {
  return [...fields]
    .filter(([name]) => !notAbout.has(name))
    .map(([name, values]) => oneLine(`${name.replace(' again', '')}: ${values.join(' ')}`));
}
