import type { Tag } from '../../electron/contract/archive-api.ts';

/** A tag as it stands in the sidebar: "Iraq/Economy" is "Economy" one level below "Iraq". */
export type TagLine = Readonly<{
  label: string;
  path: string;
  depth: number;
  tag: Tag | null;
  /** The tags that the line stands for: its own, or those below it where it has none. */
  names: readonly string[];
}>;

/** Tags in order, each below the one that its name begins with; a level without a tag has a line of its own. */
export function tagLines(tags: readonly Tag[]): readonly TagLine[] {
  const below = (path: string) => tags.map((tag) => tag.name).filter((name) => name.startsWith(`${path}/`));
  const lines = new Map<string, TagLine>();
  for (const tag of tags) {
    const parts = tag.name.split('/');
    parts.forEach((label, depth) => {
      const path = parts.slice(0, depth + 1).join('/');
      if (depth === parts.length - 1) lines.set(path, { label, path, depth, tag, names: [path] });
      else if (lines.get(path)?.tag == null)
        lines.set(path, { label, path, depth, tag: null, names: below(path) });
    });
  }
  return [...lines.values()].toSorted((a, b) => inOrder(a.path.split('/'), b.path.split('/')));
}

/** Level by level, so that what is below a tag follows it before its neighbours do. */
function inOrder(one: readonly string[], other: readonly string[]): number {
  for (const [level, label] of one.entries()) {
    const order = label.localeCompare(other[level] ?? '');
    if (order !== 0) return order;
  }
  return one.length - other.length;
}
