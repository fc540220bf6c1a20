import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Source } from '../contract/archive-api.ts';
import { FailureError } from '../contract/failure.ts';
import type { Engine } from '../engine/create-engine.ts';

/** The source at a path that was typed. Fails with `not-found`. */
export async function sourceOf({ api }: Engine, command: string, typed: string): Promise<Source> {
  const path = resolve(typed);
  const source = (await api.listSources({})).find((one) => one.path === path);
  if (source !== undefined) return source;
  throw new FailureError({ code: 'not-found', message: `${command}: ${path} is no source of the library` });
}

/** The innermost source that holds a file. Fails with `not-found`. */
export async function sourceHolding({ api }: Engine, command: string, path: string): Promise<Source> {
  const holding = (await api.listSources({})).filter((one) => isWithin(one.path, path));
  const [innermost] = holding.sort((a, b) => b.path.length - a.path.length);
  if (innermost !== undefined) return innermost;
  throw new FailureError({
    code: 'not-found',
    message: `${command}: ${path} is in no source of the library`,
  });
}

/** Whether a path is `root` or lies in it. */
export function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way.split(sep)[0] !== '..' && !isAbsolute(way));
}
