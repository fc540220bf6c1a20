import type { TextBlock } from '../../../article/record-text.ts';

/** Lines shorter than this stand for themselves: rows of a table, verses. */
const wrappedFrom = 45;

/**
 * Paragraphs of a text that was broken into lines by hand: one begins after an empty line and at an indent. Rows of a table keep
 * their lines.
 */
export function paragraphsOfLines(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'body', text: joined(lines) });
    lines = [];
  };
  let isAfterGap = true;
  for (const line of text.split(/\r\n?|\n/u)) {
    if (line.trim() === '') {
      end();
      isAfterGap = true;
      continue;
    }
    if (!isAfterGap && /^(?: {2,}|\t)/u.test(line) && !isRow(line)) end();
    lines.push(line);
    isAfterGap = false;
  }
  end();
  return blocks;
}

/** A row of a table has gaps between its cells. */
function isRow(line: string): boolean {
  return /\S {3,}\S/u.test(line);
}

function joined(lines: readonly string[]): string {
  const isTable = lines.length > 1 && lines.filter(isRow).length * 2 > lines.length;
  const isVerse = lines.length > 2 && lines.slice(0, -1).every((line) => line.trim().length < wrappedFrom);
  return lines.map((line) => line.trim().replace(/\s+/gu, ' ')).join(isTable || isVerse ? '\n' : ' ');
}
