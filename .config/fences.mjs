/**
 * Which folder may import which; the table "Layout of the code" in docs/architecture.md says the same, and a test compares.
 * `packages`: names or prefixes ending in `/`; `node` allows Node's own modules, `electron` the package electron.
 */
export const fences = {
  'electron/contract': { folders: ['electron/words'], packages: [] },
  'electron/words': { folders: [], packages: ['intl-messageformat'] },
  'electron/rpc': { folders: ['electron/contract', 'electron/words'], packages: [] },
  'electron/engine': {
    folders: ['electron/contract', 'electron/rpc', 'electron/words'],
    packages: [
      'lunr',
      'franc',
      'iconv-lite',
      'csv-parse',
      'bplist-parser',
      'postal-mime',
      'yaml',
      'htmlparser2',
      '@mozilla/readability',
      '@mozilla/readability/',
      '@photostructure/sqlite',
      'pdfjs-dist/',
      'yauzl',
    ],
    node: true,
  },
  'electron/engine-host': {
    folders: ['electron/contract', 'electron/rpc', 'electron/engine', 'electron/words'],
    packages: [],
  },
  'electron/cli': {
    folders: ['electron/contract', 'electron/engine', 'electron/words'],
    packages: ['csv-parse/sync'],
    node: true,
  },
  'electron/main': {
    folders: ['electron/contract', 'electron/rpc', 'electron/words'],
    packages: [],
    node: true,
    electron: true,
  },
  'electron/preload': {
    folders: ['electron/contract', 'electron/rpc', 'electron/words'],
    packages: [],
    electron: true,
  },
  'electron/dev': { folders: ['electron/contract'], packages: [], node: true },
  renderer: {
    folders: ['electron/contract', 'electron/words'],
    packages: ['svelte', 'svelte/', 'bits-ui', '@lucide/svelte/', '@fontsource-variable/'],
  },
};

/**
 * Which room of a folder may import which other ones, beside its own. Files that lie in `electron/engine` itself are below all
 * rooms, but for `create-engine.ts`, which is above them; of the renderer's own files `archive.ts` alone is below.
 */
export const rooms = {
  'electron/engine/concurrency': [],
  'electron/engine/analysis': [],
  'electron/engine/article': [],
  'electron/engine/index': ['analysis'],
  'electron/engine/library': ['analysis', 'article', 'concurrency', 'index'],
  'electron/engine/query': ['analysis', 'index', 'library'],
  'electron/engine/concordance': ['analysis', 'index', 'query'],
  'electron/engine/export': ['library'],
  'electron/engine/packing': ['export', 'library'],
  'electron/engine/ingest': ['article', 'concurrency', 'index', 'library'],
  'electron/engine/archive': [
    'analysis',
    'concordance',
    'concurrency',
    'index',
    'ingest',
    'library',
    'packing',
    'query',
  ],
  'electron/engine/threads': ['archive', 'export', 'index', 'ingest', 'library', 'packing'],
  'renderer/text': [],
  'renderer/state': ['text'],
  'renderer/components': ['state', 'text'],
  'renderer/views': ['components', 'state', 'text'],
  'renderer/dev': ['components', 'state'],
};

/** The files above the rooms, which no room may import. */
export const above = ['electron/engine/create-engine.ts', 'renderer/App.svelte', 'renderer/main.ts'];

/** The one file that may open a database, and what it alone imports. */
export const databaseOpener = {
  file: 'electron/engine/sqlite.ts',
  modules: ['@photostructure/sqlite', 'node:sqlite'],
};

/**
 * @typedef {Readonly<{
 *   folders: readonly string[], packages: readonly string[], node?: boolean, electron?: boolean
 * }>} Fence
 * @typedef {Readonly<{
 *   fences: Readonly<Record<string, Fence>>,
 *   rooms: Readonly<Record<string, readonly string[]>>,
 *   above: readonly string[],
 *   databaseOpener: Readonly<{ file: string, modules: readonly string[] }>,
 * }>} FenceTable
 */

