import type { ArticleFields } from '../../contract/article.ts';
import type { ArticleId } from '../../contract/ids.ts';

export type Neighbours = Readonly<{ previous: ArticleId | null; next: ArticleId | null }>;

const previousLabel = /^(?:previous(?: article| post| story)?|المقال السابق|السابق|وتاری پێشوو)\W*$/iu;
const nextLabel = /^(?:next(?: article| post| story)?|المقال التالي|التالي|وتاری دواتر)\W*$/iu;

/** The headline that stands on the line after a label such as "Previous Article". */
function lineAfter(label: RegExp, furniture: readonly string[]): string | null {
  const at = furniture.findIndex((line) => label.test(line.trim()));
  return at < 0 ? null : (furniture[at + 1]?.trim() ?? null);
}

/** Looks up the articles that the page furniture names as neighbours; `byHeadline` gives null for one not held. */
export function neighboursOf(
  fields: ArticleFields,
  byHeadline: (headline: string) => ArticleId | null,
): Neighbours {
  const lookUp = (label: RegExp): ArticleId | null => {
    const headline = lineAfter(label, fields.furniture);
    return headline === null || headline === '' ? null : byHeadline(headline);
  };
  return { previous: lookUp(previousLabel), next: lookUp(nextLabel) };
}

/** Whether two headlines are the same but for signs. */
export function sameHeadline(a: string | undefined, b: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return a !== undefined && plain(a) === plain(b);
}
