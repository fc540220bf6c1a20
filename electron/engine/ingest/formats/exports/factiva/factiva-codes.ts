import { linesOf } from '../../../../article/html/page-lines.ts';
import { elementsIn, isElement, textOf, type PageElement } from '../../../../article/html/page-tree.ts';
import type { TextBlock } from '../../../../article/record-text.ts';
import type { ExportArticle } from '../export-reader.ts';
import { languageNamed } from '../../../../article/text/language-names.ts';
import { oneLine, saidOf, wordsIn } from '../said.ts';

const kinds: Readonly<Partial<Record<string, TextBlock['kind']>>> = {
  LP: 'body',
  TD: 'body',
  ART: 'caption',
};
/** Codes that are fields, and not lines about the article. */
const shown = new Set(['HD', 'BY', 'SE']);

type Rows = ReadonlyMap<string, readonly string[]>;

/** The rows of an article of Factiva in the display with codes ("HD", "LP", "TD"): the paragraphs of each. */
export function codedRows(article: PageElement): Rows {
  const rows = new Map<string, readonly string[]>();
  for (const row of elementsIn(article)) {
    if (row.tag !== 'tr') continue;
    const [name, value] = row.children.filter(isElement).filter(({ tag }) => tag === 'td');
    if (name === undefined || value === undefined || !/\bindex\b/.test(name.attributes['class'] ?? ''))
      continue;
    rows.set(
      oneLine(textOf(name)).toUpperCase(),
      linesOf(value).map(({ text }) => text.trim()),
    );
  }
  return rows;
}

/** Reads an article out of its rows. The lead may be all of its text. */
export function readFactivaCodes(rows: Rows): ExportArticle {
  const one = (code: string): string => oneLine((rows.get(code) ?? []).join(' '));
  const text: TextBlock[] = [];
  const furniture: TextBlock[] = [];
  for (const [code, lines] of rows) {
    if (shown.has(code)) continue;
    const kind = kinds[code];
    if (kind === undefined)
      furniture.push({ kind: 'furniture', text: `${code} ${oneLine(lines.join(' '))}` });
    else text.push(...lines.map((line): TextBlock => ({ kind, text: line })));
  }
  const declared = wordsIn(one('WC'));
  return {
    key: one('AN').replace(/^\S+\s+(?=\S)/, '') || null,
    text: [...text, ...furniture],
    said: saidOf({
      headline: one('HD'),
      byline: one('BY'),
      section: one('SE'),
      published: `${one('PD')} ${one('ET')}`,
      outlet: one('SN'),
      language: languageNamed(one('LA')),
    }),
    ...(declared === undefined ? {} : { declaredWords: declared }),
  };
}