/**
 * All of the above, so that a test can ask what another table would allow.
 * @type {FenceTable}
 */
export const fenceTable = { fences, rooms, above, databaseOpener };

/**
 * The fenced folder that a file lies in, or undefined. `path` is relative to the checkout, with slashes.
 * @param {string} path
 * @param {FenceTable} [table]
 * @returns {string | undefined}
 */
export function folderOf(path, table = fenceTable) {
  return folderIn(table.fences, path);
}

/**
 * The room that a file lies in, or undefined.
 * @param {string} path
 * @param {FenceTable} [table]
 * @returns {string | undefined}
 */
export function roomOf(path, table = fenceTable) {
  return folderIn(table.rooms, path);
}

/**
 * The paths of the rooms that `room` may import.
 * @param {string} room
 * @param {FenceTable} [table]
 * @returns {string[]}
 */
export function roomsBelow(room, table = fenceTable) {
  return table.rooms[room].map((name) => `${room.slice(0, room.lastIndexOf('/'))}/${name}`);
}

/**
 * Whether a package of the list, or one that begins as it says, is `specifier`.
 * @param {string} name
 * @param {string} specifier
 * @returns {boolean}
 */
export function isPackage(name, specifier) {
  return name.endsWith('/') ? specifier.startsWith(name) : specifier === name;
}

/**
 * @param {string} specifier
 * @returns {boolean}
 */
export function isElectron(specifier) {
  return specifier === 'electron' || specifier.startsWith('electron/');
}

/**
 * Why `path` may not import `specifier` (`target`: the file it names, when it is relative), or undefined.
 * @param {string} path
 * @param {string} specifier
 * @param {string | undefined} target
 * @param {FenceTable} [table]
 * @returns {string | undefined}
 */
export function objection(path, specifier, target, table = fenceTable) {
  const folder = folderOf(path, table);
  if (folder === undefined) return undefined;
  const { databaseOpener } = table;
  if (databaseOpener.modules.includes(specifier) && path !== databaseOpener.file) {
    return `only ${databaseOpener.file} opens databases`;
  }
  const { folders, packages, node = false, electron = false } = table.fences[folder];
  if (target !== undefined) {
    const other = folderOf(target, table) ?? target;
    if (other === folder) return roomObjection(path, target, table);
    return folders.includes(other) ? undefined : says(folder, `${other} (${list([folder, ...folders])})`);
  }
  if (specifier.startsWith('node:')) return node ? undefined : says(folder, "Node's modules");
  if (isElectron(specifier)) return electron ? undefined : says(folder, 'electron');
  return packages.some((name) => isPackage(name, specifier))
    ? undefined
    : says(folder, `the package ${specifier} (${list(packages)})`);
}

/** The folder above `path` that is a key of `rows`. */
function folderIn(rows, path) {
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end);
    if (Object.hasOwn(rows, folder)) return folder;
  }
  return undefined;
}

/** Why a file of one room may not import `target`, a file of the same folder, or undefined. */
function roomObjection(path, target, table) {
  const room = roomOf(path, table);
  if (room === undefined) return undefined;
  if (table.above.includes(target)) return roomSays(room, target);
  const other = roomOf(target, table);
  if (other === undefined || other === room) return undefined;
  return roomsBelow(room, table).includes(other)
    ? undefined
    : roomSays(room, `${other} (${list(table.rooms[room])})`);
}

function roomSays(room, what) {
  return `${room} may not import ${what}: see the rooms in .config/fences.mjs`;
}

function says(folder, what) {
  return `${folder} may not import ${what}: see "Layout of the code" in docs/architecture.md and .config/fences.mjs`;
}

function list(names) {
  return names.length === 0 ? 'none is allowed' : `allowed: ${names.join(', ')}`;
}
