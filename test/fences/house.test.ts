import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { circlesIn, graphOf } from './circles.ts';
import { realImports, sourceFiles, type Import } from './real-imports.ts';

/** More files than a person takes in at a glance: past it, a folder is split by noun. */
const maxFiles = 20;

const files = sourceFiles(checkout, ['electron', 'renderer']);
const inner = realImports(checkout, files).filter(
  (each): each is Import & Readonly<{ target: string }> => each.target !== undefined,
);

describe('the folders of the engine and of the window', () => {
  test('hold no more files than a person takes in', () => {
    const counts = new Map<string, number>();
    for (const file of files) {
      const folder = posix.dirname(file);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    const roomy = [...counts].filter(([folder]) => /^(?:electron\/engine|renderer)(?:\/|$)/u.test(folder));
    expect(roomy.filter(([, count]) => count > maxFiles)).toEqual([]);
    expect(roomy.length).toBeGreaterThan(20);
  });

  test('import one another in no circle', () => {
    const parents = new Set(files.flatMap((file) => foldersAbove(file)));
    const circles = [...parents].flatMap((parent) => circlesIn(graphOf(importsWithin(parent))));
    expect(circles).toEqual([]);
    expect(parents.size).toBeGreaterThan(40);
  });
});

function foldersAbove(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Who imports whom among the folders and files that lie in `parent` itself. */
function importsWithin(parent: string): (readonly [string, string])[] {
  const depth = parent.split('/').length + 1;
  const childOf = (path: string): string => path.split('/').slice(0, depth).join('/');
  return inner
    .filter(({ file, target }) => [file, target].every((path) => path.startsWith(`${parent}/`)))
    .map(({ file, target }) => [childOf(file), childOf(target)]);
}

describe('the files of the whole program', () => {
  test('import one another in no circle', () => {
    const graph = graphOf(inner.map(({ file, target }) => [file, target]));
    expect(circlesIn(graph)).toEqual([]);
    expect(graph.size).toBeGreaterThan(400);
  });
});

describe('the search for circles that this relies on', () => {
  test('finds each circle once, and no way that leads nowhere back', () => {
    const graph = graphOf([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
      ['d', 'd'],
      ['e', 'f'],
      ['f', 'e'],
    ]);
    expect(circlesIn(graph)).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ]);
  });
});
