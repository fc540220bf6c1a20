import { hasAny, headText, isMarkup } from '../../reading/head-text.ts';
import { exportReader, type ExportArticle } from '../export-reader.ts';
import { proQuestLine, readProQuest, type ProQuestLine } from './proquest-fields.ts';

const borders = ['_'.repeat(40), '*'.repeat(40)];
const border = /^(?:_{40,}|\*{40,})[^\S\n]*\r?$/m;
const known = /^(?:Full text|Full Text|ProQuest document ID|Publication title|Document URL): /m;
/** A page before the articles and one after them have a border as well. */
const isNoArticle =
  /^(?:Report Information from ProQuest|Table of contents|Contact ProQuest|Database copyright|Bibliography\b)/i;

/** What ProQuest gives as text: the text of an article may stand before its title. */
export const proQuestTxt = exportReader(
  (input) => {
    if (isMarkup(input) || !hasAny(input, ...borders)) return 0;
    const head = headText(input);
    return border.test(head) && known.test(head) ? 0.95 : 0;
  },
  { declares: false, opening: border, read: readPiece },
);

function readPiece(piece: string): ExportArticle | null {
  const [, ...written] = piece.split(/\r?\n/);
  const lines: ProQuestLine[] = [];
  for (const line of written) {
    const text = line.trim();
    if (text === '' || (lines.length === 0 && /^Document \d+ of \d+$/.test(text))) continue;
    lines.push(proQuestLine(text));
  }
  const isAbout = lines.filter(({ label }) => label !== null).length < 2;
  if (lines.length === 0 || isAbout || isNoArticle.test(lines[0]?.text ?? '')) return null;
  return readProQuest(lines, null);
}
