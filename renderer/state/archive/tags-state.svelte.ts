import type { Tag, TagAct, TagColour } from '../../../electron/contract/archive-api.ts';
import type { TagId } from '../../../electron/contract/ids.ts';
import type { Selection } from '../../../electron/contract/search.ts';
import { archive, onArchive } from '../../archive.ts';

type TagsOfSelection = Awaited<ReturnType<typeof archive.tagsOf>>;

/** The tags of the library, as the sidebar, the picker and the tags view show them. */
export class TagsState {
  tags = $state.raw<readonly Tag[]>([]);
  isLoaded = $state(false);
  #byName = $derived<Readonly<Partial<Record<string, Tag>>>>(
    Object.fromEntries(this.tags.map((tag) => [tag.name, tag])),
  );

  /** Returns the end of the subscription. */
  listen(): () => void {
    return onArchive('tagsChanged', () => void this.load());
  }

  async load(): Promise<void> {
    this.tags = await archive.listTags({});
    this.isLoaded = true;
  }

  named(name: string): Tag | undefined {
    return this.#byName[name];
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

  async rename(tag: TagId, name: string): Promise<TagAct> {
    return this.#change(archive.renameTag({ tag, name }));
  }

  async recolour(tag: TagId, colour: TagColour): Promise<TagAct> {
    return this.#change(archive.recolourTag({ tag, colour }));
  }

  async merge(tags: readonly TagId[], into: TagId): Promise<TagAct> {
    return this.#change(archive.mergeTags({ tags, into }));
  }

  async remove(tag: TagId): Promise<TagAct> {
    return this.#change(archive.deleteTag({ tag }));
  }

  /** How many articles of a selection carry which tags. */
  async of(selection: Selection): Promise<TagsOfSelection> {
    return archive.tagsOf({ selection });
  }

  async set(selection: Selection, add: readonly string[], remove: readonly string[]): Promise<TagAct> {
    return this.#change(archive.setTags({ selection, add, remove }));
  }

  /** Null when there was nothing to take back. */
  async undo(): Promise<TagAct | null> {
    return this.#change(archive.undo({}));
  }

  async redo(): Promise<TagAct | null> {
    return this.#change(archive.redo({}));
  }

  async #change<Act extends TagAct | null>(act: Promise<Act>): Promise<Act> {
    const done = await act;
    await this.load();
    return done;
  }
}
