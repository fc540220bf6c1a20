import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Entry points of the processes and threads, as `source: bundle`. Those not written yet are passed over. */
export const moduleEntries = {
  'electron/main/main.ts': 'dist/main/main.js',
  'electron/engine-host/engine-host.ts': 'dist/engine-host/engine-host.js',
  'electron/cli/microfiche.ts': 'dist/cli/microfiche.js',
};

export const threadEntries = {
  'electron/engine/threads/writer-thread.ts': 'dist/engine/threads/writer-thread.js',
  'electron/engine/threads/search-thread.ts': 'dist/engine/threads/search-thread.js',
  'electron/engine/threads/ingest-worker.ts': 'dist/engine/threads/ingest-worker.js',
  'electron/engine/threads/page-thread.ts': 'dist/engine/threads/page-thread.js',
  'electron/engine/threads/table-thread.ts': 'dist/engine/threads/table-thread.js',
  'electron/engine/threads/export-thread.ts': 'dist/engine/threads/export-thread.js',
  'electron/engine/threads/pack-thread.ts': 'dist/engine/threads/pack-thread.js',
  'electron/engine/threads/backup-thread.ts': 'dist/engine/threads/backup-thread.js',
};

export const preloadEntries = { 'electron/preload/preload.ts': 'dist/preload/preload.cjs' };

const shared = { absWorkingDir: root, bundle: true, platform: 'node', sourcemap: true, logLevel: 'warning' };

/**
 * CommonJS packages with a default export alone. Node's loader of modules would read them for the names of their exports
 * before it runs them: ten milliseconds for Lunr, in each thread that somebody waits for who opens a library.
 */
const requiredPackages = {
  name: 'required-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(lunr|iconv-lite)$/ }, ({ path }) => ({ path, namespace: 'required' }));
    onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      contents: `import { createRequire } from 'node:module';
        export default createRequire(import.meta.url)(${JSON.stringify(path)});`,
    }));
  },
};

/** Of these, what is imported by `import()` is in chunks of its own. A worker reads files by all formats: one file is loaded sooner. */
const splitEntries = new Set([
  'electron/engine/threads/writer-thread.ts',
  'electron/engine/threads/search-thread.ts',
]);

export async function bundleModules(entries) {
  return await bundle(entries, {
    format: 'esm',
    chunkNames: 'chunks/[name]-[hash]',
    target: 'node20',
    packages: 'external',
    plugins: [requiredPackages],
  });
}

// A sandboxed preload script must be one CommonJS file that requires nothing but electron.
export async function bundlePreload(entries) {
  return await bundle(entries, { format: 'cjs', target: 'chrome130', external: ['electron'] });
}

async function bundle(entries, options) {
  const metafile = { inputs: {}, outputs: {} };
  for (const [source, target] of Object.entries(entries)) {
    if (!existsSync(join(root, source))) continue;
    const result = await build({
      ...shared,
      ...options,
      splitting: splitEntries.has(source),
      entryPoints: { [basename(target, extname(target))]: source },
      outdir: dirname(target),
      outExtension: { '.js': extname(target) },
      write: false,
      metafile: true,
    });
    for (const file of result.outputFiles) await replaceFile(file.path, file.contents);
    const entry = result.outputFiles.find(({ path }) => path === join(root, target));
    if (Buffer.from(entry.contents.subarray(0, 2)).toString() === '#!') await chmod(entry.path, 0o755);
    Object.assign(metafile.inputs, result.metafile.inputs);
    Object.assign(metafile.outputs, result.metafile.outputs);
  }
  return metafile;
}

/** Deletes the chunks of earlier builds that the bundles which `metafile` is about import no more. */
export function dropOldChunks(metafile) {
  const written = Object.keys(metafile.outputs);
  for (const folder of new Set(
    written.map((path) => dirname(path)).filter((path) => basename(path) === 'chunks'),
  ))
    for (const name of readdirSync(join(root, folder)))
      if (!written.includes(`${folder}/${name}`)) rmSync(join(root, folder, name));
}

// Written aside and renamed, and only when it differs: a test run or an app may be reading the file meanwhile.
async function replaceFile(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.tmp`;
  await writeFile(aside, contents);
  await rename(aside, path);
}
