import type { RemovalImpact } from '../../../electron/contract/archive-api.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';

/** Articles that are to leave the library, and what goes with them. */
export type Removal = Readonly<{ selection: ArticleSelection; impact: RemovalImpact }>;

/** Articles that are to be corrected in one act. */
export type Correction = Readonly<{ selection: ArticleSelection; articles: number }>;

/** Articles that are to be taken out. */
export type Taking = Readonly<{ selection: ArticleSelection; articles: number }>;

/** What is filled in or compared beside the results. */
export type Sheet = 'builder' | 'trends' | 'list';

/** What lies over the window now. */
export class Dialogs {
  isShortcutsOpen = $state(false);
  isAboutOpen = $state(false);
  sheet = $state<Sheet | null>(null);
  /** The articles that the tag picker is open for. */
  tagging = $state.raw<ArticleSelection | null>(null);
  /** The articles that the person is asked about. */
  removing = $state.raw<Removal | null>(null);
  /** The articles whose fields are corrected together. */
  correcting = $state.raw<Correction | null>(null);
  /** What goes into a packed library is being chosen. */
  isPackingOpen = $state(false);
  /** Path of a packed library that was opened. */
  packed = $state<string | null>(null);
  /** The articles that are taken out. */
  taking = $state.raw<Taking | null>(null);
  #focusedBefore: Element | null = null;

  get isAnyOpen(): boolean {
    const isAnySheet = this.isShortcutsOpen || this.isAboutOpen || this.isPackingOpen || this.sheet !== null;
    return (
      isAnySheet ||
      [this.packed, this.tagging, this.removing, this.correcting, this.taking].some((one) => one !== null)
    );
  }

  openShortcuts(): void {
    this.#focusedBefore = document.activeElement;
    this.isShortcutsOpen = true;
  }

  openAbout(): void {
    this.#focusedBefore = document.activeElement;
    this.isAboutOpen = true;
  }

  openSheet(sheet: Sheet): void {
    this.#focusedBefore = document.activeElement;
    this.sheet = sheet;
  }

  openPacking(): void {
    this.#focusedBefore = document.activeElement;
    this.isPackingOpen = true;
  }

  openPacked(path: string): void {
    this.#focusedBefore = document.activeElement;
    this.packed = path;
  }

  openTagging(selection: ArticleSelection): void {
    this.#focusedBefore = document.activeElement;
    this.tagging = selection;
  }

  openRemoving(removal: Removal): void {
    this.#focusedBefore = document.activeElement;
    this.removing = removal;
  }

  openCorrecting(correction: Correction): void {
    this.#focusedBefore = document.activeElement;
    this.correcting = correction;
  }

  openTaking(taking: Taking): void {
    this.#focusedBefore = document.activeElement;
    this.taking = taking;
  }

  /** Closes what is open and gives the focus back to where the person was. */
  close(): void {
    this.isShortcutsOpen = false;
    this.isAboutOpen = false;
    this.isPackingOpen = false;
    this.packed = null;
    this.sheet = null;
    this.tagging = null;
    this.removing = null;
    this.correcting = null;
    this.taking = null;
    const before = this.#focusedBefore;
    if (before instanceof HTMLElement) setTimeout(() => before.focus({ preventScroll: true }));
  }
}
