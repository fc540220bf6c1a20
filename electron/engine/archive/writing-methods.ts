import type { Answers } from '../../contract/answers.ts';
import type { ArchiveEvents, WritingApi } from '../../contract/archive-api.ts';
import type { ArticleSelection } from '../../contract/search.ts';
import type { RequestOf, ValueOf } from '../../rpc/calls.ts';
import type { ArchiveWriter } from './archive-writer.ts';

/** A selection names result sets, which the reading half knows: here it is the ids of its articles, ascending. */
type Resolved<Asked> =
  Asked extends Readonly<{ selection: ArticleSelection }>
    ? Omit<Asked, 'selection'> & Readonly<{ ids: Uint32Array }>
    : Asked;

export type ResolvedWritingApi = {
  readonly [Method in keyof WritingApi]: (
    request: Resolved<RequestOf<WritingApi[Method]>>,
  ) => Promise<ValueOf<WritingApi[Method]>>;
};

/** Methods that have an answer also where the library can't be written to, or open it anew. */
export const alwaysAnswered = ['check', 'importFinished', 'undoState'] as const;

type AnnotationChange = ArchiveEvents['annotationsChanged']['change'];

/** What is told once something was done. */
export type ToldActs = Readonly<{
  nowMs: () => number;
  tagsChanged: () => void;
  searchesChanged: () => void;
  annotationsChanged: (change: AnnotationChange) => void;
}>;

export type WrittenOnly = Omit<ResolvedWritingApi, (typeof alwaysAnswered)[number]>;

/** What each writing method of the archive does with a library that is open. */
export function writingMethods(
  writer: ArchiveWriter,
  { nowMs, tagsChanged, searchesChanged, annotationsChanged }: ToldActs,
): Answers<WrittenOnly> {
  const { importer, tags, searches } = writer;
  const { highlights, notes, states } = writer.annotator;

  /** Acts on tags change what lists show. */
  function tagging<Value>(value: Value): Value {
    tagsChanged();
    return value;
  }

  function saving<Value>(value: Value): Value {
    searchesChanged();
    return value;
  }

  function annotating<Value>(value: Value, change: AnnotationChange = 'annotated'): Value {
    annotationsChanged(change);
    return value;
  }

  return {
    optimize: () => writer.optimize(),
    mergeLibrary: (request) => importer.quietly(() => writer.acts.merge(request)),
    addSources: ({ paths }) => writer.addSources(paths),
    rescan: ({ sources }) => writer.rescan(sources),
    chooseEncoding: ({ path, encoding }) => writer.choices.chooseEncoding(path, encoding),
    chooseColumns: ({ source, ...chosen }) => writer.choices.chooseColumns(source, chosen),
    tagByLabels: ({ source, labels }) => tagging(writer.tagByLabels(source, labels)),
    hideLines: ({ source, lines }) => writer.choices.hideLines(source, lines),
    removeSource: ({ source }) => writer.removeSource(source),
    findSource: async ({ source }) => ({ path: await writer.folders.find(source) }),
    relocateSource: ({ source, path }) => writer.folders.relocate(source, path),
    sourceRemovalImpact: ({ source }) => writer.sourceRemovalImpact(source),
    removeArticles: ({ ids }) => writer.removeArticles(ids),
    undoRemoval: async () => tagging(await writer.undoRemoval()),
    pauseImport: () => importer.pause(),
    resumeImport: () => importer.resume(),
    cancelImport: () => importer.cancel(),
    retryFailures: ({ failures }) => writer.retryFailures(failures),
    createTag: ({ name, colour }) => tagging(tags.create(name, colour)),
    renameTag: ({ tag, name }) => tagging(tags.rename(tag, name)),
    recolourTag: ({ tag, colour }) => tagging(tags.recolour(tag, colour)),
    mergeTags: ({ tags: ids, into }) => tagging(tags.merge(ids, into)),
    deleteTag: ({ tag }) => tagging(tags.delete(tag)),
    setTags: ({ ids, add, remove }) => tagging(tags.set(ids, add, remove)),
    undo: () => writer.acts.undo(),
    redo: () => writer.acts.redo(),
    correct: ({ ids, fields }) => writer.correcting.correct(ids, fields),
    correctBlocks: ({ article, ...blocks }) => writer.correcting.correctBlocks(article, blocks),
    uncorrect: ({ ids, fields }) => writer.correcting.uncorrect(ids, fields),
    undoCorrection: () => writer.correcting.undo(),
    saveSearch: ({ name, question, seenUpTo }) => saving(searches.save(name, question, seenUpTo, nowMs())),
    renameSearch: ({ search, name }) => saving(searches.rename(search, name)),
    replaceSearch: ({ search, question }) => saving(searches.replace(search, question)),
    seeSearch: ({ search, seenUpTo }) => saving(searches.see(search, seenUpTo, nowMs())),
    deleteSearch: ({ search }) => saving(searches.delete(search)),
    restoreSearch: ({ saved }) => saving(searches.restore(saved)),
    noteSearch: ({ question, found }) => saving(searches.note(question, found, nowMs())),
    addHighlight: (request) => annotating(highlights.add(request, nowMs())),
    changeHighlight: ({ highlight, colour, note }) =>
      annotating(highlights.change(highlight, colour, note, nowMs())),
    placeHighlight: ({ highlight, passage }) => annotating(highlights.place(highlight, passage, nowMs())),
    deleteHighlights: ({ highlights: ids }) => annotating(highlights.delete(ids)),
    setReadingState: ({ ids, state, on }) =>
      annotating(states.set(ids, state, on, nowMs()), state === 'excluded' ? 'excluded' : 'annotated'),
    moveInQueue: ({ article, before }) => annotating(states.moveInQueue(article, before)),
    noteRead: ({ article }) => annotating(states.noteRead(article, nowMs()), 'read'),
    keepPlace: ({ article, place }) => states.keepPlace(article, place),
    addNote: ({ article, text }) => annotating(notes.add(article, text, nowMs())),
    editNote: ({ note, text }) => annotating(notes.edit(note, text, nowMs())),
    deleteNote: ({ note }) => annotating(notes.delete(note)),
  };
}
