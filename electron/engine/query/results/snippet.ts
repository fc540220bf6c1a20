import type { ArticleFields, TextRange } from '../../../contract/article.ts';
import type { Snippet } from '../../../contract/search.ts';
import { fieldNumber, indexFields } from '../../index/schema/fields.ts';
import { disjoint, type Highlighter, type Mark } from './highlighter.ts';

const snippetLength = 240;
const leadBefore = 60;
export const ellipsis = '…';

/** Fields that a passage may come from, best first. */
const passageFields = ['body', 'standfirst', 'caption', 'furniture'];

/** Where to begin so that most different phrases, then most marks, fall in a passage. */
function bestStart(marks: readonly Mark[]): number {
  let best = { start: 0, phrases: 0, marks: 0 };
  /** Marks in the passage by phrase: those from `at` up to `end`. */
  const inside = new Map<number, number>();
  let end = 0;
  for (const [at, { range, phrase }] of marks.entries()) {
    const [start] = range;
    for (end = Math.max(end, at); end < marks.length; end += 1) {
      const mark = marks[end];
      if (mark === undefined || mark.range[1] > start + snippetLength - leadBefore) break;
      inside.set(mark.phrase, (inside.get(mark.phrase) ?? 0) + 1);
    }
    const phrases = inside.size;
    if (phrases > best.phrases || (phrases === best.phrases && end - at > best.marks)) {
      best = { start, phrases, marks: end - at };
    }
    if (end === at) continue;
    const left = (inside.get(phrase) ?? 0) - 1;
    if (left > 0) inside.set(phrase, left);
    else inside.delete(phrase);
  }
  return best.start;
}

/** Moves a cut to a space near by, so that no word is cut in two. */
function wordBoundary(text: string, at: number, direction: 1 | -1): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length);
  for (let moved = 0; moved < 30; moved += 1) {
    const edge = at + moved * direction;
    if (edge <= 0 || edge >= text.length) break;
    if (/\s/u.test(text.charAt(edge))) return direction === 1 ? edge + 1 : edge;
  }
  return at;
}

function cutPassage(text: string, start: number, marks: readonly Mark[]): Snippet {
  const boundary = wordBoundary(text, start, 1);
  const from = boundary + (/^\s*/u.exec(text.slice(boundary, boundary + 100))?.[0].length ?? 0);
  const to = wordBoundary(text, from + snippetLength, -1);
  const before = from > 0 ? ellipsis : '';
  const passage = text.slice(from, to).replace(/[^\S ]/gu, ' ');
  const shifted = marks
    .filter(({ range }) => range[0] >= from && range[1] <= to)
    .map(({ range }): TextRange => [range[0] - from + before.length, range[1] - from + before.length]);
  return { text: before + passage + (to < text.length ? ellipsis : ''), marks: disjoint(shifted) };
}

/** The passage that shows best why an article was found; the start of its body when nothing in it is marked. */
export function snippetOf(fields: ArticleFields, highlighter: Highlighter): Snippet {
  for (const name of passageFields) {
    const number = fieldNumber(name);
    const field = number === null ? undefined : indexFields[number];
    if (number === null || field === undefined) continue;
    const text = field.texts(fields).join('\n');
    const marks = highlighter.marks(text, number);
    if (marks.length === 0) continue;
    const start = bestStart(marks);
    // A passage near the start reads better from the start.
    return cutPassage(text, start < snippetLength / 2 ? 0 : start - leadBefore, marks);
  }
  const lead =
    fields.body.length > 0 ? fields.body.join('\n') : (fields.standfirst ?? fields.captions[0]?.text ?? '');
  return cutPassage(lead, 0, []);
}
