import { sentence } from '../../../../words/sentence.ts';
import { readFragment } from '../../../article/html/read-fragment.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import { languageNamed } from '../../../article/text/language-names.ts';
import { bylineOf } from '../agencies/wire-text.ts';
import { headText } from '../reading/head-text.ts';
import { exportReader, NoArticle, type ExportArticle } from './export-reader.ts';
import { oneLine, saidOf } from './said.ts';

/** The first tag of a record: "TY  - NEWS". */
const opening = /^(?:\ufeff|ï»¿)?TY {1,4}- ?[A-Z]{2,10}[^\S\n]*\r?$/m;
const tagged = /^([A-Z][A-Z0-9]) {1,4}- ?(.*)$/;
const day = /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/;
const outlets = ['T2', 'JO', 'JF', 'JA', 'J2', 'BT', 'PB'];

/**
 * RIS, what reference managers and NewsBank give: a record between its type and `ER`, an abstract or a note as its text
 * (the format as Zotero and Research Information Systems describe it).
 */
export const ris = exportReader(
  (input) =>
    opening.test(headText(input).slice(0, 4_096)) && /^ER {1,4}-/m.test(headText(input)) ? 0.93 : 0,
  { declares: false, opening, read: readRecord },
);

function readRecord(piece: string): ExportArticle {
  const fields = fieldsOf(piece);
  const all = (...tags: readonly string[]): readonly string[] => tags.flatMap((tag) => fields.get(tag) ?? []);
  const first = (...tags: readonly string[]): string => oneLine(all(...tags)[0] ?? '');
  const headline = first('TI', 'T1', 'CT', 'ST');
  const text = textsOf(['AB', 'N2', 'N1'].map((tag) => all(tag).join('\n\n')));
  if (headline === '' && text.length === 0) throw new NoArticle(sentence('file.neither'));
  return {
    key: first('AN', 'ID', 'UR', 'DO') || null,
    text,
    said: saidOf({
      headline,
      byline: bylineOf(...all('AU', 'A1', 'A2').map(personOf)),
      published:
        all('DA', 'Y1', 'PY')
          .map(dateOf)
          .sort((one, other) => other.length - one.length)[0] ?? '',
      outlet: first(...outlets),
      section: first('SE'),
      language: languageNamed(first('LA')) ?? (/^[a-z]{2}(?:-|$)/.test(first('LA')) ? first('LA') : ''),
      url: first('UR', 'L2'),
    }),
  };
}

/** The values of each tag; a line without one goes on with what was before. */
function fieldsOf(piece: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let values: string[] | null = null;
  for (const line of piece.split(/\r?\n/)) {
    const [, tag, value = ''] = tagged.exec(line.trimEnd()) ?? [];
    if (tag === 'ER') break;
    if (tag === undefined) {
      if (values !== null) values.push(`${values.pop() ?? ''}\n${line}`);
      continue;
    }
    values = fields.get(tag) ?? [];
    values.push(value.trim());
    fields.set(tag, values);
  }
  return fields;
}

/** The longest is the text: some programs keep it among the notes, as HTML. */
function textsOf(texts: readonly string[]): TextBlock[] {
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), '').trim();
  if (/<(?:p|div|br|h[1-6])\b/i.test(longest)) return readFragment(longest);
  return longest
    .split(/\n{2,}|\r?\n(?=\s{2,})/)
    .map((paragraph): TextBlock => ({ kind: 'body', text: oneLine(paragraph) }))
    .filter(({ text }) => text !== '');
}

/** "Okoro, Mina" as a byline has it; what has no comma is a desk. */
function personOf(name: string): string {
  const [family = '', given = '', ...rest] = name.split(',').map((part) => part.trim());
  return given === '' || rest.length > 1 ? name : `${given} ${family}`;
}

/** "2021/07/26/": a part may be left out, and what comes after it is no date. */
function dateOf(written: string): string {
  const [, year, month, date] = day.exec(written.trim()) ?? [];
  if (year === undefined) return written.trim();
  return [year, month, date]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
