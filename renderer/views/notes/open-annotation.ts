import { readingPartsOf, type ListedAnnotation } from '../../../electron/contract/highlights.ts';
import { say } from '../../../electron/words/say.ts';
import { attempt } from '../../state/window/attempt.ts';
import type { WindowState } from '../../state/window-state.ts';

type Opening = Pick<WindowState, 'layout' | 'reading' | 'router' | 'toasts' | 'wantedPassage'>;

/** Opens the article of a note or a highlight, at the passage where it has one. */
export async function openAnnotation(
  { layout, reading, router, toasts, wantedPassage }: Opening,
  annotation: ListedAnnotation['annotation'],
): Promise<void> {
  const { article } = annotation.kind === 'note' ? annotation.note : annotation.highlight;
  router.go('search');
  layout.isArticleInFront = true;
  if (reading.isOriginalShown)
    await attempt(toasts, say('article.original-not-read'), () => reading.toggleOriginal());
  await reading.openAside(article);
  if (annotation.kind === 'note' || annotation.highlight.anchor === null || reading.view === null) return;
  const [start] = annotation.highlight.anchor.range;
  const part = readingPartsOf(reading.view.fields).find(({ end }) => start < end);
  if (part?.kind === 'furniture') reading.isFurnitureShown = true;
  wantedPassage.id = annotation.highlight.id;
}
