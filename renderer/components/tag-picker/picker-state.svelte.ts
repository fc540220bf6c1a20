import type { ArticleSelection } from '../../../electron/contract/search.ts';
import type { TagsState } from '../../state/archive/tags-state.svelte.ts';
import {
  nextChange,
  pickerOptions,
  type Carried,
  type Changes,
  type PickerOption,
} from './picker-options.ts';

const nothing: Carried = { articles: 0, tags: [] };

/** What is typed and toggled in the tag picker before it is applied in one act. */
export class PickerState {
  text = $state('');
  /** The option under the keyboard; -1 is the text field itself. */
  activeIndex = $state(-1);
  carried = $state.raw(nothing);
  isLoading = $state(true);
  changes = $state.raw<Changes>({});
  readonly options: readonly PickerOption[] = $derived.by(() =>
    pickerOptions({
      tags: this.#tags.tags,
      carried: this.carried,
      changes: this.changes,
      text: this.text,
    }),
  );
  readonly active = $derived(this.options[this.activeIndex]);
  readonly added = $derived(this.#namesWith('add'));
  readonly removed = $derived(this.#namesWith('remove'));
  readonly hasChanges = $derived(this.added.length + this.removed.length > 0);
  readonly #tags: TagsState;
  readonly #selection: ArticleSelection;

  constructor(tags: TagsState, selection: ArticleSelection) {
    this.#tags = tags;
    this.#selection = selection;
  }

  async load(): Promise<void> {
    this.carried = await this.#tags.of(this.#selection);
    this.isLoading = false;
  }

  /** The best fit is under the keyboard as soon as there is text. */
  type(text: string): void {
    this.text = text;
    this.activeIndex = text.trim() === '' ? -1 : 0;
  }

  /** By one option, round the ends; the text field lies between last and first. */
  move(by: 1 | -1): void {
    const places = this.options.length + 1;
    this.activeIndex = ((this.activeIndex + 1 + by + places) % places) - 1;
  }

  toggle({ name, before }: PickerOption): void {
    const { [name]: change, ...others } = this.changes;
    const next = nextChange(before, change);
    this.changes = next === undefined ? others : { ...others, [name]: next };
    if (this.text !== '') this.type('');
  }

  async apply(): Promise<number> {
    const { changed } = await this.#tags.set(this.#selection, this.added, this.removed);
    return changed;
  }

  #namesWith(wanted: 'add' | 'remove'): readonly string[] {
    return Object.entries(this.changes)
      .filter(([, change]) => change === wanted)
      .map(([name]) => name);
  }
}
