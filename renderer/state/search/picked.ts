import type { ArticleId, ResultSetId } from '../../../electron/contract/ids.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';

/** What is selected: articles by name, or all of an answer but some. */
export type Picked =
  | Readonly<{ kind: 'some'; ids: ReadonlySet<ArticleId> }>
  | Readonly<{ kind: 'all'; resultSet: ResultSetId; total: number; except: ReadonlySet<ArticleId> }>;

export const nothing: Picked = { kind: 'some', ids: new Set() };

export function isPicked(picked: Picked, id: ArticleId): boolean {
  return picked.kind === 'some' ? picked.ids.has(id) : !picked.except.has(id);
}

export function countPicked(picked: Picked): number {
  return picked.kind === 'some' ? picked.ids.size : picked.total - picked.except.size;
}

export function toggled(picked: Picked, id: ArticleId): Picked {
  if (picked.kind === 'some') return { kind: 'some', ids: flipped(picked.ids, id) };
  return { ...picked, except: flipped(picked.except, id) };
}

export function withAdded(picked: Picked, ids: readonly ArticleId[]): Picked {
  if (picked.kind === 'some') return { kind: 'some', ids: new Set([...picked.ids, ...ids]) };
  const added = new Set(ids);
  return { ...picked, except: new Set([...picked.except].filter((id) => !added.has(id))) };
}

/** As a request names it; null when nothing is selected. */
export function selectionOf(picked: Picked): ArticleSelection | null {
  if (countPicked(picked) === 0) return null;
  if (picked.kind === 'some') return { ids: [...picked.ids] };
  return { resultSet: picked.resultSet, except: [...picked.except] };
}

function flipped(ids: ReadonlySet<ArticleId>, id: ArticleId): ReadonlySet<ArticleId> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
