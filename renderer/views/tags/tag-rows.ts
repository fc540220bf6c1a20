import type { Tag } from '../../../electron/contract/archive-api.ts';
import { foldName } from '../../components/tag-picker/tidy-tag-name.ts';
import { tagLines, type TagLine } from '../../text/tag-tree.ts';

/** A line of the tags view; its tags can be folded away. */
export type TagRow = TagLine & Readonly<{ nested: readonly Tag[]; isOpen: boolean }>;

/** Tags nested by the slashes in their names; with a filter, only what fits it and the levels above. */
export function tagRows(
  tags: readonly Tag[],
  request: Readonly<{ filter: string; closed: readonly string[] }>,
): readonly TagRow[] {
  const { closed } = request;
  const filter = foldName(request.filter.trim());
  if (filter !== '') {
    const fitting = tags.filter(({ name }) => foldName(name).includes(filter));
    return tagLines(fitting).map((line) => ({ ...line, nested: nestedIn(fitting, line.path), isOpen: true }));
  }
  return tagLines(tags)
    .filter(({ path }) => !closed.some((folded) => path.startsWith(`${folded}/`)))
    .map((line) => ({
      ...line,
      nested: nestedIn(tags, line.path),
      isOpen: !closed.includes(line.path),
    }));
}

export function nestedIn(tags: readonly Tag[], path: string): readonly Tag[] {
  return tags.filter((tag) => tag.name.startsWith(`${path}/`));
}
