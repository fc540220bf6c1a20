import type { TableRow } from '../../../../contract/table-columns.ts';
import { tagsIn } from '../tables/tag-cells.ts';

const fields = new Set(['tags', 'tag', 'keywords', 'categories', 'category', 'labels', 'topics']);

/** The tags that a text names in front of itself, in its order. */
export function frontMatterTags(data: TableRow): string[] {
  return tagsIn(
    Object.entries(data).flatMap(([name, value]) => (fields.has(name.toLowerCase()) ? [value] : [])),
  );
}
