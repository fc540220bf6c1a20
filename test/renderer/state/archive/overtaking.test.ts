import { expect, test } from 'vitest';
import { noImport, type LibraryStatus } from '../../../../electron/contract/archive-api.ts';
import { sourceId } from '../../../../electron/contract/ids.ts';
import { installBridge } from '../../../../renderer/archive.ts';
import { ImportState } from '../../../../renderer/state/archive/import-state.svelte.ts';
import { LibraryState } from '../../../../renderer/state/archive/library-state.svelte.ts';
import { SourcesState } from '../../../../renderer/state/archive/sources-state.svelte.ts';
import { stubBridge } from '../../support/stub-bridge.ts';

const empty: LibraryStatus = {
  libraryDir: '/library',
  readOnly: false,
  readOnlyBecause: null,
  articles: 0,
  notices: [],
  mended: [],
  import: { ...noImport, state: 'scanning' },
};

const clippings = {
  id: sourceId(1),
  path: '/clippings',
  articles: 2,
  missing: 0,
  failed: 0,
  scannedAtMs: null,
  encoding: null,
  away: false,
  skipped: [],
};

const info = {
  version: '1.0.0',
  platform: 'linux' as const,
  libraryDir: '/library',
  sampleArchiveDir: '/sample',
  recentLibraries: [],
  language: null,
  places: { library: '', settings: '', log: '' },
  unkeptBecause: null,
};

test('what the library said of itself before an import does not undo the news of the import', async () => {
  const answers: ((status: LibraryStatus) => void)[] = [];
  const { bridge, emit } = stubBridge({
    archive: { status: () => new Promise((answer) => answers.push(answer)) },
    shell: { info: () => Promise.resolve(info) },
  });
  installBridge(bridge);
  const [library, imports] = [new LibraryState(), new ImportState()];
  const ends = [library.listen(), imports.listen()];
  const loaded = [imports.load(), library.load()];
  await expect.poll(() => answers.length).toBe(2);
  emit('articlesChanged', { articles: 40 });
  emit('importProgressed', { ...noImport, added: 40 });
  answers.forEach((answer) => answer({ ...empty, readOnlyBecause: null }));
  await Promise.all(loaded);
  expect([library.articles, imports.isRunning, imports.progress.added]).toEqual([40, false, 40]);
  ends.forEach((end) => end());
});

test('of two lists of the sources the one that was asked for last stays, whichever comes first', async () => {
  const answers: ((sources: readonly (typeof clippings)[]) => void)[] = [];
  installBridge(
    stubBridge({ archive: { listSources: () => new Promise((answer) => answers.push(answer)) } }).bridge,
  );
  const sources = new SourcesState();
  const loaded = [sources.load(), sources.load()];
  answers[1]?.([{ ...clippings, missing: 1 }]);
  answers[0]?.([clippings]);
  await Promise.all(loaded);
  expect(sources.sources.map(({ missing }) => missing)).toEqual([1]);
});
