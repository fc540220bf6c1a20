import { sentence, type Sentence } from '../../../words/sentence.ts';
import { forgetActs } from '../tags/forget-acts.ts';
import { foldTagName } from '../tags/tag-name.ts';
import type { Database } from '../../sqlite.ts';

type NamedTag = Readonly<{ id: number; name: string; articles: number }>;

/**
 * Compares the names of all tags by `foldTagName` as it is now. Tags that it makes one become the one that most articles
 * have. What was done up to the last act that names one of the others can't be taken back any more, since it would take
 * the articles of both for those of one. Returns sentences about tags that became one.
 */
export function inTheSameCase(db: Database): Sentence[] {
  const tags = db
    .prepare<NamedTag>(
      `SELECT id, name, (SELECT count(*) FROM article_tags WHERE tag = tags.id) AS articles FROM tags
       ORDER BY articles DESC, id`,
    )
    .all();
  const byName = new Map<string, NamedTag[]>();
  for (const tag of tags) {
    const folded = foldTagName(tag.name);
    byName.set(folded, [...(byName.get(folded) ?? []), tag]);
  }
  const notices: Sentence[] = [];
  const merged = new Set<number>();
  for (const [kept, ...others] of byName.values()) {
    if (kept === undefined || others.length === 0) continue;
    for (const { id } of others) {
      merge(db, id, kept.id);
      merged.add(id).add(kept.id);
    }
    const names = others.map(({ name }) => sentence('common.quoted', { name }));
    notices.push(sentence('done.tags-joined', { name: kept.name, names }));
  }
  forgetActsOn(db, merged);
  const fold = db.prepare('UPDATE tags SET folded = ? WHERE id = ?');
  // Each name in the place of itself first, so that no new one meets an old one of another tag on the way.
  db.exec(`UPDATE tags SET folded = '/' || id`);
  for (const { id, name } of tags) fold.run(foldTagName(name), id);
  return notices;
}

function merge(db: Database, from: number, into: number): void {
  db.prepare(
    'INSERT OR IGNORE INTO article_tags (tag, article) SELECT ?2, article FROM article_tags WHERE tag = ?1',
  ).run(from, into);
  db.prepare('DELETE FROM article_tags WHERE tag = ?').run(from);
  db.prepare('DELETE FROM tags WHERE id = ?').run(from);
}

/** An act that gives a tag a name which is compared in another way now can't be taken back either: another tag may have it. */
function forgetActsOn(db: Database, tags: ReadonlySet<number>): void {
  const acts: number[] = [];
  for (const { act, step } of db
    .prepare<{ act: number; step: string }>('SELECT act, step FROM tag_steps')
    .all()) {
    const { tag, name, from, to } = JSON.parse(step) as Readonly<Record<string, unknown>>;
    const isNewName = [name, from, to].some((given) => typeof given === 'string' && isComparedAnew(given));
    if (isNewName || tags.has(Number(tag))) acts.push(act);
  }
  forgetActs(db, acts);
}

function isComparedAnew(name: string): boolean {
  return foldTagName(name) !== name.toLowerCase();
}
