import { FailureError } from '../../../contract/failure.ts';
import { type SaidValue, sentence, type Sentence } from '../../../words/sentence.ts';
import type { DoneAct } from '../../../contract/undo.ts';
import { tagColours, type Tag, type TagColour } from '../../../contract/archive-api.ts';
import { type SourceId, tagId, type TagId } from '../../../contract/ids.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import { inTransaction, type Database, type Statement } from '../../sqlite.ts';
import { unpackedIds, type PackedIds } from '../article-sets/packed-ids.ts';
import { keptHistoryBytes, TagHistory } from './tag-history.ts';
import { foldTagName, tagName } from './tag-name.ts';
import { jsonOf, type TagStep } from './tag-steps.ts';

const maxQuoted = 20;

type TagRow = Readonly<{ id: TagId; name: string; colour: TagColour }>;

/** Acts on tags. Every one is a single transaction and can be taken back. */
export class Tags {
  readonly #db: Database;
  readonly #history: TagHistory;
  readonly #byId: Statement<TagRow>;
  readonly #byName: Statement<TagRow>;
  readonly #nested: Statement<TagRow>;
  readonly #lastId: Statement<{ last: number }>;
  readonly #carriers: Statement<PackedIds>;
  readonly #carriersAmong: Statement<PackedIds>;
  readonly #othersAmong: Statement<PackedIds>;
  readonly #labelled: Statement<PackedIds>;

