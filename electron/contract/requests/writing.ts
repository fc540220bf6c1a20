import { tagColours, type WritingApi } from '../archive-api.ts';
import { maxRecurringLineLength, maxHiddenLines } from '../recurring-lines.ts';
import { highlightColours, maxPassageLength } from '../highlights.ts';
import { readingStates } from '../read-states.ts';
import { columnRoles, maxColumnName, maxColumns } from '../table-columns.ts';
import { correctableFields } from '../corrections.ts';
import { encodingNames } from '../encoding-names.ts';
import {
  absolutePath,
  listOf,
  mapOf,
  oneOf,
  orNull,
  record,
  requestsOf,
  text,
  truth,
  wholeNumber,
  type ParsersOf,
} from '../parse.ts';
import { aFailure, aHighlight, anArticle, aNote, aSavedSearch, aSource, aTag, maxIds } from './id-parsers.ts';
import { correctedFields } from './corrected-fields.ts';
import { aQuestion, aTime } from './saved-question.ts';
import { aSelection } from './selection.ts';
import { aTextAnchor } from './text-anchor-parser.ts';
import { tagName } from './tag-name-parser.ts';

const nothing = record({});
const colour = oneOf(tagColours);
const tagNames = listOf(tagName, 1_000);
const blockTexts = listOf(text(1, 1_000_000), 10_000);
const columnName = text(0, maxColumnName);
const noteText = text(1, 1_000_000);
const highlightNote = text(0, 1_000_000);
const searchName = text(1, 1_000);
const anyNumber = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const aPassage = record({ start: anyNumber, end: anyNumber, exact: text(1, maxPassageLength) });

export const writingRequests: ParsersOf<WritingApi> = requestsOf({
  check: record({ repair: truth }),
  optimize: nothing,
  mergeLibrary: record({ path: absolutePath, dryRun: truth }),
  addSources: record({ paths: listOf(absolutePath, 100_000) }),
  rescan: record({ sources: listOf(aSource, 10_000) }),
  chooseEncoding: record({ path: absolutePath, encoding: orNull(oneOf(encodingNames)) }),
  chooseColumns: record({
    source: aSource,
    columns: listOf(columnName, maxColumns),
    roles: orNull(mapOf(oneOf(columnRoles), maxColumns)),
  }),
  tagByLabels: record({ source: aSource, labels: listOf(text(1, 200), 1_000) }),
  hideLines: record({
    source: aSource,
    lines: listOf(text(1, maxRecurringLineLength), maxHiddenLines),
  }),
  removeSource: record({ source: aSource }),
  findSource: record({ source: aSource }),
  relocateSource: record({ source: aSource, path: absolutePath }),
  sourceRemovalImpact: record({ source: aSource }),
  removeArticles: record({ selection: aSelection }),
  undoRemoval: nothing,
  pauseImport: nothing,
  resumeImport: nothing,
  cancelImport: nothing,
  importFinished: nothing,
  retryFailures: record({ failures: listOf(aFailure, maxIds) }),
  createTag: record({ name: tagName, colour: orNull(colour) }),
  renameTag: record({ tag: aTag, name: tagName }),
  recolourTag: record({ tag: aTag, colour }),
  mergeTags: record({ tags: listOf(aTag, 10_000), into: aTag }),
  deleteTag: record({ tag: aTag }),
  setTags: record({ selection: aSelection, add: tagNames, remove: tagNames }),
  undoState: nothing,
  undo: nothing,
  redo: nothing,
  correct: record({ selection: aSelection, fields: correctedFields }),
  correctBlocks: record({ article: anArticle, toBody: blockTexts, toFurniture: blockTexts }),
  uncorrect: record({
    selection: aSelection,
    fields: listOf(oneOf([...correctableFields, 'blocks']), 20),
  }),
  undoCorrection: nothing,
  saveSearch: record({ name: searchName, question: aQuestion, seenUpTo: anyNumber }),
  renameSearch: record({ search: aSavedSearch, name: searchName }),
  replaceSearch: record({ search: aSavedSearch, question: aQuestion }),
  seeSearch: record({ search: aSavedSearch, seenUpTo: anyNumber }),
  deleteSearch: record({ search: aSavedSearch }),
  restoreSearch: record({
    saved: record({
      id: aSavedSearch,
      name: searchName,
      question: aQuestion,
      createdAtMs: aTime,
      seenUpTo: anyNumber,
      seenAtMs: aTime,
    }),
  }),
  noteSearch: record({ question: aQuestion, found: anyNumber }),
  addHighlight: record({
    article: anArticle,
    passage: aPassage,
    colour: oneOf(highlightColours),
    note: highlightNote,
  }),
  changeHighlight: record({
    highlight: aHighlight,
    colour: oneOf(highlightColours),
    note: highlightNote,
  }),
  placeHighlight: record({ highlight: aHighlight, passage: aPassage }),
  deleteHighlights: record({ highlights: listOf(aHighlight, maxIds) }),
  setReadingState: record({ selection: aSelection, state: oneOf(readingStates), on: truth }),
  moveInQueue: record({ article: anArticle, before: orNull(anArticle) }),
  noteRead: record({ article: anArticle }),
  keepPlace: record({ article: anArticle, place: orNull(aTextAnchor) }),
  addNote: record({ article: anArticle, text: noteText }),
  editNote: record({ note: aNote, text: noteText }),
  deleteNote: record({ note: aNote }),
});
