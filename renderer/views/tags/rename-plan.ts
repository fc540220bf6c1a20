import type { Tag } from '../../../electron/contract/archive-api.ts';
import type { TagId } from '../../../electron/contract/ids.ts';
import { tidyTagName } from '../../components/tag-picker/tidy-tag-name.ts';
import { nestedIn } from './tag-rows.ts';

/** Renames one by one, or the tag that has one of the new names already. */
export type RenamePlan =
  Readonly<{ renames: readonly Readonly<{ tag: TagId; name: string }>[] }> | Readonly<{ taken: Tag }>;

/** Gives a level a new name: the tags nested in it follow. */
export function planRename(tags: readonly Tag[], from: string, typed: string): RenamePlan {
  const to = tidyTagName(typed);
  if (to === '' || to === from) return { renames: [] };
  const moving = [...tags.filter(({ name }) => name === from), ...nestedIn(tags, from)];
  const renames = moving.map(({ id, name }) => ({ tag: id, name: `${to}${name.slice(from.length)}` }));
  const taken = tags.find(
    ({ id, name }) => renames.some((rename) => rename.name === name) && !moving.some((tag) => tag.id === id),
  );
  return taken === undefined ? { renames } : { taken };
}
