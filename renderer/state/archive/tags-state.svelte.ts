import type { DoneAct } from '../../../electron/contract/undo.ts';
import type { Tag, TagColour } from '../../../electron/contract/archive-api.ts';
import type { TagId } from '../../../electron/contract/ids.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';
import { archive, onArchive } from '../../archive.ts';
import { Overtaking } from './overtaking.ts';

type TagsOfSelection = Awaited<ReturnType<typeof archive.tagsOf>>;

/** The tags of the library, as the sidebar, the picker and the tags view show them. */
export class TagsState {
  tags = $state.raw<readonly Tag[]>([]);
  isLoaded = $state(false);
  /** Called when the list may have changed. */
  onLoad: () => void = () => undefined;
  readonly #byName = $derived(new Map(this.tags.map((tag) => [tag.name, tag])));
  readonly #byId = $derived(new Map(this.tags.map((tag) => [tag.id, tag])));
  readonly #listing = new Overtaking();
  /** What tags were last called that have been in the list. */
  readonly #names = new Map<TagId, string>();
  /** The tags that others were merged into, kept for a merge that is done once more. */
  readonly #mergedInto = new Map<TagId, TagId>();

  /** Returns the end of the subscription. */
  listen(): () => void {
    return onArchive('tagsChanged', () => void this.load());
  }

  async load(): Promise<void> {
    const isNewest = this.#listing.begin();
    const tags = await archive.listTags({});
    if (!isNewest()) return;
    this.tags = tags;
    this.isLoaded = true;
    for (const { id, name } of this.tags) this.#names.set(id, name);
    this.onLoad();
  }

  named(name: string): Tag | undefined {
    return this.#byName.get(name);
  }

  withId(id: TagId): Tag | undefined {
    return this.#byId.get(id);
  }

  /** Names of no tag are passed over. */
  idsOf(names: readonly string[]): readonly TagId[] {
    return names.flatMap((name) => this.named(name)?.id ?? []);
  }

  /** Also of one that is gone. */
  lastNameOf(id: TagId): string | undefined {
    return this.#names.get(id);
  }

  /** The tag that has the articles of `id` now: itself, the one that it was merged into, or null. */
  standsFor(id: TagId): TagId | null {
    const passed = new Set<TagId>();
    let now: TagId | undefined = id;
    while (now !== undefined && !this.#byId.has(now)) {
      if (passed.has(now)) return null;
      passed.add(now);
      now = this.#mergedInto.get(now);
    }
    return now ?? null;
  }

  /** Of a tag that is not known yet, the quiet one. */
  colourOf(name: string): TagColour {
    return this.named(name)?.colour ?? 'slate';
  }

  async create(name: string, colour: TagColour | null = null): Promise<Tag> {
    const tag = await archive.createTag({ name, colour });
    await this.load();
    return tag;
  }

  async rename(tag: TagId, name: string): Promise<DoneAct> {
    return this.#change(archive.renameTag({ tag, name }));
  }

  async recolour(tag: TagId, colour: TagColour): Promise<DoneAct> {
    return this.#change(archive.recolourTag({ tag, colour }));
  }

  async merge(tags: readonly TagId[], into: TagId): Promise<DoneAct> {
    // Noted before, because the list may come with the news of the merge and before its answer.
    const act = this.#change(archive.mergeTags({ tags, into }));
    for (const tag of tags) if (tag !== into) this.#mergedInto.set(tag, into);
    return act;
  }

  async remove(tag: TagId): Promise<DoneAct> {
    return this.#change(archive.deleteTag({ tag }));
  }

  /** How many articles of a selection carry which tags. */
  async of(selection: ArticleSelection): Promise<TagsOfSelection> {
    return archive.tagsOf({ selection });
  }

  async set(
    selection: ArticleSelection,
    add: readonly string[],
    remove: readonly string[],
  ): Promise<DoneAct> {
    return this.#change(archive.setTags({ selection, add, remove }));
  }

  /** Null when there was nothing to take back. */
  async undo(): Promise<DoneAct | null> {
    return this.#changeAgain(archive.undo({}));
  }

  async redo(): Promise<DoneAct | null> {
    return this.#changeAgain(archive.redo({}));
  }

  async #change<Act extends DoneAct | null>(act: Promise<Act>): Promise<Act> {
    // A new act is the end of those that were undone: a tag that is here again can't be merged by redoing.
    for (const { id } of this.tags) this.#mergedInto.delete(id);
    return this.#changeAgain(act);
  }

  async #changeAgain<Act extends DoneAct | null>(act: Promise<Act>): Promise<Act> {
    const done = await act;
    await this.load();
    return done;
  }
}
