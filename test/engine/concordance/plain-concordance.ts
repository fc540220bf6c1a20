import type { ArticleFields } from '../../../electron/contract/article.ts';
import type { CollocatesRequest, ConcordanceSort } from '../../../electron/contract/concordance-api.ts';
import { analysis } from '../query/small-archive.ts';

/** A concordance made the plain way: every text is cut into words, and looked through from its first to its last. */
export type PlainLine = Readonly<{
  article: number;
  left: readonly string[];
  hit: string;
  right: readonly string[];
}>;

type Word = Readonly<{ written: string; form: string; term: string | null }>;

function textsOf(fields: ArticleFields): string[] {
  const { headline, standfirst, byline, place, agency, captions, body } = fields;
  const plain = [headline, standfirst, byline, place, agency].filter((text) => text !== null);
  return [...plain, ...captions.map(({ text }) => text), body.join('\n\n')];
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  analysis.scan(text, (word) => {
    const { form, term } = analysis.analyseWord(word);
    if (form !== '') words.push({ written: word, form, term });
  });
  return words;
}

/** Runs of words of which the terms are those of `phrase`; what overlaps or touches is one, as the window marks it. */
function hitsIn(words: readonly Word[], phrase: readonly string[]): [from: number, to: number][] {
  const wanted = phrase.map((word) => analysis.analyseWord(word));
  const isSame = (word: Word | undefined, { term, form }: Pick<Word, 'term' | 'form'>): boolean =>
    term === null ? word?.form === form : word?.term === term;
  const hits: [number, number][] = [];
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    if (!wanted.every((word, nth) => isSame(words[at + nth], word))) continue;
    const last = hits.at(-1);
    if (last !== undefined && at < last[1]) last[1] = at + wanted.length;
    else hits.push([at, at + wanted.length]);
  }
  return hits;
}

/** Every hit of a phrase, with all words of its text before it, nearest first, and after it. */
export function plainLines(
  articles: readonly ArticleFields[],
  order: readonly number[],
  phrase: readonly string[],
): PlainLine[] {
  return order.flatMap((article) =>
    textsOf(articles[article - 1] as ArticleFields).flatMap((text) => {
      const words = wordsOf(text);
      return hitsIn(words, phrase).map(([from, to]) => ({
        article,
        left: words
          .slice(0, from)
          .map(({ form }) => form)
          .reverse(),
        hit: words
          .slice(from, to)
          .map(({ written }) => written)
          .join(' '),
        right: words.slice(to).map(({ form }) => form),
      }));
    }),
  );
}

const { compare } = new Intl.Collator('und');

export function plainlySorted(lines: readonly PlainLine[], sort: ConcordanceSort): PlainLine[] {
  if (sort === 'answer') return [...lines];
  const side = sort.startsWith('L') ? 'left' : 'right';
  const key = (line: PlainLine): readonly string[] => line[side].slice(Number(sort.slice(1)) - 1, 3);
  return lines.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    for (let nth = 0; nth < 3; nth += 1) {
      const [x = '', y = ''] = [one[nth], other[nth]];
      if (x !== y) return compare(x, y) || (x < y ? -1 : 1);
    }
    return 0;
  });
}

/** How often each word stands within so many words of a hit, and in all, hits left out. */
export function plainCounts(
  articles: readonly ArticleFields[],
  order: readonly number[],
  phrase: readonly string[],
  { left, right }: Pick<CollocatesRequest, 'left' | 'right'>,
): { near: number; words: number; forms: Map<string, { together: number; inAll: number }> } {
  const forms = new Map<string, { together: number; inAll: number }>();
  let [near, all] = [0, 0];
  for (const article of order) {
    for (const text of textsOf(articles[article - 1] as ArticleFields)) {
      const words = wordsOf(text);
      const hits = hitsIn(words, phrase);
      for (const [at, { form }] of words.entries()) {
        if (hits.some(([from, to]) => at >= from && at < to)) continue;
        const isNear = hits.some(([from, to]) => (at < from ? from - at <= left : at - to < right));
        const count = forms.get(form) ?? { together: 0, inAll: 0 };
        forms.set(form, { together: count.together + (isNear ? 1 : 0), inAll: count.inAll + 1 });
        all += 1;
        if (isNear) near += 1;
      }
    }
  }
  return { near, words: all, forms };
}
