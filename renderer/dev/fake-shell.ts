import type { ShellApi, WindowMemory } from '../../electron/contract/shell-api.ts';
import type { Immediate } from './immediate.ts';

/** The shell without a computer behind it: the choosers always choose, the rest is kept in memory. */
export function createFakeShell(memory: WindowMemory): Immediate<ShellApi> {
  let kept = memory;
  return {
    info: () => ({
      version: '0.1.0',
      platform: 'linux',
      libraryDir: '/home/ada/Microfiche',
      sampleArchiveDir: '/opt/microfiche/sample-archive',
      recentLibraries: ['/home/ada/Microfiche', '/home/ada/Old desk'],
    }),
    choosePaths: ({ kind }) =>
      kind === 'folders' ? ['/home/ada/Downloads/scrape'] : ['/home/ada/Downloads/note.txt'],
    chooseLibrary: () => '/home/ada/Old desk',
    openLibrary: () => undefined,
    showInFolder: () => undefined,
    saveText: ({ suggestedName }) => `/home/ada/${suggestedName}`,
    copyText: () => undefined,
    print: () => undefined,
    memory: () => kept,
    remember: (request) => {
      kept = request.memory;
    },
    reconnect: () => undefined,
  };
}
