import {
  folderOf,
  isElectron,
  isPackage,
  objection,
  roomOf,
  roomsBelow,
  type FenceTable,
} from '../../.config/fences.mjs';
import { circlesIn, graphOf } from './circles.ts';
import type { Import } from './real-imports.ts';

type FenceRow = FenceTable['fences'][string];

/** Programs whose files lie in rooms. */
const roomyPrograms = ['electron/engine', 'renderer'];

/** An import with what the table takes its two ends for. */
type Placed = Import &
  Readonly<{
    folder: string | undefined;
    targetFolder: string | undefined;
    room: string | undefined;
    targetRoom: string | undefined;
  }>;

/**
 * What is wrong with a table of fences, held against the code: imports that it forbids, leave that nobody takes, folders that
 * it does not know, rooms that import one another in a circle. A table without a problem is as narrow as the code allows.
 */
export function fenceProblems(
  table: FenceTable,
  files: readonly string[],
  imports: readonly Import[],
): string[] {
  const placed = imports.map((each): Placed => ({
    ...each,
    folder: folderOf(each.file, table),
    targetFolder: each.target && folderOf(each.target, table),
    room: roomOf(each.file, table),
    targetRoom: each.target && roomOf(each.target, table),
  }));
  return [
    ...imports.flatMap(({ file, specifier, target }) => objection(file, specifier, target, table) ?? []),
    ...unfenced(table, files),
    ...Object.entries(table.fences).flatMap(([folder, row]) => unusedByFolder(folder, row, placed)),
    ...Object.keys(table.rooms).flatMap((room) => unusedByRoom(table, room, placed)),
    ...unknownAbove(table, placed),
    ...circles(table),
    ...databaseProblems(table, imports),
  ];
}

/** Files in no folder of the table, or in none of its rooms where there are rooms; rows without files. */
function unfenced(table: FenceTable, files: readonly string[]): string[] {
  const lost = new Set<string>();
  for (const file of files) {
    if (folderOf(file, table) === undefined) lost.add(`${file} lies in no fenced folder`);
    const program = roomyPrograms.find((folder) => file.startsWith(`${folder}/`));
    const isInRoom = program !== undefined && file.slice(program.length + 1).includes('/');
    if (isInRoom && roomOf(file, table) === undefined) lost.add(`${file} lies in no room`);
  }
  const empty = [...Object.keys(table.fences), ...Object.keys(table.rooms)].filter(
    (folder) => !files.some((file) => file.startsWith(`${folder}/`)),
  );
  return [...lost, ...empty.map((folder) => `${folder} has a row and no files`)];
}

function unusedByFolder(folder: string, row: FenceRow, imports: readonly Placed[]): string[] {
  const own = imports.filter((each) => each.folder === folder);
  const targets = new Set(own.map(({ targetFolder }) => targetFolder));
  const named = own.filter(({ target }) => target === undefined).map(({ specifier }) => specifier);
  const unused = [
    ...row.folders.filter((other) => !targets.has(other)),
    ...row.packages.filter((name) => !named.some((specifier) => isPackage(name, specifier))),
    ...(row.node === true && !named.some((specifier) => specifier.startsWith('node:')) ? ['Node'] : []),
    ...(row.electron === true && !named.some(isElectron) ? ['electron'] : []),
  ];
  return unused.map((what) => `${folder} may import ${what} and never does`);
}

function unusedByRoom(table: FenceTable, room: string, imports: readonly Placed[]): string[] {
  const used = new Set(imports.filter((each) => each.room === room).map(({ targetRoom }) => targetRoom));
  const unused = roomsBelow(room, table).filter((other) => !used.has(other));
  return unused.map((other) => `${room} may import ${other} and never does`);
}

/** What imports a room and lies in none stands above all of them, and no room may lean on it. */
function unknownAbove(table: FenceTable, imports: readonly Placed[]): string[] {
  const importing = new Set(
    imports
      .filter(
        ({ room, targetRoom, folder, targetFolder }) =>
          room === undefined && targetRoom !== undefined && folder === targetFolder,
      )
      .map(({ file }) => file),
  );
  return [
    ...[...importing]
      .filter((file) => !table.above.includes(file))
      .map((file) => `${file} imports a room and is not said to be above`),
    ...table.above
      .filter((file) => !importing.has(file))
      .map((file) => `${file} is said to be above and imports no room`),
  ];
}

function circles(table: FenceTable): string[] {
  const pairs = Object.keys(table.rooms).flatMap((room) =>
    roomsBelow(room, table).map((other): [string, string] => [room, other]),
  );
  return circlesIn(graphOf(pairs)).map((circle) => `${circle.join(', ')} import one another in a circle`);
}

const modulesOfDatabases = ['@photostructure/sqlite', 'node:sqlite'];

function databaseProblems(table: FenceTable, imports: readonly Import[]): string[] {
  const { file, modules } = table.databaseOpener;
  const opened = modulesOfDatabases.filter((name) => !modules.includes(name));
  const never = modules.filter(
    (name) => !imports.some((each) => each.file === file && each.specifier === name),
  );
  return [
    ...opened.map((name) => `anybody may import ${name}`),
    ...never.map((name) => `${file} alone may import ${name} and never does`),
  ];
}
