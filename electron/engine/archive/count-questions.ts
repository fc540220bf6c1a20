import type { CountedQuestion, SavedQuestion } from '../../contract/saved-searches.ts';
import { countFrom, countOf, maxArticleOf } from '../query/filtering/matched-articles.ts';
import type { Searcher } from '../query/searcher.ts';

/** How many articles each question finds, and how many of these have an id from `seenUpTo` on. */
export function countQuestions(
  searcher: Searcher,
  asked: readonly Readonly<{ question: SavedQuestion; seenUpTo: number }>[],
): Readonly<{ counts: readonly CountedQuestion[]; upTo: number }> {
  return searcher.overAll(
    asked.map(({ question }) => ({ ...question, typing: false })),
    (snapshot, found) => ({
      counts: found.map(({ matched, fault }, nth) => ({
        articles: countOf(matched),
        fresh: countFrom(snapshot, matched, asked[nth]?.seenUpTo ?? 0),
        fault,
      })),
      upTo: maxArticleOf(snapshot) + 1,
    }),
  );
}
