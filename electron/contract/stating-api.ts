import type { HighlightingApi, HighlightsApi } from './highlights.ts';
import type { ArticleId } from './ids.ts';
import type { ReadingState, TextAnchor } from './read-states.ts';
import type { ArticleSelection } from './search.ts';
import type { DoneAct } from './undo.ts';

/** What people wrote in articles and said of their reading. */
export interface AnnotationsApi extends HighlightsApi {
  /** The queue in its order. */
  readingQueue(request: Readonly<Record<string, never>>): Promise<readonly ArticleId[]>;
}

/** How they write and say it. */
export interface AnnotatingApi extends HighlightingApi {
  /** Articles join the queue at its end, in the order of their ids. */
  setReadingState(
    request: Readonly<{ selection: ArticleSelection; state: ReadingState; on: boolean }>,
  ): Promise<DoneAct>;
  /** Puts an article of the queue, or a new one, before another one, or at the end. */
  moveInQueue(request: Readonly<{ article: ArticleId; before: ArticleId | null }>): Promise<DoneAct>;
  /** That an article was opened and read, which is no act of a person that could be taken back. */
  noteRead(request: Readonly<{ article: ArticleId }>): Promise<void>;
  /** Where a person is in an article, for the next time; null at its head. */
  keepPlace(request: Readonly<{ article: ArticleId; place: TextAnchor | null }>): Promise<void>;
}
