import { counted } from './counts.ts';

/** “Added “Water” to 312 articles.” */
export function sayTagChange(added: readonly string[], removed: readonly string[], articles: number): string {
  const on = counted(articles, 'article');
  if (removed.length === 0) return `Added ${sayNames(added)} to ${on}.`;
  if (added.length === 0) return `Removed ${sayNames(removed)} from ${on}.`;
  return `Added ${sayNames(added)} and removed ${sayNames(removed)} on ${on}.`;
}

/** Two names, or how many there are. */
export function sayNames(names: readonly string[]): string {
  return names.length > 2 ? counted(names.length, 'tag') : names.map((name) => `“${name}”`).join(' and ');
}
