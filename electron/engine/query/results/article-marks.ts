import type { ArticleView } from '../../../contract/archive-api.ts';
import type { ArticleFields, TextRange } from '../../../contract/article.ts';
import { fieldNumber } from '../../index/schema/fields.ts';
import type { Highlighter } from './highlighter.ts';

const paragraphBreak = '\n\n';

/** Marks of the joined paragraphs, given back to each: a phrase may run over the end of one. */
function marksOfParagraphs(
  paragraphs: readonly string[],
  highlight: (text: string) => readonly TextRange[],
): TextRange[][] {
  const ranges = highlight(paragraphs.join(paragraphBreak));
  let offset = 0;
  return paragraphs.map((paragraph) => {
    const start = offset;
    const end = start + paragraph.length;
    offset = end + paragraphBreak.length;
    return ranges
      .filter(([from, to]) => to > start && from < end)
      .map(([from, to]): TextRange => [Math.max(from, start) - start, Math.min(to, end) - start]);
  });
}

/** What a query hits in each text of an article. */
export function articleMarks(fields: ArticleFields, highlighter: Highlighter | null): ArticleView['marks'] {
  const highlight =
    (name: string) =>
    (text: string): readonly TextRange[] =>
      highlighter?.ranges(text, fieldNumber(name) ?? -1) ?? [];
  return {
    headline: highlight('headline')(fields.headline),
    standfirst: highlight('standfirst')(fields.standfirst ?? ''),
    body: marksOfParagraphs(fields.body, highlight('body')),
    captions: fields.captions.map(({ text }) => highlight('caption')(text)),
    furniture: fields.furniture.map(highlight('furniture')),
  };
}
