import type { AltoBlock, AltoWord } from './alto-blocks.ts';
import { joinedParagraphs } from './ocr-paragraphs.ts';

const hyphens = /[-‐\u00ad¬=⸗]+$/u;

/** The text of blocks that follow one another, a paragraph each: words that lines, columns and pages broke are whole. */
export function textOfBlocks(blocks: readonly Pick<AltoBlock, 'lines'>[]): string[] {
  /** Where the first part of a word stands whose second one is still to come. */
  let open: Readonly<{ line: string[]; word: AltoWord }> | null = null;
  const written = blocks.map(({ lines }) =>
    lines.map((words) => {
      const line: string[] = [];
      for (const word of words) {
        if (open !== null) {
          const { line: before, word: first } = open;
          const isRest = word.part === 2 || (first.part === 0 && word.part === 0);
          before[before.length - 1] = isRest ? wholeOf(first, word) : brokenOf(first);
          open = null;
          if (isRest) continue;
        }
        line.push(word.text);
        if (word.isBroken) open = { line, word };
      }
      return line;
    }),
  );
  finish(open);
  const paragraphs = written.map((lines) =>
    lines
      .map((line) => line.join(' '))
      .filter((line) => line !== '')
      .join('\n'),
  );
  return joinedParagraphs(paragraphs);
}

function finish(open: Readonly<{ line: string[]; word: AltoWord }> | null): void {
  if (open !== null) open.line[open.line.length - 1] = brokenOf(open.word);
}

function wholeOf(first: AltoWord, rest: AltoWord): string {
  return first.text.replace(hyphens, '') + rest.text;
}

/** A first part alone: the whole word, if what the page gives for it can be true. */
function brokenOf({ text, whole }: AltoWord): string {
  const bare = text.replace(hyphens, '');
  return whole.toLowerCase().startsWith(bare.toLowerCase()) ? whole : text;
}
