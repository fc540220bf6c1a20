import type { Said } from '../../electron/words/sentence.ts';
import type { Note } from '../../electron/contract/note.ts';
import { articleId } from '../../electron/contract/ids.ts';
import type { SearchPage } from '../../electron/contract/search.ts';
import type { Engine } from '../../electron/engine/create-engine.ts';

type Api = Engine['api'];

/** What a library keeps, in a form that later layouts can be compared with. */
export type LibraryContents = Readonly<{
  articles: readonly Readonly<{
    id: number;
    headline: string;
    text: string;
    tags: readonly string[];
    notes: readonly Pick<Note, 'text' | 'createdAtMs' | 'changedAtMs'>[];
    locations: readonly Readonly<{ path: string; missing: boolean }>[];
    missing: boolean;
    encoding: string;
    sha256: string;
  }>[];
  tags: readonly Readonly<{ name: string; colour: string; articles: number }>[];
  sources: readonly Readonly<{ path: string; articles: number; missing: number; failed: number }>[];
  failures: readonly Readonly<{ path: string; code: string; reason: Said }>[];
  undo: Said | null;
  redo: Said | null;
  /** Ids of the articles that each query finds, ascending. */
  found: Readonly<Record<string, readonly number[]>>;
}>;

/** One of each kind of search, by words that no version of the analysis may take apart otherwise. */
const queries = [
  'canal',
  'aqueduct OR apricots',
  '"lock keeper"',
  'headline:ferry',
  'glass*',
  'aqeduct~1',
  'tag:water',
  'tag:fruit OR tag:"to check"',
  'date:2020',
  'agency:northwire',
  'phare',
  'الميناء',
  'barometer',
  'mole',
] as const;

/** The first page of what a query finds. */
export async function search(api: Api, query: string, limit: number): Promise<SearchPage> {
  const filter = { tags: [], sources: [], untagged: false };
  return await api.search({
    query,
    grammar: 'news',
    sort: 'relevance',
    filter,
    offset: 0,
    limit,
    typing: false,
  });
}

const pageRows = 200;

async function find(api: Api, query: string): Promise<number[]> {
  const { resultSet, total, hits } = await search(api, query, pageRows);
  const ids = hits.map(({ id }) => Number(id));
  for (let offset = pageRows; offset < total; offset += pageRows) {
    const rows = await api.rows({ resultSet, offset, limit: pageRows });
    ids.push(...rows.map(({ id }) => Number(id)));
  }
  return ids.sort((a, b) => a - b);
}

/** Of hundreds of bulletins that differ in numbers alone, every fortieth is enough. */
function isNamed(headline: string): boolean {
  const bulletin = /^Bulletin (\d+):/.exec(headline)?.[1];
  return bulletin === undefined || Number(bulletin) % 40 === 0;
}

/** Reads everything out of an open library. */
export async function libraryContents(api: Api): Promise<LibraryContents> {
  const ids = await find(api, '*');
  const articles: LibraryContents['articles'][number][] = [];
  for (const number of ids) {
    const id = articleId(number);
    const { fields, tags, notes, locations, missing, encoding, sha256 } = await api.article({
      id,
      resultSet: null,
    });
    if (!isNamed(fields.headline)) continue;
    const { text } = await api.original({ id });
    articles.push({
      ...{ id: number, headline: fields.headline, text, tags, missing, encoding, sha256 },
      notes: notes.map(({ text: note, createdAtMs, changedAtMs }) => ({
        text: note,
        createdAtMs,
        changedAtMs,
      })),
      locations: locations.map(({ path, missing: gone }) => ({ path, missing: gone })),
    });
  }
  const { failures } = await api.listFailures({ offset: 0, limit: 100 });
  const found: Record<string, number[]> = {};
  for (const query of queries) found[query] = await find(api, query);
  return {
    articles,
    tags: (await api.listTags({})).map(({ name, colour, articles: count }) => ({
      name,
      colour,
      articles: count,
    })),
    sources: (await api.listSources({})).map((source) => ({
      path: source.path,
      articles: source.articles,
      missing: source.missing,
      failed: source.failed,
    })),
    failures: failures.map(({ path, code, reason }) => ({ path, code, reason })),
    ...(await api.undoState({})),
    found,
  };
}
