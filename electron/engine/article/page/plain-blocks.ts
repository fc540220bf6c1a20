import type { TextBlock } from '../record-text.ts';
import { splitParagraphs } from '../paragraphs/paragraphs.ts';

/** The paragraphs of a text that is an article and nothing around it; lines that a fixed width has broken are one. */
export function plainBlocks(text: string): TextBlock[] {
  return splitParagraphs(text).map(({ start, end }) => ({ kind: 'body', text: text.slice(start, end) }));
}
