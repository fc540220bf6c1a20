import { fenceTable, folderOf, objection } from '../../../.config/fences.mjs';
import { realImports, sourceFiles } from '../real-imports.ts';

export type Room = Readonly<{
  path: string;
  name: string;
  /** In it and in its folders. */
  files: number;
  /** Directly in it. */
  loose: number;
  folders: readonly string[];
}>;

export type Program = Room & Readonly<{ rooms: readonly Room[] }>;

export type Arrow = Readonly<{
  from: string;
  to: string;
  imports: number;
  /** The fences allow it. */
  isAllowed: boolean;
  /** The first leads to the second also by way of others, so that it says nothing new about their order. */
  isImplied: boolean;
}>;

export type FolderGraph = Readonly<{ programs: readonly Program[]; arrows: readonly Arrow[] }>;

/** Programs whose folders are drawn one by one. */
const roomy: ReadonlySet<string> = new Set(['electron/engine', 'renderer']);

/** The folders below `root` and who imports whom, by the imports that there are; the fences say which of them are allowed. */
export function folderGraph(root: string): FolderGraph {
  const files = sourceFiles(root, ['electron', 'renderer']);
  const paths = [...new Set(files.flatMap((file) => folderOf(file) ?? []))].sort();
  const programs = paths.map((path): Program => {
    const own = files.filter((file) => file.startsWith(`${path}/`));
    const rooms = roomy.has(path) ? foldersOf(path, own).map((name) => roomAt(`${path}/${name}`, own)) : [];
    return { ...roomAt(path, own), rooms };
  });
  const counts = new Map<string, { imports: number; isAllowed: boolean }>();
  for (const { file, specifier, target } of realImports(root, files)) {
    const pair = target === undefined ? null : pairOf(file, target);
    if (pair === null) continue;
    const count = counts.get(pair) ?? { imports: 0, isAllowed: true };
    counts.set(pair, {
      imports: count.imports + 1,
      isAllowed: count.isAllowed && objection(file, specifier, target, fenceTable) === undefined,
    });
  }
  const pairs = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const arrows = pairs.map(([pair, count]) => {
    const [from = '', to = ''] = pair.split(' ');
    return { from, to, ...count };
  });
  return { programs, arrows: arrows.map((arrow) => ({ ...arrow, isImplied: isImplied(arrow, arrows) })) };
}

function roomAt(path: string, files: readonly string[]): Room {
  const own = files.filter((file) => file.startsWith(`${path}/`));
  const loose = own.filter((file) => !file.slice(path.length + 1).includes('/')).length;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { path, name, files: own.length, loose, folders: foldersOf(path, own) };
}

function foldersOf(path: string, files: readonly string[]): string[] {
  const inner = files.map((file) => file.slice(path.length + 1)).filter((file) => file.includes('/'));
  return [...new Set(inner.map((file) => file.slice(0, file.indexOf('/'))))].sort();
}

/** Between two programs an arrow is theirs; within one it is its rooms'. Files outside of rooms have none. */
function pairOf(file: string, target: string): string | null {
  const [from, to] = [folderOf(file), folderOf(target)];
  if (from === undefined || to === undefined) return null;
  if (from !== to) return `${from} ${to}`;
  const [fromRoom, toRoom] = [roomIn(from, file), roomIn(to, target)];
  return fromRoom === null || toRoom === null || fromRoom === toRoom ? null : `${fromRoom} ${toRoom}`;
}

function roomIn(program: string, file: string): string | null {
  const inner = file.slice(program.length + 1).split('/');
  return roomy.has(program) && inner.length > 1 ? `${program}/${inner[0] ?? ''}` : null;
}

function isImplied(
  arrow: Pick<Arrow, 'from' | 'to'>,
  arrows: readonly Pick<Arrow, 'from' | 'to'>[],
): boolean {
  const reached = new Set<string>();
  const open = arrows.filter(({ from, to }) => from === arrow.from && to !== arrow.to).map(({ to }) => to);
  for (const name of open) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...arrows.filter(({ from }) => from === name && from !== arrow.to).map(({ to }) => to));
  }
  return reached.has(arrow.to);
}
