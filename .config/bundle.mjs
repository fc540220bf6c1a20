import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
    onResolve({ filter: /^(lunr|chardet|iconv-lite)$/ }, ({ path }) => ({ path, namespace: 'required' }));
    onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      contents: `import { createRequire } from 'node:module';
        export default createRequire(import.meta.url)(${JSON.stringify(path)});`,
    }));
  },
};

// Every bundle stands alone (no splitting): each runs in a process or thread of its own, so shared chunks would
// save nothing at run time and would move `import.meta.url`.
export async function bundleModules(entries) {
  return await bundle(entries, {
    format: 'esm',
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
      entryPoints: [source],
      outfile: target,
      write: false,
      metafile: true,
    });
    for (const file of result.outputFiles) await replaceFile(file.path, file.contents);
    if (Buffer.from(result.outputFiles.at(-1).contents.subarray(0, 2)).toString() === '#!') {
      await chmod(join(root, target), 0o755);
    }
    Object.assign(metafile.inputs, result.metafile.inputs);
    Object.assign(metafile.outputs, result.metafile.outputs);
  }
  return metafile;
}

// Written aside and renamed, and only when it differs: a test run or an app may be reading the file meanwhile.
async function replaceFile(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.tmp`;
  await writeFile(aside, contents);
  await rename(aside, path);
}
