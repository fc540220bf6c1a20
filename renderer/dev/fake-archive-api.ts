import type { ArchiveApi, ArchiveEvents } from '../../electron/contract/archive-api.ts';
import { noteId, type ArticleId, type SourceId } from '../../electron/contract/ids.ts';
import type { Note } from '../../electron/contract/note.ts';
import type { FakeEvents } from './fake-events.ts';
import type { Answers } from '../../electron/contract/answers.ts';
import { FakeSourceReports, fakeFailureGroups } from './fake-source-reports.ts';
import { FakeFurniture } from './fake-furniture.ts';
import { FakeImport, inventFailures } from './fake-import.ts';
import { FakeLibrary } from './fake-library.ts';
import { marksIn } from './fake-search.ts';
import { FakeTags } from './fake-tags.ts';
import { inventArticles } from './invented-articles.ts';
import type { ScenarioState } from './scenario.ts';

const articleCounts: Readonly<Partial<Record<ScenarioState, number>>> = { empty: 0, many: 500 };
const failureCounts: Readonly<Partial<Record<ScenarioState, number>>> = { failed: 2300, empty: 0 };

/** An archive in memory, for looking at the window without an engine; calls that it does not answer fail. */
export function createFakeArchiveApi(
  state: ScenarioState,
  events: FakeEvents<ArchiveEvents>,
): Partial<Answers<ArchiveApi>> {
  const library = new FakeLibrary(inventArticles(articleCounts[state] ?? 300), state === 'many' ? 1000 : 1);
  const tags = new FakeTags(library.articles);
  const furniture = new FakeFurniture();
  const reports = new FakeSourceReports();
  const notes = new Map<number, Note>();
  let arrivals = 0;
  let beforeRemoval: typeof library.articles = [];
  const running = new FakeImport(inventFailures(failureCounts[state] ?? 3), (progress) => {
    events.emit('importProgressed', progress);
    if (progress.state !== 'importing' || progress.done % 70 !== 0) return;
    arrivals += 6;
    events.emit('articlesChanged', { articles: library.total + progress.done, arrivals });
  });
  if (state === 'importing') running.start(1400);

  function changeTags<Result>(act: () => Result): Result {
    const result = act();
    queueMicrotask(() => events.emit('tagsChanged', {}));
    return result;
  }
  function changeSources(act: () => void): void {
    act();
    queueMicrotask(() => events.emit('sourcesChanged', {}));
  }
  function articlesOf(source: SourceId): number {
    return library.sources.find(({ id }) => id === source)?.articles ?? 0;
  }
  function notesOf(article: ArticleId): readonly Note[] {
    return [...notes.values()].filter((note) => note.article === article);
  }

  return {
    status: () => ({
      libraryDir: '/home/ada/Microfiche',
      readOnly: state === 'busy',
      readOnlyBecause:
        state === 'busy'
          ? 'Another Microfiche is writing to the library /home/ada/Microfiche. Close it, or wait until it has finished.'
          : null,
      articles: library.total,
      notices: [],
      mended: [],
      import: running.progress,
    }),
    stats: () => ({
      articles: library.total,
      words: library.total * 180,
      sources: library.sources.length,
      languages: [{ language: 'en', articles: library.total }],
      fields: [{ name: 'headline', boost: 4 }],
      commit: 7,
      segments: 3,
      indexBytes: 1_200_000,
      textBytes: 900_000,
      failed: running.failures.length,
    }),
    check: () => ({ ok: true, problems: [] }),
    suggest: ({ caret }) => ({ from: caret, to: caret, suggestions: [] }),
    search: (request) => library.search(request, tags.namesOf(request.filter.tags)),
    facets: ({ resultSet }) => library.facets(Number(resultSet)),
    rows: ({ resultSet, offset, limit }) => library.rows(Number(resultSet), offset, limit),
    newMatches: () => ({ articles: arrivals, notices: [] }),
    article: ({ id, resultSet }) => {
      const { fields, path, missing, source, tags: carried } = library.article(id);
      const words = library.wordsOf(resultSet === null ? null : Number(resultSet));
      const location = library.sources[source];
      return {
        id,
        fields,
        tags: [...carried],
        labels: Number(id) % 7 === 3 ? ['Harbour', 'Council/Zirin'] : [],
        notes: notesOf(id),
        highlights: [],
        states: [],
        place: null,
        locations: location === undefined ? [] : [{ source: location.id, path, record: null, missing }],
        evidence: {},
        corrections: [],
        missing,
        encoding: 'UTF-8',
        sha256: Number(id).toString(16).padStart(64, '0'),
        marks: {
          headline: marksIn(fields.headline, words),
          standfirst: marksIn(fields.standfirst ?? '', words),
          body: fields.body.map((paragraph) => marksIn(paragraph, words)),
          captions: fields.captions.map(({ text }) => marksIn(text, words)),
          furniture: fields.furniture.map(() => []),
        },
        neighbours: { previous: null, next: null },
      };
    },
    original: ({ id }) => {
      const { fields, path } = library.article(id);
      const text = [...fields.furniture, fields.headline, ...fields.body].join('\n');
      return { text, encoding: 'utf-8', path, chosen: library.encodings.get(path) ?? null, isPage: false };
    },
    recurringLines: ({ source }) => furniture.lines(source, articlesOf(source)),
    hideLines: ({ source, lines }) => {
      changeSources(() => furniture.hide(source, lines));
      return { files: articlesOf(source) };
    },
    sourceReport: ({ source }) => reports.of(articlesOf(source)),
    failureGroups: () => fakeFailureGroups(running.failures),
    readTable: () => reports.table(),
    chooseColumns: ({ roles }) => {
      changeSources(() => reports.choose(roles));
      return { files: 1 };
    },
    tagByLabels: ({ labels }) =>
      changeTags(() => tags.set(library.articles.slice(0, labels.length), labels, [])),
    listSources: () => library.sources,
    addSources: ({ paths }) => {
      changeSources(() => paths.forEach((path) => library.addSource(path)));
      running.start();
      return library.sources;
    },
    rescan: () => running.start(),
    removeSource: ({ source }) => {
      const removed = library.sources.find(({ id }) => id === source)?.articles ?? 0;
      library.articles = library.articles.filter((article) => article.source + 1 !== Number(source));
      changeSources(() => {
        library.sources = library.sources.filter(({ id }) => id !== source);
      });
      events.emit('articlesChanged', { articles: library.total, arrivals });
      return { removed };
    },
    findSource: ({ source }) => {
      const found = library.sources.find(({ id, away }) => id === source && away);
      return { path: found === undefined ? null : found.path.replace('/media', '/home/ada/media') };
    },
    relocateSource: ({ source, path }) =>
      changeSources(() => {
        library.sources = library.sources.map((other) =>
          other.id === source ? { ...other, path, away: false } : other,
        );
      }),
    listEncodings: () => [...library.encodings].map(([path, encoding]) => ({ path, encoding })),
    chooseEncoding: ({ path, encoding }) => {
      changeSources(() => {
        if (encoding === null) library.encodings.delete(path);
        else library.encodings.set(path, encoding);
        library.sources = library.sources.map((source) =>
          source.path === path ? { ...source, encoding } : source,
        );
      });
      return { files: 1 };
    },
    sourceRemovalImpact: ({ source }) => {
      const held = library.articles.filter((article) => article.source + 1 === Number(source));
      const tagged = held.filter(({ tags: carried }) => carried.size > 0).length;
      return { articles: held.length, tagged, noted: Math.floor(held.length / 17) };
    },
    removalImpact: ({ selection }) => {
      const chosen = library.select(selection);
      const tagged = chosen.filter(({ tags: carried }) => carried.size > 0).length;
      return { articles: chosen.length, tagged, noted: 0, files: chosen.length };
    },
    removeArticles: ({ selection }) => {
      const gone = new Set(library.select(selection));
      beforeRemoval = library.articles;
      library.articles = library.articles.filter((article) => !gone.has(article));
      events.emit('articlesChanged', { articles: library.total, arrivals });
      return { removed: gone.size, canUndo: true };
    },
    undoRemoval: () => {
      const givenBack = beforeRemoval.length === 0 ? 0 : beforeRemoval.length - library.articles.length;
      if (givenBack > 0) library.articles = beforeRemoval;
      beforeRemoval = [];
      events.emit('articlesChanged', { articles: library.total, arrivals });
      return { givenBack };
    },
    pauseImport: () => running.pause(),
    resumeImport: () => running.resume(),
    optimize: () => undefined,
    cancelImport: () => running.cancel(),
    importFinished: () => running.finished(),
    listFailures: ({ offset, limit }) => ({
      total: running.failures.length,
      failures: running.failures.slice(offset, offset + limit),
    }),
    retryFailures: ({ failures }) => running.retry(failures),
    trends: () => ({ unit: 'month', periods: [], undated: [0], faults: [null] }),
    listSearches: () => [],
    searchHistory: () => [],
    noteSearch: () => undefined,
    countQuestions: ({ questions }) => ({
      counts: questions.map(() => ({ articles: 0, fresh: 0, fault: null })),
      upTo: library.total + 1,
    }),
    listTags: () => tags.list(),
    createTag: ({ name, colour }) => changeTags(() => tags.create(name, colour)),
    renameTag: ({ tag, name }) => changeTags(() => tags.rename(tag, name)),
    recolourTag: ({ tag, colour }) => changeTags(() => tags.recolour(tag, colour)),
    mergeTags: ({ tags: ids, into }) => changeTags(() => tags.merge(ids, into)),
    deleteTag: ({ tag }) => changeTags(() => tags.delete(tag)),
    setTags: ({ selection, add, remove }) =>
      changeTags(() => tags.set(library.select(selection), add, remove)),
    tagsOf: ({ selection }) => {
      const selected = library.select(selection);
      const counted = tags.list().map(({ name }) => ({
        name,
        articles: selected.filter(({ tags: carried }) => carried.has(name)).length,
      }));
      return { articles: selected.length, tags: counted.filter(({ articles }) => articles > 0) };
    },
    correct: ({ selection }) => ({ changed: library.select(selection).length, label: 'Correct' }),
    correctBlocks: () => ({ changed: 1, label: 'Correct body and furniture' }),
    uncorrect: ({ selection }) => ({ changed: library.select(selection).length, label: 'Undo corrections' }),
    undoCorrection: () => null,
    listCorrections: () => ({ total: 0, corrections: [] }),
    undoState: () => ({ undo: tags.undoLabel, redo: tags.redoLabel }),
    undo: () => changeTags(() => tags.undo()),
    redo: () => changeTags(() => tags.redo()),
    addNote: ({ article, text }) => {
      const at = { createdAtMs: Date.now(), changedAtMs: Date.now() };
      const note = { id: noteId(notes.size + 1), article, text, ...at };
      notes.set(Number(note.id), note);
      return note;
    },
    editNote: ({ note, text }) => {
      const old = notes.get(Number(note));
      if (old === undefined) throw new Error('This note is gone.');
      const edited = { ...old, text, changedAtMs: Date.now() };
      notes.set(Number(note), edited);
      return edited;
    },
    deleteNote: ({ note }) => {
      notes.delete(Number(note));
    },
    exportArticles: ({ selection, path }) => ({
      ...{ path, articles: library.select(selection).length, left: 0 },
      originals: { copied: 0, missing: 0 },
    }),
    exportRecords: ({ selection, offset, limit }) =>
      library
        .select(selection)
        .slice(offset, offset + limit)
        .map(({ id, fields }) => JSON.stringify({ id, ...fields })),
  };
}
