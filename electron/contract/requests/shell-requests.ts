import {
  absolutePath,
  listOf,
  mapOf,
  methodsOf,
  oneOf,
  orMissing,
  orNull,
  record,
  refuse,
  requestsOf,
  text,
  truth,
  wholeNumber,
  type ParsersOf,
} from '../parse.ts';
import { citationStyles } from '../citation-styles.ts';
import { concordanceSorts, contextWords } from '../concordance-api.ts';
import { resultsShapes, rowDensities, tableColumns } from '../results-look.ts';
import { sortOrders } from '../search.ts';
import {
  maxTwisted,
  ownPlaces,
  typeFamilies,
  typeLeadings,
  typeMeasures,
  type ShellApi,
} from '../shell-api.ts';
import { views } from '../views.ts';
import { anArticle } from './id-parsers.ts';
import { aFilter } from './filter.ts';
import { aShare, aTextAnchor } from './text-anchor-parser.ts';

const nothing = record({});

const place = record({
  libraryDir: absolutePath,
  filter: aFilter,
  article: orNull(anArticle),
  row: wholeNumber(0, 2 ** 31),
  isOriginal: truth,
  anchor: orNull(aTextAnchor),
});

const results = record({
  shape: oneOf(resultsShapes),
  density: oneOf(rowDensities),
  columns: listOf(record({ name: oneOf(tableColumns), px: wholeNumber(1, 10_000) }), tableColumns.length),
  sort: oneOf(concordanceSorts),
  words: wholeNumber(contextWords.min, contextWords.max),
});

/** What the window remembers, as it is sent and as it is read back from the settings. */
export const windowMemory = record({
  query: text(0, 10_000),
  sort: oneOf(sortOrders),
  theme: oneOf(['system', 'light', 'dark', 'sepia', 'contrast']),
  fontSizePx: wholeNumber(8, 96),
  view: oneOf(views),
  panes: listOf(aShare, 16),
  keys: mapOf(text(0, 100), 500),
  place: orMissing(place),
  twisted: orMissing(listOf(text(1, 32_768), maxTwisted)),
  results: orMissing(results),
  cites: orMissing(oneOf(citationStyles)),
  type: orMissing(
    record({ family: oneOf(typeFamilies), measure: oneOf(typeMeasures), leading: oneOf(typeLeadings) }),
  ),
});

export const shellRequests: ParsersOf<ShellApi> = requestsOf({
  info: nothing,
  choosePaths: record({ kind: oneOf(['folders', 'files']) }),
  chooseLibrary: nothing,
  choosePacked: nothing,
  openLibrary: record({ libraryDir: absolutePath }),
  forgetLibrary: record({ libraryDir: absolutePath }),
  speak: record({ language: orNull(oneOf(['en', 'ar'])) }),
  showPlace: record({ place: oneOf(ownPlaces) }),
  showInFolder: record({ path: absolutePath }),
  saveText: record({ suggestedName: aFileName, text: text(0, 2 ** 28) }),
  chooseExport: record({ suggestedName: aFileName, kind: oneOf(['file', 'folder']) }),
  savePicture: record({ suggestedName: aFileName, base64: text(0, 2 ** 26) }),
  copyText: record({ text: text(0, 2 ** 26) }),
  print: nothing,
  memory: nothing,
  remember: record({ memory: windowMemory }),
  reconnect: nothing,
});

export const shellMethods = methodsOf<ShellApi>(shellRequests);

/** A name without a folder, so that a suggestion can't lead out of the folder that the person sees. */
function aFileName(data: unknown, at: string): string {
  const plain = typeof data === 'string' && data.length > 0 && data.length <= 200 && !/[\\/:]/u.test(data);
  return plain && data !== '.' && data !== '..' && !data.includes('\0')
    ? data
    : refuse(at, 'a file name without a folder', data);
}
