import type { ArchiveApi, ArchiveEvents } from '../../electron/contract/archive-api.ts';
import { noteId, type ArticleId } from '../../electron/contract/ids.ts';
import type { Note } from '../../electron/contract/archive-api.ts';
import type { FakeEvents } from './fake-events.ts';
import type { Immediate } from './immediate.ts';
import { FakeImport, inventFailures } from './fake-import.ts';
import { FakeLibrary } from './fake-library.ts';
import { marksIn } from './fake-search.ts';
import { FakeTags } from './fake-tags.ts';
import { inventArticles } from './invented-articles.ts';
import type { ScenarioState } from './scenario.ts';

const articleCounts: Readonly<Partial<Record<ScenarioState, number>>> = { empty: 0, many: 500 };
const failureCounts: Readonly<Partial<Record<ScenarioState, number>>> = { failed: 2300, empty: 0 };

/** A whole archive in memory, for looking at the window without an engine. */
export function createFakeArchiveApi(
  state: ScenarioState,
  events: FakeEvents<ArchiveEvents>,
): Immediate<ArchiveApi> {
  const library = new FakeLibrary(inventArticles(articleCounts[state] ?? 300), state === 'many' ? 1000 : 1);
  const tags = new FakeTags(library.articles);
  const notes = new Map<number, Note>();
  let arrivals = 0;
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
  function notesOf(article: ArticleId): readonly Note[] {
    return [...notes.values()].filter((note) => note.article === article);
  }

  return {
    status: () => ({
      libraryDir: '/home/ada/Microfiche',
      readOnly: state === 'busy',
      articles: library.total,
      notices: [],
      import: running.progress,
    }),
    stats: () => ({
      articles: library.total,
      words: library.total * 180,
      sources: library.sources.length,
      languages: [{ language: 'en', articles: library.total }],
      fields: [{ name: 'headline', boost: 4 }],
      segments: 3,
      indexBytes: 1_200_000,
      textBytes: 900_000,
      failed: running.failures.length,
    }),
    check: () => ({ ok: true, problems: [] }),
    search: (request) => library.search(request, tags.namesOf(request.filter.tags)),
    facets: ({ resultSet }) => library.facets(Number(resultSet)),
    rows: ({ resultSet, offset, limit }) => library.rows(Number(resultSet), offset, limit),
    arrivals: () => ({ articles: arrivals, notices: [] }),
    article: ({ id, resultSet }) => {
      const { fields, path, missing, source, tags: carried } = library.article(id);
      const words = library.wordsOf(resultSet === null ? null : Number(resultSet));
      const location = library.sources[source];
      return {
        id,
        fields,
        tags: [...carried],
        notes: notesOf(id),
        locations: location === undefined ? [] : [{ source: location.id, path, record: null, missing }],
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
      return { text, encoding: 'UTF-8', path };
    },
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
    weighSource: ({ source }) => {
      const held = library.articles.filter((article) => article.source + 1 === Number(source));
      const tagged = held.filter(({ tags: carried }) => carried.size > 0).length;
      return { articles: held.length, tagged, noted: Math.floor(held.length / 17) };
    },
    removeArticles: ({ selection }) => {
      const gone = new Set(library.select(selection));
      library.articles = library.articles.filter((article) => !gone.has(article));
      events.emit('articlesChanged', { articles: library.total, arrivals });
      return { removed: gone.size };
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
    exportRecords: ({ selection, offset, limit }) =>
      library
        .select(selection)
        .slice(offset, offset + limit)
        .map(({ id, fields }) => JSON.stringify({ id, ...fields })),
  };
}
