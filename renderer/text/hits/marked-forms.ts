import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import type { HitPlace } from '../../../electron/contract/concordance-api.ts';
import type { ArticleFields, TextRange } from '../../../electron/contract/article.ts';

export type ArticleMarks = ArticleView['marks'];

/** Numbers of the first mark in each part, counted through the article as it is read. */
export type MarkOffsets = Readonly<{
  headline: number;
  standfirst: number;
  captions: readonly number[];
  body: readonly number[];
  furniture: readonly number[];
  total: number;
}>;

/** Headline, standfirst, captions, body, furniture: the order in which the article stands on the page. */
export function offsetsOf(marks: ArticleMarks): MarkOffsets {
  let total = 0;
  const take = (ranges: readonly TextRange[]) => {
    const first = total;
    total += ranges.length;
    return first;
  };
  const headline = take(marks.headline);
  const standfirst = take(marks.standfirst);
  const captions = marks.captions.map(take);
  const body = marks.body.map(take);
  const furniture = marks.furniture.map(take);
  return { headline, standfirst, captions, body, furniture, total };
}

/** The number of the hit at a place, counted through the article; -1 where none is marked there. */
export function hitAt(marks: ArticleMarks, { field, text, start }: HitPlace): number {
  const offsets = offsetsOf(marks);
  const at = (ranges: readonly TextRange[] = [], first = 0): number => {
    const nth = ranges.findIndex(([from, to]) => from <= start && start < to);
    return nth === -1 ? -1 : first + nth;
  };
  switch (field) {
    case 'headline':
      return at(marks.headline, offsets.headline);
    case 'standfirst':
      return at(marks.standfirst, offsets.standfirst);
    case 'caption':
      return at(marks.captions[text], offsets.captions[text]);
    case 'body':
      return at(marks.body[text], offsets.body[text]);
    case 'furniture':
      return at(marks.furniture[text], offsets.furniture[text]);
    default:
      return -1;
  }
}

/** Where a text stands in an article, without regard to case, accents or the kind of white space. */
export function findInArticle(fields: ArticleFields, wanted: string): ArticleMarks {
  const find = (text: string | null) => findInText(text ?? '', wanted);
  return {
    headline: find(fields.headline),
    standfirst: find(fields.standfirst),
    captions: fields.captions.map((caption) => find(caption.text)),
    body: fields.body.map(find),
    furniture: fields.furniture.map(find),
  };
}

/** Ranges of `text` that read like `wanted`. */
export function findInText(text: string, wanted: string): readonly TextRange[] {
  const needle = fold(wanted.trim()).folded;
  if (needle === '') return [];
  const { folded, origins } = fold(text);
  const ranges: TextRange[] = [];
  for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, at + needle.length)) {
    const start = origins[at] ?? 0;
    const end = origins[at + needle.length] ?? text.length;
    ranges.push([start, end]);
  }
  return ranges;
}

/** The words as written that are marked in an article. */
export function markedForms(fields: ArticleFields, marks: ArticleMarks): readonly string[] {
  const forms = new Set<string>();
  const add = (text: string | null | undefined, ranges: readonly TextRange[] = []) => {
    for (const [start, end] of ranges) forms.add((text ?? '').slice(start, end));
  };
  add(fields.headline, marks.headline);
  add(fields.standfirst, marks.standfirst);
  fields.captions.forEach((caption, index) => add(caption.text, marks.captions[index]));
  fields.body.forEach((paragraph, index) => add(paragraph, marks.body[index]));
  fields.furniture.forEach((line, index) => add(line, marks.furniture[index]));
  forms.delete('');
  return [...forms];
}

/** Ranges of `text` at which one of the forms stands as a whole word. */
export function findForms(text: string, forms: readonly string[]): readonly TextRange[] {
  if (forms.length === 0) return [];
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  const escaped = longestFirst.map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(whole)].map((match) => [match.index, match.index + match[0].length]);
}

/** Lower case without accents; `origins[i]` is where the folded unit `i` comes from. */
function fold(text: string): Readonly<{ folded: string; origins: readonly number[] }> {
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s/gu, ' ');
    folded += plain;
    for (let i = 0; i < plain.length; i++) origins.push(at);
    at += sign.length;
  }
  origins.push(text.length);
  return { folded, origins };
}
