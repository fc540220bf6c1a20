import { joinLines } from '../../../article/text/broken-words.ts';

/** So much of a page says whether a word has a hyphen elsewhere. */
const maxEvidenceLength = 20_000;

/** Paragraphs of lines, each as one line with the words whole that its line ends broke. */
export function joinedParagraphs(paragraphs: readonly string[]): string[] {
  const all = paragraphs.join('\n').slice(0, maxEvidenceLength);
  return paragraphs.map((paragraph) => joinLines(paragraph, all));
}
