import { build } from 'esbuild';

export type Graph = Readonly<{
  /** Every source file reached, relative to the root. */
  files: readonly string[];
  /** Every package and Node module imported by name, with the first chain of files that leads to it. */
  modules: ReadonlyMap<string, readonly string[]>;
}>;

/** What running `entries` would load, following real imports: types are erased, packages are not entered. */
export async function importGraph(root: string, entries: readonly string[]): Promise<Graph> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'nowhere',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  const modules = new Map<string, readonly string[]>();
  const chains = new Map<string, readonly string[]>(entries.map((entry) => [entry, [entry]]));
  for (const [file, chain] of chains) {
    for (const { path, external } of metafile.inputs[file]?.imports ?? []) {
      if (external === true) {
        if (!modules.has(path)) modules.set(path, [...chain, path]);
      } else if (!chains.has(path)) {
        chains.set(path, [...chain, path]);
      }
    }
  }
  return { files: [...chains.keys()], modules };
}

/** The chain of files by which `graph` loads electron, or undefined when it does not. */
export function wayToElectron(graph: Graph): readonly string[] | undefined {
  for (const [name, chain] of graph.modules) {
    if (name === 'electron' || name.startsWith('electron/')) return chain;
  }
  return undefined;
}
