import { render, waitFor } from '@testing-library/svelte';
import { expect } from 'vitest';
import { noImport, type ArchiveApi } from '../../../electron/contract/archive-api.ts';
import type { ShellApi, WindowMemory } from '../../../electron/contract/shell-api.ts';
import App from '../../../renderer/App.svelte';
import { installBridge } from '../../../renderer/archive.ts';
import { articleView, facets, hits, page } from './answers.ts';
import { fillBrowserGaps } from './browser-gaps.ts';
import { stubBridge, type StubbedBridge } from './stub-bridge.ts';

const memory: WindowMemory = {
  query: '',
  sort: 'relevance',
  theme: 'light',
  fontSizePx: 19,
  view: 'search',
  panes: [],
  keys: {},
};

/** The whole window over an archive of three articles, unless told otherwise, once it shows an answer. */
export async function openWindow(
  archive: Partial<ArchiveApi> = {},
  shell: Partial<ShellApi> = {},
  windowPx = 1440,
): Promise<StubbedBridge> {
  fillBrowserGaps(windowPx);
  const stub = stubBridge({
    archive: {
      status: () =>
        Promise.resolve({
          libraryDir: '/library',
          readOnly: false,
          readOnlyBecause: null,
          articles: 3,
          notices: [],
          mended: [],
          import: noImport,
        }),
      search: ({ query }) => Promise.resolve(page({ query })),
      rows: ({ offset, limit }) => Promise.resolve(hits(offset + 1, limit)),
      newMatches: () => Promise.resolve({ articles: 0, notices: [] }),
      facets: () => Promise.resolve(facets()),
      article: ({ id }) => Promise.resolve(articleView(id)),
      listTags: () => Promise.resolve([]),
      listSearches: () => Promise.resolve([]),
      trends: () => Promise.resolve({ unit: 'day', periods: [], undated: [0], faults: [null] }),
      searchHistory: () => Promise.resolve([]),
      noteSearch: () => Promise.resolve(),
      listSources: () => Promise.resolve([]),
      undoState: () => Promise.resolve({ undo: null, redo: null }),
      ...archive,
    },
    shell: {
      info: () =>
        Promise.resolve({
          version: '0',
          platform: 'linux',
          libraryDir: '/library',
          sampleArchiveDir: '/sample',
          unkeptBecause: null,
          recentLibraries: [],
          language: null,
          places: { library: '/library', settings: '/settings.json', log: '/microfiche.log' },
        }),
      memory: () => Promise.resolve(memory),
      remember: () => Promise.resolve(),
      ...shell,
    },
  });
  installBridge(stub.bridge);
  render(App);
  await waitFor(() =>
    expect(document.querySelector('[aria-label="Search results"] [role="status"]')).not.toBeNull(),
  );
  return stub;
}
