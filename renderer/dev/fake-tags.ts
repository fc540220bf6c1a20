import type { DoneAct } from '../../electron/contract/undo.ts';
import { starTag, tagColours, type Tag, type TagColour } from '../../electron/contract/archive-api.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import { tagId, type TagId } from '../../electron/contract/ids.ts';
import type { InventedArticle } from './invented-articles.ts';

type Snapshot = Readonly<{
  label: string;
  names: ReadonlyMap<TagId, Readonly<{ name: string; colour: TagColour }>>;
  tags: readonly ReadonlySet<string>[];
}>;

/** Tags in memory; every act takes a snapshot before, so undo puts the snapshot back. */
export class FakeTags {
  readonly #articles: readonly InventedArticle[];
  #names = new Map<TagId, Readonly<{ name: string; colour: TagColour }>>();
  #undo: Snapshot[] = [];
  #redo: Snapshot[] = [];
  #nextId = 1;

  constructor(articles: readonly InventedArticle[]) {
    this.#articles = articles;
    const names = new Set([...articles.flatMap(({ tags }) => [...tags]), starTag, 'To read']);
    if (articles.length > 0) for (const name of names) this.#add(name, null);
  }

  list(): readonly Tag[] {
    return [...this.#names]
      .map(([id, { name, colour }]) => ({ id, name, colour, articles: this.#carriers(name).length }))
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  /** Ids of no tag are passed over. */
  namesOf(ids: readonly TagId[]): readonly string[] {
    return ids.flatMap((id) => this.#names.get(id)?.name ?? []);
  }

  create(name: string, colour: TagColour | null): Tag {
    if (this.#idOf(name) !== undefined)
      throw new FailureError({ code: 'name-taken', message: `A tag “${name}” exists.` });
    this.#act(`created the tag “${name}”`);
    const id = this.#add(name, colour);
    return { id, name, colour: this.#get(id).colour, articles: 0 };
  }

  rename(id: TagId, name: string): DoneAct {
    const old = this.#get(id);
    const family = [...this.#names].filter(
      ([, tag]) => tag.name === old.name || tag.name.startsWith(`${old.name}/`),
    );
    const holder = this.#idOf(name);
    if (holder !== undefined && holder !== id) {
      throw new FailureError({ code: 'name-taken', message: `A tag “${name}” exists.` });
    }
    const changed = this.#carriers(old.name).length;
    const label = this.#act(`renamed “${old.name}” to “${name}”`);
    for (const [member, tag] of family) {
      const next = `${name}${tag.name.slice(old.name.length)}`;
      const carriers = this.#carriers(tag.name);
      this.#names.set(member, { ...tag, name: next });
      for (const article of carriers) exchange(article, tag.name, next);
    }
    return { changed, label };
  }

  recolour(id: TagId, colour: TagColour): DoneAct {
    const old = this.#get(id);
    const label = this.#act(`coloured “${old.name}” ${colour}`);
    this.#names.set(id, { ...old, colour });
    return { changed: 0, label };
  }

  merge(ids: readonly TagId[], into: TagId): DoneAct {
    const target = this.#get(into).name;
    const others = ids.filter((id) => id !== into);
    const carriers = new Set(others.flatMap((id) => this.#carriers(this.#get(id).name)));
    const label = this.#act(`merged ${String(others.length)} tags into “${target}”`);
    for (const id of others) {
      const { name } = this.#get(id);
      for (const article of this.#carriers(name)) exchange(article, name, target);
      this.#names.delete(id);
    }
    return { changed: carriers.size, label };
  }

  delete(id: TagId): DoneAct {
    const { name } = this.#get(id);
    const carriers = this.#carriers(name);
    const label = this.#act(`deleted the tag “${name}”`);
    this.#names.delete(id);
    for (const article of carriers) article.tags = new Set([...article.tags].filter((tag) => tag !== name));
    return { changed: carriers.length, label };
  }

  set(selected: readonly InventedArticle[], add: readonly string[], remove: readonly string[]): DoneAct {
    const changed = selected.filter(
      ({ tags }) => add.some((name) => !tags.has(name)) || remove.some((name) => tags.has(name)),
    );
    const words = [...add.map((name) => `added “${name}”`), ...remove.map((name) => `removed “${name}”`)];
    const label = this.#act(words.join(', '));
    for (const name of add) if (this.#idOf(name) === undefined) this.#add(name, null);
    for (const article of changed) {
      article.tags = new Set([...[...article.tags].filter((name) => !remove.includes(name)), ...add]);
    }
    return { changed: changed.length, label };
  }

  get undoLabel(): string | null {
    return this.#undo.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#redo.at(-1)?.label ?? null;
  }

  undo(): DoneAct | null {
    return this.#swap(this.#undo, this.#redo);
  }

  redo(): DoneAct | null {
    return this.#swap(this.#redo, this.#undo);
  }

  #swap(from: Snapshot[], to: Snapshot[]): DoneAct | null {
    const snapshot = from.pop();
    if (snapshot === undefined) return null;
    to.push(this.#snapshot(snapshot.label));
    this.#names = new Map(snapshot.names);
    let changed = 0;
    this.#articles.forEach((article, index) => {
      const before = snapshot.tags[index] ?? new Set<string>();
      if ([...before].join() !== [...article.tags].join()) changed += 1;
      article.tags = new Set(before);
    });
    return { changed, label: snapshot.label };
  }

  #act(label: string): string {
    this.#undo.push(this.#snapshot(label));
    this.#redo = [];
    return label;
  }

  #snapshot(label: string): Snapshot {
    return { label, names: new Map(this.#names), tags: this.#articles.map(({ tags }) => new Set(tags)) };
  }

  #add(name: string, colour: TagColour | null): TagId {
    const id = tagId(this.#nextId);
    this.#nextId += 1;
    this.#names.set(id, { name, colour: colour ?? tagColours[Number(id) % tagColours.length] ?? 'slate' });
    return id;
  }

  #get(id: TagId): Readonly<{ name: string; colour: TagColour }> {
    const tag = this.#names.get(id);
    if (tag === undefined) throw new FailureError({ code: 'not-found', message: 'This tag is gone.' });
    return tag;
  }

  #idOf(name: string): TagId | undefined {
    return [...this.#names].find(([, tag]) => tag.name === name)?.[0];
  }

  #carriers(name: string): readonly InventedArticle[] {
    return this.#articles.filter(({ tags }) => tags.has(name));
  }
}

function exchange(article: InventedArticle, from: string, to: string): void {
  article.tags = new Set([...article.tags].map((name) => (name === from ? to : name)));
}