  /** `historyBytes`: how much may be kept to take acts back, besides the newest. */
  constructor(db: Database, historyBytes: number = keptHistoryBytes) {
    this.#db = db;
    this.#history = new TagHistory(db, historyBytes);
    this.#byId = db.prepare<TagRow>('SELECT id, name, colour FROM tags WHERE id = ?');
    this.#byName = db.prepare<TagRow>('SELECT id, name, colour FROM tags WHERE folded = ?');
    // `0` is the character after `/`.
    this.#nested = db.prepare<TagRow>(
      `SELECT id, name, colour FROM tags WHERE folded >= ?1 || '/' AND folded < ?1 || '0' ORDER BY folded`,
    );
    this.#lastId = db.prepare<{ last: number }>(
      `SELECT max(ifnull((SELECT max(id) FROM tags), 0),
         ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'tags'), 0)) AS last`,
    );
    this.#carriers = db.prepare<PackedIds>(
      'SELECT group_concat(article) AS ids FROM (SELECT article FROM article_tags WHERE tag = ? ORDER BY article)',
    );
    this.#carriersAmong = db.prepare<PackedIds>(
      `SELECT group_concat(article) AS ids FROM (
         SELECT x.article FROM json_each(?2) j CROSS JOIN article_tags x ON x.tag = ?1 AND x.article = j.value)`,
    );
    this.#othersAmong = db.prepare<PackedIds>(
      `SELECT group_concat(id) AS ids FROM (
         SELECT a.id FROM json_each(?2) j CROSS JOIN articles a ON a.id = j.value
         WHERE NOT EXISTS (SELECT 1 FROM article_tags WHERE tag = ?1 AND article = a.id))`,
    );
    this.#labelled = db.prepare<PackedIds>(
      `SELECT group_concat(article) AS ids FROM (
         SELECT DISTINCT x.article FROM labels x WHERE x.label IN (SELECT value FROM json_each(?2))
           AND EXISTS (SELECT 1 FROM locations l WHERE l.source = ?1 AND l.article = x.article) ORDER BY x.article)`,
    );
  }

  /** Without a colour, the palette's next one. Fails with `name-taken`. */
  create(written: string, colour: TagColour | null): Tag {
    return inTransaction(this.#db, () => {
      const name = tagName(written);
      const taken = this.#named(name);
      if (taken !== undefined) throw nameTaken(taken.name);
      const step = this.#creation(name, colour, 0);
      this.#history.perform({ changed: 0, label: sentence('deed.create', { name }) }, [step]);
      return { id: step.tag, name, colour: step.colour, articles: 0 };
    });
  }

  /** Renames a tag and with it the tags nested in it. Fails with `name-taken` when another tag has a new name. */
  rename(id: TagId, written: string): DoneAct {
    return inTransaction(this.#db, () => {
      const tag = this.#tag(id);
      const name = tagName(written);
      const act = {
        changed: this.#articlesOf(id).length,
        label: sentence('deed.rename', { from: tag.name, to: name }),
      };
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

  recolour(id: TagId, colour: TagColour): DoneAct {
    return inTransaction(this.#db, () => {
      const tag = this.#tag(id);
      const act = { changed: 0, label: sentence('deed.colour', { name: tag.name }) };
      if (tag.colour === colour) return act;
      return this.#history.perform(act, [{ step: 'recolour', tag: id, from: tag.colour, to: colour }]);
    });
  }

  /** Gives the articles of `ids` the tag `into`, and deletes `ids`. `changed` counts articles. */
  merge(ids: readonly TagId[], into: TagId): DoneAct {
    return inTransaction(this.#db, () => {
      const target = this.#tag(into);
      const others = [...new Set(ids)].filter((id) => id !== into).map((id) => this.#tag(id));
      const lists = others.map(({ id }) => this.#articlesOf(id));
      const concerned = unionOf(lists);
      const steps: TagStep[] = [];
      for (const [nth, { id, name, colour }] of others.entries()) {
        const articles = lists[nth] ?? new Uint32Array();
        steps.push({ step: 'detach', tag: id, articles }, { step: 'delete', tag: id, name, colour });
      }
      const changed = concerned.count();
      for (const article of this.#articlesOf(into)) concerned.delete(article);
      const gained = concerned.toArray();
      if (gained.length > 0) steps.push({ step: 'attach', tag: into, articles: gained });
      const label = sentence('deed.merge', {
        names: quoted(others.map(({ name }) => name)),
        into: target.name,
      });
      return this.#history.perform({ changed, label }, steps);
    });
  }

  /** Deletes a tag; tags nested in it stay. */
  delete(id: TagId): DoneAct {
    return inTransaction(this.#db, () => {
      const { name, colour } = this.#tag(id);
      const articles = this.#articlesOf(id);
      return this.#history.perform({ changed: articles.length, label: sentence('deed.delete', { name }) }, [
        { step: 'detach', tag: id, articles },
        { step: 'delete', tag: id, name, colour },
      ]);
    });
  }

  /** Gives the articles of a source that have one of these labels a tag of its name. One act. */
  setByLabels(source: SourceId, labels: readonly string[]): DoneAct {
    return inTransaction(this.#db, () => {
      const steps: TagStep[] = [];
      const names = uniqueNames(labels.map(tagName));
      let made = 0;
      for (const name of names) {
        const own = labels.filter((label) => foldTagName(tagName(label)) === foldTagName(name));
        const labelled = unpackedIds(this.#labelled, source, JSON.stringify(own));
        made += this.#attach(steps, name, jsonOf(labelled), made) ? 1 : 0;
      }
      return this.#history.perform({ changed: changedBy(steps), label: setLabel(names, []) }, steps);
    });
  }

  /** Adds and removes tags by name; missing ones are made when there is an article to carry them. */
  set(ids: Uint32Array, add: readonly string[], remove: readonly string[]): DoneAct {
    return inTransaction(this.#db, () => {
      const steps: TagStep[] = [];
      const added = uniqueNames(add.map(tagName));
      const removed = uniqueNames(remove);
      const kept = new Set(added.map(foldTagName));
      const json = jsonOf(ascending(ids));
      let made = 0;
      for (const name of added) {
        made += this.#attach(steps, name, json, made) ? 1 : 0;
      }
      for (const name of removed) {
        const tag = this.#named(name);
        if (tag === undefined || kept.has(foldTagName(name))) continue;
        const articles = this.#with(tag.id, json);
        if (articles.length === 0) continue;
        steps.push({ step: 'detach', tag: tag.id, articles });
      }
      return this.#history.perform({ changed: changedBy(steps), label: setLabel(added, removed) }, steps);
    });
  }

  /** Adds the steps that give a tag to those of the articles (a JSON array) that lack it. Returns whether the tag is made for it. */
  #attach(steps: TagStep[], name: string, json: string, before: number): boolean {
    const tag = this.#named(name);
    const articles = this.#without(tag?.id ?? null, json);
    if (articles.length === 0) return false;
    const creation = tag === undefined ? this.#creation(name, null, before) : null;
    if (creation !== null) steps.push(creation);
    steps.push({ step: 'attach', tag: creation?.tag ?? tag?.id ?? tagId(0), articles });
    return creation !== null;
  }

  undo(): DoneAct | null {
    return this.#history.undo();
  }

  redo(): DoneAct | null {
    return this.#history.redo();
  }

  /** `before`: how many tags the same act makes before. */
  #creation(name: string, colour: TagColour | null, before: number): Extract<TagStep, { name: string }> {
    const last = (this.#lastId.get()?.last ?? 0) + before;
    const next = tagColours[last % tagColours.length] ?? 'slate';
    return { step: 'create', tag: tagId(last + 1), name, colour: colour ?? next };
  }

  #tag(id: TagId): TagRow {
    const tag = this.#byId.get(id);
    if (tag === undefined) {
      throw new FailureError({ code: 'not-found', message: sentence('trouble.tag-gone') });
    }
    return tag;
  }

  #named(name: string): TagRow | undefined {
    return this.#byName.get(foldTagName(name));
  }

  #nestedIn(tag: TagRow): TagRow[] {
    return this.#nested.all(foldTagName(tag.name));
  }

  #articlesOf(id: TagId): Uint32Array {
    return unpackedIds(this.#carriers, id);
  }

  #with(tag: TagId, json: string): Uint32Array {
    return unpackedIds(this.#carriersAmong, tag, json);
  }

  #without(tag: TagId | null, json: string): Uint32Array {
    return unpackedIds(this.#othersAmong, tag ?? 0, json);
  }
}

