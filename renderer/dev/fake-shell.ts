import type { ShellApi, WindowMemory } from '../../electron/contract/shell-api.ts';
import type { Answers } from '../../electron/contract/answers.ts';

/** The shell without a computer after it: the choosers always choose, the rest is kept in memory. */
export function createFakeShell(memory: WindowMemory): Answers<ShellApi> {
  let kept = memory;
  return {
    info: () => ({
      version: '0.1.0',
      platform: 'linux',
      libraryDir: '/home/ada/Microfiche',
      sampleArchiveDir: '/opt/microfiche/sample-archive',
      unkeptBecause: null,
      language: null,
      places: {
        library: '/home/ada/Microfiche',
        settings: '/home/ada/.config/Microfiche/settings.json',
        log: '/home/ada/.config/Microfiche/logs/microfiche.log',
      },
      recentLibraries: ['/home/ada/Microfiche', '/home/ada/Old desk'],
    }),
    choosePaths: ({ kind }) =>
      kind === 'folders' ? ['/home/ada/Downloads/scrape'] : ['/home/ada/Downloads/note.txt'],
    chooseLibrary: () => '/home/ada/Old desk',
    choosePacked: () => '/home/ada/Downloads/colleague.mfpack',
    openLibrary: () => undefined,
    forgetLibrary: () => undefined,
    speak: () => undefined,
    showPlace: () => undefined,
    showInFolder: () => undefined,
    saveText: ({ suggestedName }) => `/home/ada/${suggestedName}`,
    chooseExport: ({ suggestedName }) => `/home/ada/${suggestedName}`,
    savePicture: () => null,
    copyText: () => undefined,
    print: () => undefined,
    memory: () => kept,
    remember: (request) => {
      kept = request.memory;
    },
    reconnect: () => undefined,
  };
}
