import type { ShellApi, WindowMemory } from '../../electron/contract/shell-api.ts';

/** The shell without a computer behind it: the choosers always choose, the rest is kept in memory. */
export function createFakeShell(memory: WindowMemory): ShellApi {
  let kept = memory;
  return {
    info: async () => ({
      version: '0.1.0',
      platform: 'linux',
      libraryDir: '/home/ada/Microfiche',
      sampleArchiveDir: '/opt/microfiche/sample-archive',
      recentLibraries: ['/home/ada/Microfiche', '/home/ada/Old desk'],
    }),
    choosePaths: async ({ kind }) =>
      kind === 'folders' ? ['/home/ada/Downloads/scrape'] : ['/home/ada/Downloads/note.txt'],
    chooseLibrary: async () => '/home/ada/Old desk',
    openLibrary: async () => undefined,
    showInFolder: async () => undefined,
    saveText: async ({ suggestedName }) => `/home/ada/${suggestedName}`,
    copyText: async () => undefined,
    print: async () => undefined,
    memory: async () => kept,
    remember: async (request) => {
      kept = request.memory;
    },
    reconnect: async () => undefined,
  };
}
