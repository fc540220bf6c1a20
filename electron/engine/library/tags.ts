import {
  tagColours,
  type Tag,
  type TagAct,
  type TagColour,
  type UndoState,
} from '../../contract/archive-api.ts';
import { FailureError } from '../../contract/failure.ts';
import { tagId, type TagId } from '../../contract/ids.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import { TagHistory } from './tag-history.ts';
import { foldTagName, tagName } from './tag-name.ts';
import { jsonOf, type TagStep } from './tag-steps.ts';

type TagRow = Readonly<{ id: TagId; name: string; colour: TagColour }>;

/** Acts on tags. Every one is a single transaction and can be taken back. */
export class Tags {
  readonly #db: Database;
  readonly #history: TagHistory;

  constructor(db: Database) {
    this.#db = db;
    this.#history = new TagHistory(db);
  }

  /** Without a colour, the palette's next one. Fails with `name-taken`. */
  create(written: string, colour: TagColour | null): Tag {
    return inTransaction(this.#db, () => {
      const name = tagName(written);
      const taken = this.#named(name);
      if (taken !== undefined) throw nameTaken(taken.name);
      const step = this.#creation(name, colour, 0);
      this.#history.perform({ changed: 0, label: `Create “${name}”` }, [step]);
      return { id: step.tag, name, colour: step.colour, articles: 0 };
    });
  }

  /** Renames a tag and with it the tags nested in it. Fails with `name-taken` when another tag has a new name. */
  rename(id: TagId, written: string): TagAct {
    return inTransaction(this.#db, () => {
      const tag = this.#tag(id);
      const name = tagName(written);
      const act = { changed: this.#articlesOf(id).length, label: `Rename “${tag.name}” to “${name}”` };
      if (name === tag.name) return { ...act, changed: 0 };
      const family = [tag, ...this.#nestedIn(tag)];
      const steps = family.map((member) => ({
        step: 'rename' as const,
        tag: member.id,
        from: member.name,
        to: tagName(name + member.name.slice(tag.name.length)),
      }));
      const members = new Set(family.map((member) => member.id));
      for (const { to } of steps) {
        const taken = this.#named(to);
        if (taken !== undefined && !members.has(taken.id)) throw nameTaken(taken.name);
      }
      return this.#history.perform(act, inSafeOrder(steps));
    });
  }

  recolour(id: TagId, colour: TagColour): TagAct {
    return inTransaction(this.#db, () => {
      const tag = this.#tag(id);
      const act = { changed: 0, label: `Colour “${tag.name}”` };
      if (tag.colour === colour) return act;
      return this.#history.perform(act, [{ step: 'recolour', tag: id, from: tag.colour, to: colour }]);
    });
  }

  /** Gives the articles of `ids` the tag `into`, and deletes `ids`. `changed` counts articles. */
  merge(ids: readonly TagId[], into: TagId): TagAct {
    return inTransaction(this.#db, () => {
      const target = this.#tag(into);
      const others = [...new Set(ids)].filter((id) => id !== into).map((id) => this.#tag(id));
      const held = new Set(this.#articlesOf(into));
      const gained = new Set<number>();
      const concerned = new Set<number>();
      const steps: TagStep[] = [];
      for (const { id, name, colour } of others) {
        const articles = this.#articlesOf(id);
        for (const article of articles) {
          concerned.add(article);
          if (!held.has(article)) gained.add(article);
        }
        steps.push({ step: 'detach', tag: id, articles }, { step: 'delete', tag: id, name, colour });
      }
      if (gained.size > 0)
        steps.push({ step: 'attach', tag: into, articles: Uint32Array.from(gained).sort() });
      const names = others.map(({ name }) => `“${name}”`).join(', ');
      return this.#history.perform(
        { changed: concerned.size, label: `Merge ${names} into “${target.name}”` },
        steps,
      );
    });
  }

  /** Deletes a tag; tags nested in it stay. */
  delete(id: TagId): TagAct {
    return inTransaction(this.#db, () => {
      const { name, colour } = this.#tag(id);
      const articles = this.#articlesOf(id);
      return this.#history.perform({ changed: articles.length, label: `Delete “${name}”` }, [
        { step: 'detach', tag: id, articles },
        { step: 'delete', tag: id, name, colour },
      ]);
    });
  }

  /** Adds and removes tags by name; missing ones are made when there is an article to carry them. */
  set(ids: Uint32Array, add: readonly string[], remove: readonly string[]): TagAct {
    return inTransaction(this.#db, () => {
      const changed = new Set<number>();
      const steps: TagStep[] = [];
      const added = uniqueNames(add.map(tagName));
      const removed = uniqueNames(remove);
      let made = 0;
      for (const name of added) {
        const tag = this.#named(name);
        const articles = this.#without(tag?.id ?? null, ids);
        if (articles.length === 0) continue;
        const creation = tag === undefined ? this.#creation(name, null, made++) : null;
        if (creation !== null) steps.push(creation);
        steps.push({ step: 'attach', tag: creation?.tag ?? tag?.id ?? tagId(0), articles });
        for (const article of articles) changed.add(article);
      }
      for (const name of removed) {
        const tag = this.#named(name);
        if (tag === undefined || added.some((other) => foldTagName(other) === foldTagName(name))) continue;
        const articles = this.#with(tag.id, ids);
        if (articles.length === 0) continue;
        steps.push({ step: 'detach', tag: tag.id, articles });
        for (const article of articles) changed.add(article);
      }
      return this.#history.perform({ changed: changed.size, label: setLabel(added, removed) }, steps);
    });
  }

  state(): UndoState {
    return this.#history.state();
  }

  undo(): TagAct | null {
    return this.#history.undo();
  }

  redo(): TagAct | null {
    return this.#history.redo();
  }

  #creation(name: string, colour: TagColour | null, before: number): Extract<TagStep, { name: string }> {
    const { count, last } = this.#db
      .prepare<{ count: number; last: number }>(
        `SELECT (SELECT count(*) FROM tags) AS count,
           max(ifnull((SELECT max(id) FROM tags), 0),
             ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'tags'), 0)) AS last`,
      )
      .get() ?? { count: 0, last: 0 };
    const next = tagColours[(count + before) % tagColours.length] ?? 'slate';
    return { step: 'create', tag: tagId(last + 1 + before), name, colour: colour ?? next };
  }

  #tag(id: TagId): TagRow {
    const tag = this.#db.prepare<TagRow>('SELECT id, name, colour FROM tags WHERE id = ?').get(id);
    if (tag === undefined) {
      throw new FailureError({ code: 'not-found', message: 'This tag is not there any more.' });
    }
    return tag;
  }

  #named(name: string): TagRow | undefined {
    return this.#db
      .prepare<TagRow>('SELECT id, name, colour FROM tags WHERE folded = ?')
      .get(foldTagName(name));
  }

  #nestedIn(tag: TagRow): TagRow[] {
    return this.#db
      .prepare<TagRow>(
        `SELECT id, name, colour FROM tags WHERE substr(folded, 1, length(?1) + 1) = ?1 || '/' ORDER BY folded`,
      )
      .all(foldTagName(tag.name));
  }

  #articlesOf(id: TagId): Uint32Array {
    return this.#ids('SELECT article AS id FROM article_tags WHERE tag = ? ORDER BY article', id);
  }

  #with(tag: TagId, ids: Uint32Array): Uint32Array {
    return this.#ids(
      `SELECT DISTINCT x.article AS id FROM json_each(?2) j JOIN article_tags x ON x.tag = ?1 AND x.article = j.value
       ORDER BY id`,
      tag,
      jsonOf(ids),
    );
  }

  #without(tag: TagId | null, ids: Uint32Array): Uint32Array {
    return this.#ids(
      `SELECT DISTINCT a.id AS id FROM json_each(?2) j JOIN articles a ON a.id = j.value
       WHERE NOT EXISTS (SELECT 1 FROM article_tags WHERE tag = ?1 AND article = a.id) ORDER BY id`,
      tag ?? 0,
      jsonOf(ids),
    );
  }

  #ids(sql: string, ...values: (number | string)[]): Uint32Array {
    return Uint32Array.from(this.#db.prepare<{ id: number }>(sql).all(...values), ({ id }) => id);
  }
}

function nameTaken(name: string): FailureError {
  return new FailureError({ code: 'name-taken', message: `There is a tag “${name}” already.` });
}

/** Drops spellings of a name that came before. */
function uniqueNames(names: readonly string[]): string[] {
  const byFolded = new Map<string, string>();
  for (const name of names) if (!byFolded.has(foldTagName(name))) byFolded.set(foldTagName(name), name);
  return [...byFolded.values()];
}

/**
 * Renaming `a` to `a/b` while `a/b` becomes `a/b/b`: names are unique at every moment, so the one whose new name is
 * nobody's old name goes first.
 */
function inSafeOrder<Step extends Readonly<{ from: string; to: string }>>(steps: readonly Step[]): Step[] {
  const waiting = [...steps];
  const ordered: Step[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((step) =>
      waiting.every((other) => other === step || foldTagName(other.from) !== foldTagName(step.to)),
    );
    ordered.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return ordered;
}

function setLabel(added: readonly string[], removed: readonly string[]): string {
  const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
  if (added.length > 0 && removed.length > 0) return `Add ${quoted(added)}, remove ${quoted(removed)}`;
  return added.length > 0 ? `Add ${quoted(added)}` : `Remove ${quoted(removed)}`;
}
