/**
 * Which folder may import which, after the table "Shape" in electron/engine/DESIGN.md.
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
    return other === folder || folders.includes(other)
      ? undefined
      : says(folder, `${other} (${list([folder, ...folders])})`);
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
  return `${folder} may not import ${what}: see the table "Shape" in electron/engine/DESIGN.md and .config/fences.mjs`;
}

function list(names) {
  return names.length === 0 ? 'none is allowed' : `allowed: ${names.join(', ')}`;
}
