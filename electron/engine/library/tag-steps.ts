import type { TagColour } from '../../contract/archive-api.ts';
import type { TagId } from '../../contract/ids.ts';
import type { Database } from '../sqlite.ts';
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

/** Does a step. Articles that were removed meanwhile are passed over. */
export function applyStep(db: Database, step: TagStep): void {
  switch (step.step) {
    case 'create':
      db.prepare('INSERT INTO tags (id, name, folded, colour) VALUES (?, ?, ?, ?)').run(
        step.tag,
        step.name,
        foldTagName(step.name),
        step.colour,
      );
      return;
    case 'delete':
      db.prepare('DELETE FROM tags WHERE id = ?').run(step.tag);
      return;
    case 'rename':
      db.prepare('UPDATE tags SET name = ?, folded = ? WHERE id = ?').run(
        step.to,
        foldTagName(step.to),
        step.tag,
      );
      return;
    case 'recolour':
      db.prepare('UPDATE tags SET colour = ? WHERE id = ?').run(step.to, step.tag);
      return;
    case 'attach':
      db.prepare(
        `INSERT OR IGNORE INTO article_tags (tag, article)
         SELECT ?, a.id FROM json_each(?) j JOIN articles a ON a.id = j.value`,
      ).run(step.tag, jsonOf(step.articles));
      return;
    case 'detach':
      db.prepare(
        'DELETE FROM article_tags WHERE tag = ? AND article IN (SELECT value FROM json_each(?))',
      ).run(step.tag, jsonOf(step.articles));
      return;
  }
}

/** Ids as the JSON that `json_each` takes apart: one statement for a hundred thousand of them. */
export function jsonOf(ids: Uint32Array): string {
  return `[${ids.join(',')}]`;
}
