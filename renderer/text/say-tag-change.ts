import { say } from '../../electron/words/say.ts';

/** “Added “Water” to 312 articles.” */
export function sayTagChange(added: readonly string[], removed: readonly string[], articles: number): string {
  const on = say('count.articles', { count: articles });
  if (removed.length === 0) return say('tagging.added', { tags: sayNames(added), articles: on });
  if (added.length === 0) return say('tagging.removed', { tags: sayNames(removed), articles: on });
  return say('tagging.both', { added: sayNames(added), removed: sayNames(removed), articles: on });
}

/** Two names, or how many there are. */
function sayNames(names: readonly string[]): string {
  if (names.length > 2) return say('count.tags', { count: names.length });
  return names
    .map((name) => say('common.quoted', { name }))
    .reduce((one, other) => say('common.two', { one, other }));
}

/** A tag by its name, several by their number. */
export function sayTags(tags: readonly Readonly<{ name: string }>[]): string {
  const [first, ...others] = tags;
  if (first === undefined || others.length > 0) return say('count.tags', { count: tags.length });
  return say('common.quoted', { name: first.name });
}
