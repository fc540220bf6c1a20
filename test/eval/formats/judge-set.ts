import { judgeBody, squeezed, type Judged, type Verdict } from './judge-body.ts';
import type { FormatSet, ReadSetArticle, TrueArticle } from './format-sets.ts';
import {
  countsMarkup,
  namesAuthor,
  opensWithPlace,
  otherCount,
  type SetTexts,
} from './truth-against-files.ts';

export const judgedFields = ['headline', 'published', 'outlet', 'byline', 'place', 'body'] as const;
export type JudgedField = (typeof judgedFields)[number];

export type Counts = Readonly<Record<Verdict, number>>;

/** A field that is not right. */
export type Fault = Readonly<{
  article: string;
  field: JudgedField;
  verdict: Verdict;
  expected: string;
  got: string;
}>;

export type SetScore = Readonly<{
  name: string;
  there: number;
  found: number;
  missing: number;
  invented: number;
  fields: Readonly<Record<JudgedField, Counts>>;
  faults: readonly Fault[];
  /** Where the truth is not what its own files say, each as a line; what is concerned is not judged by it. */
  disputed: readonly string[];
}>;

/** What opens a byline in some languages: the reader may leave it out. */
const bylineOpening = /^(?:by|von|par|por|di|door|de|от)\s+/iu;
/** Where a date stands that neither the text nor the format says. */
const aroundFile = new Set(['path', 'url']);

/** Compares what was read of a set with what is true of it, and the truth with `texts`, the files that it is about. */
export function judgeSet(
  set: FormatSet,
  read: readonly ReadSetArticle[],
  texts: SetTexts = new Map(),
): SetScore {
  const disputed: string[] = [];
  const other = otherCount(set, texts);
  if (other !== null)
    disputed.push(
      `articles: the truth has ${String(set.articlesInFile)}, the files ${String(other.count)} (${other.called})`,
    );
  // Of pages that are no articles (scanned ones without a list of their articles) each file may give one.
  const there = other?.count ?? set.articlesInFile;
  const allowed = there === 0 ? set.files.length : there;
  const found = Math.min(there, read.length);
  const counts = new Map<JudgedField, Record<Verdict, number>>(
    judgedFields.map((field) => [field, { right: 0, wrong: 0, missing: 0 }]),
  );
  const faults: Fault[] = [];
  const pairs = pairUp(set.articles, read);
  for (const [at, truth] of set.articles.entries()) {
    const own = pairs[at] ?? null;
    for (const field of judgedFields) {
      const judged = judgeField(field, truth, own);
      if (judged === null) continue;
      const article = truth.id ?? truth.headline ?? `article ${String(at + 1)}`;
      const reason = judged.verdict === 'right' ? null : disputeOf(field, judged, truth, texts);
      if (reason !== null) {
        disputed.push(`${article}: ${field}: ${reason}`);
        continue;
      }
      const count = counts.get(field);
      if (count !== undefined) count[judged.verdict] += 1;
      if (judged.verdict === 'right') continue;
      faults.push({ article, field, ...judged });
    }
  }
  return {
    name: set.name,
    there,
    found,
    missing: there - found,
    invented: Math.max(0, withoutCopies(read).length - allowed),
    fields: Object.fromEntries(counts) as Record<JudgedField, Counts>,
    faults,
    disputed,
  };
}

/** Why a truth says nothing of what was read: its own file speaks against it. Null where nothing does. */
function disputeOf(
  field: JudgedField,
  { expected, got }: Judged,
  truth: TrueArticle,
  texts: SetTexts,
): string | null {
  if (field === 'byline' && expected === 'none' && namesAuthor(texts, got))
    return `the truth has none, the file names ${got}`;
  if (field === 'place' && expected === 'none' && opensWithPlace(texts, got))
    return `the truth has none, a paragraph of the file opens with ${got}`;
  // Both ends and nothing around them: what differs is the number of words alone.
  if (field === 'body' && got.endsWith(' F1 1.000') && countsMarkup(truth, texts))
    return `the truth counts ${String(truth.words)} words with the markup between them`;
  return null;
}

