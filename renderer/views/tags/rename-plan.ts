import type { Tag } from '../../../electron/contract/archive-api.ts';
import type { TagId } from '../../../electron/contract/ids.ts';
import { isSameName, tidyTagName } from '../../components/tag-picker/tidy-tag-name.ts';
import { nestedIn } from './tag-rows.ts';

/** Renames one by one, or the tag that has one of the new names already. */
export type RenamePlan =
  Readonly<{ renames: readonly Readonly<{ tag: TagId; name: string }>[] }> | Readonly<{ taken: Tag }>;

/**
 * Gives a level a new name. The archive takes nested tags along with a tag, so only the uppermost are named; a
 * level that is no tag itself has several.
 */
export function planRename(tags: readonly Tag[], from: string, typed: string): RenamePlan {
  const to = tidyTagName(typed);
  if (to === '' || to === from) return { renames: [] };
  const moving = [...tags.filter(({ name }) => name === from), ...nestedIn(tags, from)];
  const renamed = (name: string) => `${to}${name.slice(from.length)}`;
  const taken = tags.find(
    (tag) => !moving.includes(tag) && moving.some(({ name }) => isSameName(renamed(name), tag.name)),
  );
  if (taken !== undefined) return { taken };
  const uppermost = moving.filter(({ name }) => !moving.some((above) => name.startsWith(`${above.name}/`)));
  return { renames: uppermost.map(({ id, name }) => ({ tag: id, name: renamed(name) })) };
}
