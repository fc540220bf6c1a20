import type { Tag } from '../../../electron/contract/archive-api.ts';
import { foldName } from '../../components/tag-picker/tidy-tag-name.ts';

/** A line of the tags view: a tag, or a level that only exists in the names of the tags nested in it. */
export type TagRow = Readonly<{
  name: string;
  /** The last level of the name. */
  label: string;
  depth: number;
  tag: Tag | null;
  nested: readonly Tag[];
  isOpen: boolean;
}>;

/** Tags nested by the slashes in their names; with a filter, only what fits it and the levels above. */
export function tagRows(
  tags: readonly Tag[],
  request: Readonly<{ filter: string; closed: readonly string[] }>,
): readonly TagRow[] {
  const filter = foldName(request.filter.trim());
  const fitting = tags.filter(({ name }) => foldName(name).includes(filter));
  const names = new Set(fitting.flatMap(({ name }) => levelsOf(name)));
  const isShown = (name: string) =>
    filter !== '' || !request.closed.some((closed) => name.startsWith(`${closed}/`));
  return [...names]
    .filter(isShown)
    .sort(byLevels)
    .map((name) => ({
      name,
      label: name.slice(name.lastIndexOf('/') + 1),
      depth: name.split('/').length - 1,
      tag: tags.find((tag) => tag.name === name) ?? null,
      nested: nestedIn(tags, name),
      isOpen: filter !== '' || !request.closed.includes(name),
    }));
}

export function nestedIn(tags: readonly Tag[], name: string): readonly Tag[] {
  return tags.filter((tag) => tag.name.startsWith(`${name}/`));
}

/** `a/b/c` is on the levels `a`, `a/b` and `a/b/c`. */
function levelsOf(name: string): readonly string[] {
  const levels = name.split('/');
  return levels.map((_, at) => levels.slice(0, at + 1).join('/'));
}

/** A level at a time: as whole strings, `a b` would stand between `a` and `a/b`. */
function byLevels(one: string, other: string): number {
  const [ones, others] = [one.split('/'), other.split('/')];
  const at = ones.findIndex((level, index) => level !== others[index]);
  if (at === -1) return ones.length - others.length;
  return (ones[at] ?? '').localeCompare(others[at] ?? '', undefined, { sensitivity: 'base' });
}
