import { describe, expect, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { fenceTable as realTable, type FenceTable } from '../../.config/fences.mjs';
import { fenceProblems } from './fence-problems.ts';
import { distinctFiles, distinctImports, realImports, sourceFiles } from './real-imports.ts';

const everyFile = sourceFiles(checkout, ['electron', 'renderer']);
const everyImport = realImports(checkout, everyFile);
const files = distinctFiles(everyFile);
const imports = distinctImports(everyImport);

function problemsOf(table: FenceTable): string[] {
  return fenceProblems(table, files, imports);
}

/** Every table that a slip of one line could make of the real one, and what the slip is. */
function* slips(): Generator<readonly [string, FenceTable]> {
  const { fences, rooms, above, databaseOpener } = realTable;
  for (const [folder, row] of Object.entries(fences)) {
    yield [`${folder} has no row`, { ...realTable, fences: without(fences, folder) }];
    const rows = (change: Partial<typeof row>): FenceTable => ({
      ...realTable,
      fences: { ...fences, [folder]: { ...row, ...change } },
    });
    const more = Object.keys(fences).filter((other) => other !== folder && !row.folders.includes(other));
    for (const other of more)
      yield [`${folder} may import ${other}`, rows({ folders: [...row.folders, other] })];
    yield [`${folder} may import any package`, rows({ packages: [...row.packages, 'left-pad'] })];
    if (row.node !== true) yield [`${folder} may import Node`, rows({ node: true })];
    if (row.electron !== true) yield [`${folder} may import electron`, rows({ electron: true })];
  }
  for (const [room, row] of Object.entries(rooms)) {
    yield [`${room} is no room`, { ...realTable, rooms: without(rooms, room) }];
    const program = room.slice(0, room.lastIndexOf('/'));
    for (const other of Object.keys(rooms)) {
      const name = other.slice(program.length + 1);
      if (!other.startsWith(`${program}/`) || other === room || row.includes(name)) continue;
      yield [`${room} may import ${name}`, { ...realTable, rooms: { ...rooms, [room]: [...row, name] } }];
    }
  }
  for (const file of above) {
    yield [`${file} is not above`, { ...realTable, above: above.filter((other) => other !== file) }];
  }
  for (const module of databaseOpener.modules) {
    const modules = databaseOpener.modules.filter((other) => other !== module);
    yield [`anybody opens ${module}`, { ...realTable, databaseOpener: { ...databaseOpener, modules } }];
  }
}

function without<Value>(table: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => name !== key));
}

describe('the fences', () => {
  test('are as narrow as the imports that there are', () => {
    expect(problemsOf(realTable)).toEqual([]);
  });

  test('are noticed to be gone or wider, each of them, in the engine, the window and around them', () => {
    const all = [...slips()];
    const unnoticed = all.filter(([, table]) => problemsOf(table).length === 0).map(([slip]) => slip);
    expect(unnoticed).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });

  test('see imports of types, of components, and those that run only later', () => {
    const seen = everyImport.map(({ file, specifier }) => `${file} imports ${specifier}`);
    expect(seen).toContain('electron/contract/requests/reading.ts imports ../archive-api.ts');
    expect(seen).toContain('renderer/main.ts imports ./dev/fake-archive.ts');
    expect(seen).toContain('renderer/App.svelte imports ./state/context.ts');
    expect(seen).toContain('electron/engine/sqlite.ts imports @photostructure/sqlite');
  });
});
