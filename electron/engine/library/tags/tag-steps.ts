import type { TagColour } from '../../../contract/archive-api.ts';
import type { TagId } from '../../../contract/ids.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { ArticleSetPages } from '../article-sets/article-set-pages.ts';
import { unpackedIds, type PackedIds } from '../article-sets/packed-ids.ts';
import { checksumOfTag } from '../checksums.ts';
import { foldTagName } from './tag-name.ts';

/** The smallest things that acts on tags are made of. Each can be taken back exactly. */
export type TagStep =
  | Readonly<{ step: 'create' | 'delete'; tag: TagId; name: string; colour: TagColour }>
  | Readonly<{ step: 'rename'; tag: TagId; from: string; to: string }>
  | Readonly<{ step: 'recolour'; tag: TagId; from: TagColour; to: TagColour }>
  | Readonly<{ step: 'attach' | 'detach'; tag: TagId; articles: Uint32Array }>;

/** The step that takes `step` back. */
export function inverseOf(step: TagStep): TagStep {
  switch (step.step) {
    case 'create':
      return { ...step, step: 'delete' };
    case 'delete':
      return { ...step, step: 'create' };
    case 'attach':
      return { ...step, step: 'detach' };
    case 'detach':
      return { ...step, step: 'attach' };
    case 'rename':
      return { ...step, from: step.to, to: step.from };
    case 'recolour':
      return { ...step, from: step.to, to: step.from };
  }
}

/**
 * With the articles that carry a tag to be deleted though the act never gave it to them: copies of an article that had it.
 * They become part of the act, so that they have it again when it is turned round.
 */
export function withCarriers(db: Database, steps: readonly TagStep[]): TagStep[] {
  const statement = db.prepare<PackedIds>(
    'SELECT group_concat(article) AS ids FROM article_tags WHERE tag = ?',
  );
  return steps.flatMap((step) => {
    if (step.step !== 'delete') return [step];
    const carriers = new Set(unpackedIds(statement, step.tag));
    for (const other of steps)
      if (other.step === 'detach' && other.tag === step.tag)
        for (const article of other.articles) carriers.delete(article);
    if (carriers.size === 0) return [step];
    return [{ step: 'detach' as const, tag: step.tag, articles: Uint32Array.from(carriers) }, step];
  });
}

/** Does steps; to be called in a transaction. Statements are prepared once for a connection. */
export class TagSteps {
  readonly #create: Statement<object>;
  readonly #delete: Statement<object>;
  readonly #find: Statement<Readonly<{ name: string; colour: string }>>;
  readonly #change: Statement<object>;
  readonly #attach: Statement<object>;
  readonly #detach: Statement<object>;
  readonly #acted: Statement<object>;
  readonly #pages: ArticleSetPages;

  constructor(db: Database) {
    this.#create = db.prepare('INSERT INTO tags (id, name, folded, colour, crc) VALUES (?, ?, ?, ?, ?)');
    this.#delete = db.prepare('DELETE FROM tags WHERE id = ?');
    this.#find = db.prepare('SELECT name, colour FROM tags WHERE id = ?');
    this.#change = db.prepare('UPDATE tags SET name = ?, folded = ?, colour = ?, crc = ? WHERE id = ?');
    this.#attach = db.prepare(
      `INSERT OR IGNORE INTO article_tags (tag, article)
       SELECT ?, a.id FROM json_each(?) j CROSS JOIN articles a ON a.id = j.value`,
    );
    this.#detach = db.prepare(
      'DELETE FROM article_tags WHERE tag = ? AND article IN (SELECT value FROM json_each(?))',
    );
    this.#acted = db.prepare(`UPDATE meta SET value = value + 1 WHERE key = 'tagActs'`);
    this.#pages = new ArticleSetPages(db, 'tag');
  }

  /** Does `steps`, which follow each other. Articles that were removed meanwhile are passed over. */
  do(steps: readonly TagStep[]): void {
    const changed = new Map<number, number[] | Uint32Array>();
    for (const step of steps) {
      this.#do(step);
      if (!('articles' in step)) continue;
      const before = changed.get(step.tag);
      changed.set(step.tag, before === undefined ? step.articles : [...before, ...step.articles]);
    }
    this.#pages.refreshSets(changed);
    this.#acted.run();
  }

  #set(id: number, now: Partial<Readonly<{ name: string; colour: string }>>): void {
    const before = this.#find.get(id);
    if (before === undefined) return;
    const tag = { ...before, ...now, id };
    this.#change.run(tag.name, foldTagName(tag.name), tag.colour, checksumOfTag(tag), id);
  }

  #do(step: TagStep): void {
    switch (step.step) {
      case 'create':
        this.#create.run(
          ...[step.tag, step.name, foldTagName(step.name), step.colour],
          checksumOfTag({ ...step, id: step.tag }),
        );
        return;
      case 'delete':
        this.#delete.run(step.tag);
        return;
      case 'rename':
        this.#set(step.tag, { name: step.to });
        return;
      case 'recolour':
        this.#set(step.tag, { colour: step.to });
        return;
      case 'attach':
        this.#attach.run(step.tag, jsonOf(step.articles));
        return;
      case 'detach':
        this.#detach.run(step.tag, jsonOf(step.articles));
        return;
    }
  }
}

/** Ids as the JSON that `json_each` takes apart: one statement for a hundred thousand of them. */
export function jsonOf(ids: Uint32Array): string {
  return `[${ids.join(',')}]`;
}
