import { holdArticles } from '../../../../contract/table-columns.ts';
import { rolesIn } from '../column-roles.ts';
import type { Utf8Window } from '../reading/utf8-file.ts';
import { guessColumns } from './guess-columns.ts';
import { jsonElements } from './json-elements.ts';
import { columnsOf, rowOfObject } from './json-rows.ts';

/** Objects of an object, by names of their own. */
export const membersPath = '$.*';

const maxPaths = 40;
const sampledElements = 5;
const deepestPath = 5;

/** Which objects of a file are its articles, as a path of `jsonElements`, by its beginning; null when none are. */
export function articlePath(head: Buffer, today: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const path of pathsIn(head)) {
    const worth = worthOf(head, path, today);
    // What stands in a list is likelier an article than what holds the list.
    if (worth > most || (worth === most && worth > 0 && best === '$')) {
      best = path;
      most = worth;
    }
  }
  return best;
}

/** The paths of the objects in a beginning, the outermost first. */
function pathsIn(head: Buffer): Set<string> {
  const paths = new Set<string>();
  const isElement = (path: string): boolean => {
    if (
      paths.size < maxPaths &&
      path.split(/[.[]/).length <= deepestPath &&
      (path === '$' || path === membersPath || path.endsWith('[]'))
    )
      paths.add(path);
    return false;
  };
  for (const _ of search(head, isElement)) continue;
  return paths;
}

function worthOf(head: Buffer, path: string, today: string): number {
  const rows = [];
  for (const element of search(head, (one) => one === path)) {
    if ('value' in element) rows.push(rowOfObject(element.value));
    if (rows.length === sampledElements) break;
  }
  // One object in another is how programs wrap what they answer, and numbers name the rows of a column.
  if (path === membersPath && (rows.length < 2 || columnsOf(rows).every((name) => /^\d+$/.test(name))))
    return 0;
  const roles = rolesIn(guessColumns(columnsOf(rows), rows, today));
  if (!holdArticles(roles)) return 0;
  const held = new Set(Object.values(roles));
  return (
    (held.has('body') ? 4 : 0) +
    (held.has('headline') ? 2 : 0) +
    (held.has('url') || held.has('published') ? 1 : 0)
  );
}

function search(head: Buffer, isElement: (path: string) => boolean): ReturnType<typeof jsonElements> {
  const windows = (from: number): Iterable<Utf8Window> => [{ bytes: head.subarray(from), at: from }];
  return jsonElements({ windows, start: 0, isElement, begin: () => true });
}
