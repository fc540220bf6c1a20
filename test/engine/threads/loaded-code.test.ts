import { describe, expect, it } from 'vitest';
import { bundleModules, threadEntries } from '../../../.config/bundle.mjs';

type Output = Readonly<{
  inputs: Readonly<Record<string, unknown>>;
  imports: readonly Readonly<{ path: string; kind: string; external?: boolean }>[];
}>;

/** What a thread has loaded once it can be asked something: its sources, the modules of Node, and from how many files. */
async function loadedBy(
  thread: keyof typeof threadEntries,
): Promise<Readonly<{ loaded: readonly string[]; files: number }>> {
  const target = threadEntries[thread];
  const { outputs } = (await bundleModules({ [thread]: target })) as { outputs: Record<string, Output> };
  const loaded = new Set<string>();
  const bundles = [target];
  for (const path of bundles) {
    const { inputs = {}, imports = [] } = outputs[path] ?? {};
    for (const input of Object.keys(inputs)) loaded.add(input);
    for (const imported of imports) {
      if (imported.kind !== 'import-statement') continue;
      if (imported.external === true) loaded.add(imported.path);
      else if (!bundles.includes(imported.path)) bundles.push(imported.path);
    }
  }
  return { loaded: [...loaded], files: bundles.length };
}

const ofBuilding =
  /index\/(building|merging\/(?!merge-policy)|writing)|library\/salvage|ingest\/(scan\.|workers)|article\/(page|dates|html)|node:crypto/;
/** What people wrote in notes is an index of its own, which a search builds when notes are asked for. */
const ofCommits = /index\/(index-writer|index-committer|segment-work)/;
const ofWords = /analysis\/(analysis|tokenizer|stem)\.ts/;

describe('whoever opens a library waits for no code', () => {
  it('that the writer needs only to import, to merge and to repair', async () => {
    const { loaded, files } = await loadedBy('electron/engine/threads/writer-thread.ts');
    expect(loaded).toContain('electron/engine/library/writable-library.ts');
    expect(loaded.filter((path) => ofBuilding.test(path) || ofWords.test(path))).toEqual([]);
    // Each takes a millisecond to look for: what is loaded later stands in few modules.
    expect(files).toBeLessThan(9);
  });

  it('that a search never needs', async () => {
    const { loaded, files } = await loadedBy('electron/engine/threads/search-thread.ts');
    expect(loaded).toContain('electron/engine/query/searcher.ts');
    expect(loaded.filter((path) => ofBuilding.test(path) || ofCommits.test(path))).toEqual([]);
    expect(files).toBeLessThan(4);
  });
});
