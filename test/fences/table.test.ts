import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { objection, rooms } from '../../.config/fences.mjs';

const design = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

describe('the table of folders', () => {
  test.each([
    ['electron/contract/a.ts', './ids.ts', 'electron/contract/ids.ts'],
    ['electron/engine/index/a.ts', '../../contract/ids.ts', 'electron/contract/ids.ts'],
    ['electron/engine/index/a.ts', 'lunr', undefined],
    ['electron/engine/sqlite.ts', 'node:sqlite', undefined],
    ['electron/engine/ingest/a.ts', '../library/a.ts', 'electron/engine/library/a.ts'],
    ['electron/engine/index/terms/a.ts', '../bytes/a.ts', 'electron/engine/index/bytes/a.ts'],
    ['electron/engine/index/a.ts', '../sqlite.ts', 'electron/engine/sqlite.ts'],
    ['electron/main/main.ts', 'electron', undefined],
    ['renderer/views/Search.svelte', 'svelte/transition', undefined],
  ])('lets %s import %s', (path, specifier, target) => {
    expect(objection(path, specifier, target)).toBeUndefined();
  });

  test.each([
    ['electron/contract/a.ts', 'node:path', undefined, "Node's modules"],
    ['electron/contract/a.ts', '../rpc/port.ts', 'electron/rpc/port.ts', 'electron/rpc'],
    ['electron/engine/a.ts', 'electron', undefined, 'electron'],
    ['electron/engine/a.ts', '../main/main.ts', 'electron/main/main.ts', 'electron/main'],
    ['electron/engine/a.ts', 'node:sqlite', undefined, 'only electron/engine/sqlite.ts opens databases'],
    [
      'electron/main/a.ts',
      '../engine/create-engine.ts',
      'electron/engine/create-engine.ts',
      'electron/engine',
    ],
    ['electron/preload/a.ts', 'node:fs', undefined, "Node's modules"],
    ['renderer/views/Search.svelte', '../../electron/rpc/port.ts', 'electron/rpc/port.ts', 'electron/rpc'],
    ['renderer/archive.ts', 'lunr', undefined, 'the package lunr'],
    [
      'electron/engine/library/sources/a.ts',
      '../../ingest/crawl.ts',
      'electron/engine/ingest/files/crawl.ts',
      'electron/engine/library may not import electron/engine/ingest',
    ],
    [
      'electron/engine/article/a.ts',
      '../index/a.ts',
      'electron/engine/index/a.ts',
      'electron/engine/article may not import electron/engine/index (none is allowed)',
    ],
    [
      'electron/engine/query/a.ts',
      '../create-engine.ts',
      'electron/engine/create-engine.ts',
      'electron/engine/create-engine.ts',
    ],
    ['renderer/text/a.ts', '../state/context.ts', 'renderer/state/context.ts', 'renderer/state'],
  ])('stops %s from importing %s', (path, specifier, target, named) => {
    expect(objection(path, specifier, target)).toContain(named);
  });
});

describe('the rooms of the engine', () => {
  /** What the document says each room may import. */
  const written = new Map(
    [...design.matchAll(/^\| `([a-z]+)\/` *\|[^|]*\| ([^|]*?) *\|$/gmu)].map(
      ([, name = '', allowed = '']) => [
        `electron/engine/${name}`,
        allowed === 'nothing' ? [] : allowed.split(', '),
      ],
    ),
  );

  test('are the same in the document and in the fences', () => {
    const fenced = Object.entries(rooms).filter(([room]) => room.startsWith('electron/engine/'));
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(fenced));
  });

  test('import one another in one direction only', () => {
    const below = (room: string): string[] =>
      (rooms[room as keyof typeof rooms] as readonly string[]).map(
        (name) => `${room.slice(0, room.lastIndexOf('/'))}/${name}`,
      );
    const reached = (room: string, seen: readonly string[] = []): void => {
      expect(seen, `${room} imports itself by way of others`).not.toContain(room);
      for (const other of below(room)) reached(other, [...seen, room]);
    };
    for (const room of Object.keys(rooms)) reached(room);
  });
});