function nameTaken(name: string): FailureError {
  return new FailureError({ code: 'name-taken', message: sentence('tags.taken', { name }) });
}

/** Drops spellings of a name that came before. */
function uniqueNames(names: readonly string[]): string[] {
  const byFolded = new Map<string, string>();
  for (const name of names) if (!byFolded.has(foldTagName(name))) byFolded.set(foldTagName(name), name);
  return [...byFolded.values()];
}

/**
 * Renaming `a` to `a/b` while `a/b` becomes `a/b/b`: names are unique at every moment, so a step whose new name is
 * another's old name waits for that one. They can't wait in a circle, since all names gain or lose the same part.
 */
function inSafeOrder<Step extends Readonly<{ from: string; to: string }>>(steps: readonly Step[]): Step[] {
  const waiting = new Map(steps.map((step) => [foldTagName(step.from), step]));
  const ordered: Step[] = [];
  for (const step of steps) {
    const chain: Step[] = [];
    let next = waiting.get(foldTagName(step.from));
    while (next !== undefined) {
      waiting.delete(foldTagName(next.from));
      chain.push(next);
      next = waiting.get(foldTagName(next.to));
    }
    ordered.push(...chain.reverse());
  }
  return ordered;
}

/** Without repetitions. */
function ascending(ids: Uint32Array): Uint32Array {
  if (ids.every((id, nth) => nth === 0 || id > (ids[nth - 1] ?? 0))) return ids;
  return Uint32Array.from(new Set(ids)).sort();
}

function unionOf(lists: readonly Uint32Array[]): BitSet {
  const greatest = lists.reduce((most, ids) => ids.reduce((known, id) => Math.max(known, id), most), 0);
  const union = new BitSet(greatest + 1);
  for (const ids of lists) for (const id of ids) union.add(id);
  return union;
}

function changedBy(steps: readonly TagStep[]): number {
  return unionOf(steps.flatMap((step) => ('articles' in step ? [step.articles] : []))).count();
}

function setLabel(added: readonly string[], removed: readonly string[]): Sentence {
  if (removed.length === 0) return sentence('deed.add', { names: quoted(added) });
  if (added.length === 0) return sentence('deed.remove', { names: quoted(removed) });
  return sentence('deed.add-and-remove', { added: quoted(added), removed: quoted(removed) });
}

function quoted(names: readonly string[]): SaidValue {
  const said = names.slice(0, maxQuoted).map((name) => sentence('common.quoted', { name }));
  const count = names.length - said.length;
  return count === 0 ? said : sentence('deed.and-more', { names: said, count });
}