/** For each true article the one that was read of it, or null. */
function pairUp(truths: readonly TrueArticle[], read: readonly ReadSetArticle[]): (ReadSetArticle | null)[] {
  const free = new Set(read);
  const pairs: (ReadSetArticle | null)[] = truths.map(() => null);
  const candidates = truths.flatMap((truth, at) =>
    read.map((one) => ({ at, one, likeness: likenessOf(truth, one) })),
  );
  candidates.sort((a, b) => b.likeness - a.likeness);
  for (const { at, one, likeness } of candidates) {
    if (likeness < 2 || pairs[at] !== null || !free.has(one)) continue;
    pairs[at] = one;
    free.delete(one);
  }
  return pairs;
}

/** Without what another file says as well: captures of one page are one article in a library, with several locations. */
function withoutCopies(read: readonly ReadSetArticle[]): ReadSetArticle[] {
  const files = new Map<string, string>();
  return read.filter(({ file, article: { text } }) => {
    const first = files.get(text) ?? file;
    files.set(text, first);
    return first === file;
  });
}

function likenessOf(truth: TrueArticle, { file, key, article }: ReadSetArticle): number {
  if (truth.file !== undefined && truth.file !== file) return 0;
  const { headline, published } = article.fields;
  let likeness = truth.file === undefined ? 0 : 2;
  if (truth.id !== undefined && key === truth.id) likeness += 6;
  if (truth.headline !== null && squeezed(headline) === squeezed(truth.headline)) likeness += 4;
  if (truth.bodyStart !== null && squeezed(article.text).includes(squeezed(truth.bodyStart))) likeness += 4;
  if (truth.published !== null && published?.date.startsWith(truth.published.slice(0, 10)) === true)
    likeness += 1;
  return likeness;
}

/** Null where nobody said what is right. */
function judgeField(field: JudgedField, truth: TrueArticle, own: ReadSetArticle | null): Judged | null {
  if (field === 'body') return own === null ? missingBody(truth) : judgeBody(truth, own.article);
  if (field === 'published') return judgeDate(truth.published, own);
  const value = own?.article.fields[field] ?? null;
  const expected = truth[field];
  if (expected === null) {
    if (field === 'headline' || value === null) return null;
    return { verdict: 'wrong', expected: 'none', got: value };
  }
  const accepted = readingsOf(expected).map((text) => comparable(field, text));
  // "(only a placeholder)" says why there is none.
  if (accepted.length === 0) return null;
  const got = value ?? '';
  if (got === '') return { verdict: 'missing', expected, got };
  const verdict = accepted.includes(comparable(field, got)) ? 'right' : 'wrong';
  return { verdict, expected, got };
}

function missingBody({ bodyStart, words }: TrueArticle): Judged | null {
  if (bodyStart === null && words === 0) return null;
  return { verdict: 'missing', expected: bodyStart ?? `${String(words)} words`, got: '' };
}

/** A truth, and what stands before and in its brackets: "GDL (Gazette de Lausanne)" is right in three ways. */
function readingsOf(expected: string): string[] {
  const [, before = '', inside = ''] = /^([^(]*)\(([^()]*)\)$/u.exec(expected.trim()) ?? [];
  if (inside === '') return [expected];
  if (before === '') return [];
  return [expected, before, inside, inside.replace(/^login /u, '')];
}

function comparable(field: JudgedField, text: string): string {
  const own = squeezed(text);
  return field === 'byline' ? own.replace(bylineOpening, '').toLowerCase() : own;
}

/** As written, without the zone: to the minute where the truth is, to the day otherwise. */
function judgeDate(truth: string | null, own: ReadSetArticle | null): Judged | null {
  const published = own?.article.fields.published ?? null;
  // The time of the file is what is left where nothing is known.
  const got = published === null || published.from === 'file-time' ? '' : published.date;
  if (truth === null)
    return got === '' || aroundFile.has(published?.from ?? '')
      ? null
      : { verdict: 'wrong', expected: 'none', got };
  // When a page was fetched is not when it was published, and no wrong guess either.
  if (truth.endsWith('(capture)')) return null;
  const expected = truth.slice(0, 16);
  if (got === '' || (got !== expected && expected.startsWith(got)))
    return { verdict: 'missing', expected, got };
  return { verdict: got.startsWith(expected) ? 'right' : 'wrong', expected, got };
}
