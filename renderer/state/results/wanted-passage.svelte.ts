import type { HighlightId } from '../../../electron/contract/ids.ts';

/** The highlight that is to be brought into sight once its article is laid out. */
export class WantedPassage {
  id = $state.raw<HighlightId | null>(null);
}
