import type { ConcordanceLine } from '../../../electron/contract/concordance-api.ts';
import type { ResultSetId } from '../../../electron/contract/ids.ts';
import { hitAt } from '../../text/hits/marked-forms.ts';
import type { ReadingState } from '../search/reading-state.svelte.ts';

/** Opens the article of a line at its hit. `isFocused`: it is the article that the results have their focus at. */
export async function openPassage(
  reading: ReadingState,
  { article, place }: ConcordanceLine,
  resultSet: ResultSetId,
  isFocused: boolean,
): Promise<void> {
  await reading.open(article, resultSet);
  if (reading.view?.id !== article) return;
  reading.isAside = !isFocused;
  if (place.field === 'furniture') reading.isFurnitureShown = true;
  const hit = hitAt(reading.view.marks, place);
  if (hit !== -1 && !reading.isOriginalShown) reading.goToHit(hit);
}
