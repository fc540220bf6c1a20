import { describe, expect, test } from 'vitest';
import { objection } from '../../.config/fences.mjs';

describe('the table of folders', () => {
  test.each([
    ['electron/contract/a.ts', './ids.ts', 'electron/contract/ids.ts'],
    ['electron/engine/index/a.ts', '../../contract/ids.ts', 'electron/contract/ids.ts'],
    ['electron/engine/index/a.ts', 'lunr', undefined],
    ['electron/engine/sqlite.ts', 'node:sqlite', undefined],
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
  ])('stops %s from importing %s', (path, specifier, target, named) => {
    expect(objection(path, specifier, target)).toContain(named);
  });
});
