import type { Hit, ArticleSelection } from '../../../electron/contract/search.ts';
import type { ArticleId } from '../../../electron/contract/ids.ts';
import { countPicked, isPicked, nothing, selectionOf, toggled, withAdded, type Picked } from './picked.ts';
import type { SearchState } from './search-state.svelte.ts';

/** The articles that the next act is done to: the selected ones, or else the focused one. */
export class SelectionState {
  picked = $state.raw<Picked>(nothing);
  #anchor: Readonly<{ row: number; before: Picked }> | null = null;
  readonly #search: SearchState;

  constructor(search: SearchState) {
    this.#search = search;
  }

  get count(): number {
    return countPicked(this.picked);
  }

  get isAll(): boolean {
    return this.picked.kind === 'all' && this.picked.except.size === 0;
  }

  /** Null when nothing is selected and no row has the focus. */
  get selection(): ArticleSelection | null {
    const selected = selectionOf(this.picked);
    if (selected !== null) return selected;
    const focused = this.#search.focusedHit;
    return focused === undefined ? null : { ids: [focused.id] };
  }

  has(id: ArticleId): boolean {
    return isPicked(this.picked, id);
  }

  toggle(hit: Hit): void {
    this.#anchor = null;
    this.picked = toggled(this.picked, hit.id);
  }

  /** Moves the focus by some rows of the answer that was asked for last, not past its ends. */
  focusBy(rows: number): void {
    this.#search.whenAnswered(() => this.focus(this.#search.focusedRow + rows));
  }

  /** As focusBy, and selects what it passes. */
  extendBy(rows: number): void {
    this.#search.whenAnswered(() => void this.extendTo(this.#search.focusedRow + rows));
  }

  /** Moves the focus and selects everything between where that began and the new row. */
  async extendTo(row: number): Promise<void> {
    this.#anchor ??= { row: this.#search.focusedRow, before: this.picked };
    const anchor = this.#anchor;
    this.#search.focus(row);
    const [first, last] = [anchor.row, this.#search.focusedRow].toSorted((a, b) => a - b);
    if (first === undefined || last === undefined) return;
    const hits = await this.#search.rows?.between(first, last);
    if (this.#anchor !== anchor || hits === undefined) return;
    this.picked = withAdded(
      anchor.before,
      hits.map((hit) => hit.id),
    );
  }

  /** Focuses a row without selecting it: the next extension starts there. */
  focus(row: number): void {
    this.#anchor = null;
    this.#search.focus(row);
  }

  selectAll(): void {
    const { page } = this.#search;
    if (page === null || page.total === 0) return;
    this.#anchor = null;
    this.picked = { kind: 'all', resultSet: page.resultSet, total: page.total, except: new Set() };
  }

  clear(): void {
    this.#anchor = null;
    this.picked = nothing;
  }

  /** After the same question was answered again: "all" now means the new answer. */
  renew(): void {
    const { page } = this.#search;
    if (this.picked.kind !== 'all' || page === null) return;
    this.picked = { ...this.picked, resultSet: page.resultSet, total: page.total };
  }
}
