import { contextWords } from '../../../electron/contract/concordance-api.ts';
import type { ResultsLook, ShownColumn, TableColumn } from '../../../electron/contract/results-look.ts';
import type { WindowMemoryState } from '../window/window-memory.svelte.ts';

/** Wide enough for what mostly stands there. */
const usualPx: Readonly<Record<TableColumn, number>> = {
  headline: 440,
  published: 104,
  outlet: 140,
  agency: 120,
  place: 120,
  language: 88,
  words: 72,
  tags: 160,
  notes: 64,
  path: 280,
};
const narrowestPx = 48;
const widestPx = 900;

const usual: ResultsLook = {
  shape: 'rows',
  density: 'comfortable',
  columns: (['headline', 'published', 'outlet', 'place', 'words', 'tags'] as const).map((name) => ({
    name,
    px: usualPx[name],
  })),
  sort: 'answer',
  words: contextWords.usual,
};

/** How the person looks at results, kept from one run to the next. */
export class LookState {
  readonly #memory: WindowMemoryState;

  constructor(memory: WindowMemoryState) {
    this.#memory = memory;
  }

  get current(): ResultsLook {
    return this.#memory.current.results ?? usual;
  }

  change(changes: Partial<ResultsLook>): void {
    this.#memory.change({ results: { ...this.current, ...changes } });
  }

  resizeColumn(name: TableColumn, px: number): void {
    const width = Math.round(Math.max(narrowestPx, Math.min(widestPx, px)));
    this.#changeColumns((columns) => columns.map((one) => (one.name === name ? { name, px: width } : one)));
  }

  /** Shows a column at the end, or takes it away; the last one stays. */
  toggleColumn(name: TableColumn): void {
    this.#changeColumns((columns) => {
      const others = columns.filter((one) => one.name !== name);
      if (others.length === columns.length) return [...columns, { name, px: usualPx[name] }];
      return others.length === 0 ? columns : others;
    });
  }

  #changeColumns(changed: (columns: readonly ShownColumn[]) => readonly ShownColumn[]): void {
    this.change({ columns: changed(this.current.columns) });
  }
}
