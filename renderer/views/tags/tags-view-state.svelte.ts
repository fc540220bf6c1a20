import { say } from '../../../electron/words/say.ts';
import type { Tag, TagColour } from '../../../electron/contract/archive-api.ts';
import type { TagId } from '../../../electron/contract/ids.ts';
import { isSameName, tidyTagName } from '../../components/tag-picker/tidy-tag-name.ts';
import { attempt } from '../../state/window/attempt.ts';
import type { TagsState } from '../../state/archive/tags-state.svelte.ts';
import type { Toasts } from '../../state/window/toasts.svelte.ts';
import { sayTags } from '../../text/say-tag-change.ts';
import { planRename } from './rename-plan.ts';
import { tagRows, type TagRow } from './tag-rows.ts';

/** A name that somebody wants and `wanted` has; `from` could be merged into it. */
export type Conflict = Readonly<{ wanted: Tag; from: Tag | null }>;

/** What is open, picked and being edited in the tags view, and the acts on tags with their words. */
export class TagsViewState {
  filter = $state('');
  closed = $state.raw<readonly string[]>([]);
  pickedIds = $state.raw<readonly TagId[]>([]);
  /** Name of the row that is being renamed. */
  renaming = $state<string | null>(null);
  isCreating = $state(false);
  conflict = $state.raw<Conflict | null>(null);
  readonly rows: readonly TagRow[] = $derived.by(() =>
    tagRows(this.#tags.tags, { filter: this.filter, closed: this.closed }),
  );
  readonly picked: readonly Tag[] = $derived.by(() =>
    this.#tags.tags.filter(({ id }) => this.pickedIds.includes(id)),
  );
  readonly #tags: TagsState;
  readonly #toasts: Toasts;

  constructor(tags: TagsState, toasts: Toasts) {
    this.#tags = tags;
    this.#toasts = toasts;
  }

  toggleOpen(name: string): void {
    const isClosed = this.closed.includes(name);
    this.closed = isClosed ? this.closed.filter((other) => other !== name) : [...this.closed, name];
  }

  togglePicked(id: TagId): void {
    const isPicked = this.pickedIds.includes(id);
    this.pickedIds = isPicked ? this.pickedIds.filter((other) => other !== id) : [...this.pickedIds, id];
  }

  stopEditing(): void {
    this.renaming = null;
    this.isCreating = false;
    this.conflict = null;
  }

  startCreating(): void {
    this.stopEditing();
    this.isCreating = true;
  }

  startRenaming(name: string): void {
    this.stopEditing();
    this.renaming = name;
  }

  /** Whether the editing is over: it is not when the name is taken. */
  async create(typed: string): Promise<boolean> {
    const name = tidyTagName(typed);
    const taken = this.#tags.tags.find((tag) => isSameName(tag.name, name));
    this.conflict = taken === undefined ? null : { wanted: taken, from: null };
    if (taken !== undefined) return false;
    this.stopEditing();
    if (name === '') return true;
    await this.#act(say('tags.not-made'), async () => {
      await this.#tags.create(name);
      this.#say(say('tags.made', { name }), 1);
    });
    return true;
  }

  async rename({ path: name, tag }: TagRow, typed: string): Promise<boolean> {
    const plan = planRename(this.#tags.tags, name, typed);
    if ('taken' in plan) {
      // Where a nested tag is in the way, to merge the two would be something else than what was asked for.
      const isItself = isSameName(plan.taken.name, tidyTagName(typed));
      this.conflict = { wanted: plan.taken, from: isItself ? tag : null };
      return false;
    }
    this.stopEditing();
    if (plan.renames.length === 0) return true;
    await this.#act(say('tags.not-renamed'), async () => {
      for (const rename of plan.renames) await this.#tags.rename(rename.tag, rename.name);
      this.#say(say('tags.renamed', { from: name, to: tidyTagName(typed) }), plan.renames.length);
    });
    return true;
  }

  async recolour(tag: Tag, colour: TagColour): Promise<void> {
    await this.#act(say('tags.not-coloured'), () => this.#tags.recolour(tag.id, colour));
  }

  async merge(tags: readonly Tag[], into: Tag): Promise<void> {
    this.stopEditing();
    const others = tags.filter(({ id }) => id !== into.id);
    if (others.length === 0) return;
    await this.#act(say('tags.not-merged'), async () => {
      const ids = others.map(({ id }) => id);
      const { changed } = await this.#tags.merge(ids, into.id);
      const articles = say('count.articles', { count: changed });
      this.#say(say('tags.merged', { what: sayTags(others), into: into.name, articles }), 1);
      this.pickedIds = [];
    });
  }

  async remove(tags: readonly Tag[]): Promise<void> {
    await this.#act(say('tags.not-deleted'), async () => {
      for (const { id } of tags) await this.#tags.remove(id);
      this.#say(say('tags.deleted', { what: sayTags(tags) }), tags.length);
      this.pickedIds = [];
    });
  }

  #act(otherwise: string, act: () => Promise<unknown>): Promise<void> {
    return attempt(this.#toasts, otherwise, act);
  }

  /** `acts` is how many acts one undo of the person takes back. */
  #say(message: string, acts: number): void {
    const undo = () =>
      this.#act(say('common.not-undone'), async () => {
        for (let act = 0; act < acts; act += 1) await this.#tags.undo();
      });
    this.#toasts.show({ message, undo });
  }
}
