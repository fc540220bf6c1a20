import { word } from '../../electron/words/word.ts';
import type { Engine } from '../../electron/engine/create-engine.ts';
import type { ArticleTree } from './article-tree.ts';
import { workInWords, type WorkState } from './peoples-work.ts';

type Api = Engine['api'];

export type Rec = Readonly<{
  id: number;
  sha256: string;
  missing: boolean;
  tags: readonly string[];
  notes: readonly Readonly<{ text: string }>[];
  locations: readonly Readonly<{ path: string; missing: boolean }>[];
}>;

export type Held = Readonly<{ records: readonly Rec[]; work: string; problems: readonly string[] }>;

async function find(api: Api, query: string): ReturnType<Api['search']> {
  const filter = { tags: [], sources: [], untagged: false };
  const request = { query, grammar: 'news', sort: 'newest', filter, typing: false } as const;
  return await api.search({ ...request, offset: 0, limit: 5 });
}

/** Everything that a library holds, with what is wrong about it whatever was done to it. */
export async function readHeld(api: Api, tree: ArticleTree): Promise<Held> {
  const problems: string[] = [];
  const { problems: said } = await api.check({ repair: false });
  problems.push(...said.map((problem) => `check says: ${word(problem)}`));
  const { resultSet, total } = await find(api, '*');
  const { articles } = await api.status({});
  if (articles !== total) problems.push(`the library has ${articles} articles, and searching finds ${total}`);
  const selection = { resultSet, except: [] };
  const lines = await api.exportRecords({ selection, offset: 0, limit: 10_000 });
  const records = lines.map((line) => JSON.parse(line) as Rec);
  problems.push(...doubles(records), ...strangeTexts(records, tree));
  const notes = new Map<string, number>();
  const tags = new Map<string, Set<number>>();
  for (const { name, articles: count } of await api.listTags({})) {
    const ids = records.filter((record) => record.tags.includes(name)).map(({ id }) => id);
    tags.set(name, new Set(ids));
    if (ids.length !== count)
      problems.push(`tag ${name} counts ${count} articles, and ${ids.length} carry it`);
  }
  for (const { id, notes: own } of records) {
    for (const { text } of own) {
      if (notes.has(text)) problems.push(`the note “${text}” is there twice`);
      notes.set(text, id);
    }
  }
  return { records, work: workInWords(tags, notes), problems };
}

function doubles(records: readonly Rec[]): string[] {
  const problems: string[] = [];
  const articleAt = new Map<string, number>();
  const articleOf = new Map<string, number>();
  for (const { id, sha256, locations } of records) {
    const same = articleOf.get(sha256);
    if (same !== undefined) problems.push(`articles ${same} and ${id} have the same bytes`);
    articleOf.set(sha256, id);
    for (const { path } of locations) {
      const other = articleAt.get(path);
      if (other !== undefined) problems.push(`articles ${other} and ${id} are both at ${path}`);
      articleAt.set(path, id);
    }
  }
  return problems;
}

function strangeTexts(records: readonly Rec[], tree: ArticleTree): string[] {
  return records.flatMap(({ id, sha256, locations }) =>
    locations
      .filter(({ path }) => tree.sha256At(path) !== null && !tree.everSaid(path, sha256))
      .map(({ path }) => `article ${id} has bytes that ${path} never had`),
  );
}

/** Articles that were acknowledged and are not there. */
export function lostArticles(
  { records }: Held,
  tree: ArticleTree,
  seen: ReadonlySet<number>,
  imported: ReadonlySet<string>,
  { removed }: WorkState,
): string[] {
  const ids = new Set(records.map(({ id }) => id));
  const lost = [...seen]
    .filter((id) => !ids.has(id) && !removed.has(id))
    .map((id) => `article ${id} is lost`);
  const shaAt = new Map(
    records.flatMap(({ sha256, locations }) => locations.map(({ path }) => [path, sha256])),
  );
  for (const path of imported) {
    const now = tree.sha256At(path);
    if (now !== null && shaAt.get(path) !== now) lost.push(`${path} was imported and is lost`);
  }
  return lost;
}

/** What an import that came to its end has left out or got wrong. */
export async function incomplete(api: Api, { records }: Held, tree: ArticleTree): Promise<string[]> {
  const problems: string[] = [];
  const at = new Map(
    records.flatMap((record) =>
      record.locations.filter(({ missing }) => !missing).map(({ path }) => [path, record] as const),
    ),
  );
  for (const path of tree.paths()) {
    if (at.get(path)?.sha256 !== tree.sha256At(path)) problems.push(`${path} is not in the library as it is`);
  }
  for (const path of at.keys()) {
    if (tree.sha256At(path) === null) problems.push(`${path} is in the library and not in the folder`);
  }
  const step = Math.max(1, Math.floor(tree.paths().length / 60));
  for (const path of tree.paths().filter((_, nth) => nth % step === 0)) {
    const { total, hits } = await find(api, tree.wordAt(path) ?? '');
    if (total !== 1 || hits[0]?.id !== at.get(path)?.id) {
      problems.push(`the word of ${path} finds ${total} articles: ${hits.map(({ id }) => id).join(' ')}`);
    }
  }
  return problems;
}
