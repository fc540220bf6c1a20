/**
 * Which folder may import which; the table "Layout of the code" in electron/engine/DESIGN.md says the same, and a test compares.
 * `packages`: names or prefixes ending in `/`; `node` allows Node's own modules, `electron` the package electron.
 */
export const fences = {
  'electron/contract': { folders: [], packages: [] },
  'electron/rpc': { folders: ['electron/contract'], packages: [] },
  'electron/engine': {
    folders: ['electron/contract', 'electron/rpc'],
    packages: ['lunr', 'chardet', 'franc', 'iconv-lite', '@photostructure/sqlite'],
    node: true,
  },
  'electron/engine-host': {
    folders: ['electron/contract', 'electron/rpc', 'electron/engine'],
    packages: [],
    node: true,
    electron: true,
  },
  'electron/cli': { folders: ['electron/contract', 'electron/engine'], packages: [], node: true },
  'electron/main': {
    folders: ['electron/contract', 'electron/rpc'],
    packages: [],
    node: true,
    electron: true,
  },
  'electron/preload': { folders: ['electron/contract', 'electron/rpc'], packages: [], electron: true },
  'electron/dev': { folders: [], packages: [], node: true },
  renderer: {
    folders: ['electron/contract'],
    packages: [
      'svelte',
      'svelte/',
      'bits-ui',
      'virtua/svelte',
      'paneforge',
      'tinykeys',
      '@lucide/svelte',
      '@lucide/svelte/',
      '@fontsource-variable/',
    ],
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
  'electron/engine/ingest': ['article', 'concurrency', 'index', 'library'],
  'electron/engine/archive': ['analysis', 'concurrency', 'index', 'ingest', 'library', 'query'],
  'electron/engine/threads': ['archive', 'index', 'ingest', 'library'],
  'renderer/text': [],
  'renderer/state': ['text'],
  'renderer/components': ['state', 'text'],
  'renderer/views': ['components', 'state', 'text'],
  'renderer/dev': ['components', 'state', 'text'],
};

/** The files above the rooms, which no room may import. */
const above = ['electron/engine/create-engine.ts', 'renderer/App.svelte', 'renderer/main.ts'];

function roomOf(path) {
  return Object.keys(rooms).find((room) => path.startsWith(`${room}/`));
}

/** Why a file of one room may not import `target`, a file of the same folder, or undefined. */
function roomObjection(path, target) {
  const room = roomOf(path);
  if (room === undefined) return undefined;
  if (above.includes(target)) return roomSays(room, target);
  const other = roomOf(target);
  if (other === undefined || other === room) return undefined;
  const name = other.slice(other.lastIndexOf('/') + 1);
  return rooms[room].includes(name) ? undefined : roomSays(room, `${other} (${list(rooms[room])})`);
}

function roomSays(room, what) {
  return `${room} may not import ${what}: see the rooms in .config/fences.mjs`;
}

/** The one file that may open a database, and what it alone imports. */
export const databaseOpener = {
  file: 'electron/engine/sqlite.ts',
  modules: ['@photostructure/sqlite', 'node:sqlite'],
};

/** The fenced folder that a file lies in, or undefined. `path` is relative to the checkout, with slashes. */
export function folderOf(path) {
  return Object.keys(fences).find((folder) => path.startsWith(`${folder}/`));
}

/** Why `path` may not import `specifier` (`target`: the file it names, when it is relative), or undefined. */
export function objection(path, specifier, target) {
  const folder = folderOf(path);
  if (folder === undefined) return undefined;
  if (databaseOpener.modules.includes(specifier) && path !== databaseOpener.file) {
    return `only ${databaseOpener.file} opens databases`;
  }
  const { folders, packages, node = false, electron = false } = fences[folder];
  if (target !== undefined) {
    const other = folderOf(target) ?? target;
    if (other === folder) return roomObjection(path, target);
    return folders.includes(other) ? undefined : says(folder, `${other} (${list([folder, ...folders])})`);
  }
  if (specifier.startsWith('node:')) return node ? undefined : says(folder, "Node's modules");
  if (specifier === 'electron' || specifier.startsWith('electron/')) {
    return electron ? undefined : says(folder, 'electron');
  }
  const allowed = packages.some((name) =>
    name.endsWith('/') ? specifier.startsWith(name) : specifier === name,
  );
  return allowed ? undefined : says(folder, `the package ${specifier} (${list(packages)})`);
}

function says(folder, what) {
  return `${folder} may not import ${what}: see "Layout of the code" in electron/engine/DESIGN.md and .config/fences.mjs`;
}

function list(names) {
  return names.length === 0 ? 'none is allowed' : `allowed: ${names.join(', ')}`;
}
