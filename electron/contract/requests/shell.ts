import {
  absolutePath,
  listOf,
  mapOf,
  oneOf,
  record,
  refuse,
  requestsOf,
  text,
  wholeNumber,
} from '../parse.ts';
import type { ShellApi } from '../shell-api.ts';

const nothing = record({});

/** What the window remembers, as it is sent and as it is read back from the settings. */
export const windowMemory = record({
  query: text(0, 10_000),
  sort: oneOf(['relevance', 'newest', 'oldest']),
  theme: oneOf(['system', 'light', 'dark', 'sepia', 'contrast']),
  fontSizePx: wholeNumber(8, 96),
  view: oneOf(['search', 'tags', 'sources']),
  panes: listOf(aShare, 16),
  keys: mapOf(text(0, 100), 500),
});

export const shellRequests: {
  readonly [Method in keyof ShellApi]: (data: unknown) => Parameters<ShellApi[Method]>[0];
} = requestsOf({
  info: nothing,
  choosePaths: record({ kind: oneOf(['folders', 'files']) }),
  chooseLibrary: nothing,
  openLibrary: record({ libraryDir: absolutePath }),
  showInFolder: record({ path: absolutePath }),
  saveText: record({ suggestedName: aFileName, text: text(0, 2 ** 28) }),
  copyText: record({ text: text(0, 2 ** 26) }),
  print: nothing,
  memory: nothing,
  remember: record({ memory: windowMemory }),
  reconnect: nothing,
});

function aShare(data: unknown, at: string): number {
  return typeof data === 'number' && Number.isFinite(data) && data >= 0 && data <= 100_000
    ? data
    : refuse(at, 'a number from 0 to 100000', data);
}

/** A name without a folder, so that a suggestion can't lead out of the folder that the person sees. */
function aFileName(data: unknown, at: string): string {
  const plain = typeof data === 'string' && data.length > 0 && data.length <= 200 && !/[\\/:]/u.test(data);
  return plain && data !== '.' && data !== '..' && !data.includes('\0')
    ? data
    : refuse(at, 'a file name without a folder', data);
}
