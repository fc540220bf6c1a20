import type { Said } from '../../electron/words/sentence.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleId } from '../../electron/contract/ids.ts';
import type { SearchPage, SearchRequest } from '../../electron/contract/search.ts';
import { createEngine, type Engine } from '../../electron/engine/create-engine.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import { threadsUrl } from '../support/bundles.ts';

let root = '';
const engines: Engine[] = [];

async function open(): Promise<Engine> {
  const engine = await createEngine({
    libraryDir: join(root, 'library'),
    threadsUrl,
    clock: () => performance.now(),
    log: () => undefined,
  });
  engines.push(engine);
  return engine;
}

async function close(engine: Engine): Promise<void> {
  engines.splice(engines.indexOf(engine), 1);
  await engine.close();
}

function search({ api }: Engine, query: string, options: Partial<SearchRequest> = {}): Promise<SearchPage> {
  return api.search({
    query,
    grammar: 'news',
    sort: 'relevance',
    filter: { tags: [], sources: [], untagged: false },
    offset: 0,
    limit: 10,
    typing: false,
    ...options,
  });
}

async function importArticles(engine: Engine): Promise<void> {
  await engine.api.addSources({ paths: [join(root, 'articles')] });
  await engine.api.importFinished({});
}

function write(name: string, text: string): void {
  writeFileSync(join(root, 'articles', name), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'microfiche-engine-'));
  mkdirSync(join(root, 'articles'));
  for (let number = 1; number <= 30; number += 1) {
    write(
      `${String(number)}.txt`,
      `Harbour report number ${String(number)}\n\nMARSA NOUR (Northwire) - The harbour took ${String(number)} ships on Monday.\n`,
    );
  }
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  rmSync(root, { recursive: true });
});

describe('an engine', () => {
  it('finds what is in notes the first time that notes are asked for', async () => {
    const engine = await open();
    await importArticles(engine);
    await engine.api.addNote({ article: articleId(7), text: 'Ask the harbour master' });
    const [first, again] = await Promise.all([search(engine, 'note:master'), search(engine, 'note:harbour')]);
    expect([first, again].map(({ hits }) => hits.map(({ id }) => id))).toEqual([[7], [7]]);
  });

  it('gives any page of an answer, which stays as it was found', async () => {
    const engine = await open();
    await importArticles(engine);
    const { resultSet, total, hits } = await search(engine, 'harbour', { sort: 'oldest' });
    write('31.txt', 'Harbour report number 31\n\nThe harbour took a ship that nobody had expected.\n');
    await importArticles(engine);
    const rest = await engine.api.rows({ resultSet, offset: 10, limit: 200 });
    const seen = new Set([...hits, ...rest].map(({ id }) => id));
    expect([total, seen.size, await engine.api.newMatches({ resultSet })]).toEqual([
      30,
      30,
      { articles: 1, notices: [] },
    ]);
  });

  it('tells which notices of an answer what came since left untrue', async () => {
    const engine = await open();
    await importArticles(engine);
    const { resultSet, notices } = await search(engine, 'harbour lighthouse');
    expect(notices).toContainEqual('No article has all of these words; these have some of them.');
    expect(await engine.api.newMatches({ resultSet })).toEqual({ articles: 0, notices });
    write('31.txt', 'Harbour report number 31\n\nThe harbour has a lighthouse that nobody had expected.\n');
    await importArticles(engine);
    expect(await engine.api.newMatches({ resultSet })).toEqual({ articles: 1, notices: [] });
  });

  it('counts the tags of an answer anew, also of one whose last word was being completed', async () => {
    const engine = await open();
    await importArticles(engine);
    const { resultSet, total } = await search(engine, 'harb', { typing: true });
    expect([total, (await engine.api.facets({ resultSet })).tags.values]).toEqual([30, []]);
    await engine.api.setTags({ selection: { resultSet, except: [] }, add: ['Ports'], remove: [] });
    const { tags } = await engine.api.facets({ resultSet });
    expect(tags.values).toEqual([{ key: 'Ports', articles: 30, all: 30 }]);
  });

  it('reads a library that another engine writes to, sees its commits, and takes over when that one has closed', async () => {
    const writer = await open();
    await importArticles(writer);
    const reader = await open();
    const { resultSet } = await search(writer, '"harbour report"');
    const selection = { resultSet, except: [articleId(1)] };
    await writer.api.setTags({ selection, add: ['ships'], remove: [] });
    const act = { selection: { ids: [articleId(1)] }, add: ['mine'], remove: [] };

    expect(await search(reader, 'tag:ships')).toMatchObject({ total: 29 });
    expect(await reader.api.status({})).toMatchObject({ readOnly: true, articles: 30 });
    await expect(reader.api.setTags(act)).rejects.toMatchObject({ failure: { code: 'library-busy' } });

    await close(writer);
    expect(await reader.api.setTags(act)).toMatchObject({ changed: 1 });
    expect(await search(reader, 'tag:mine')).toMatchObject({ total: 1 });
  });

  it('answers while it imports', async () => {
    const engine = await open();
    await importArticles(engine);
    for (let number = 0; number < 400; number += 1) {
      write(
        `more-${String(number)}.txt`,
        `Quay ${String(number)}\n\nMore ships came to the quay that day.\n`,
      );
    }
    await engine.api.addSources({ paths: [join(root, 'articles')] });
    expect(await search(engine, 'harbour')).toMatchObject({ total: 30 });
    await engine.api.importFinished({});
    expect(await search(engine, 'quay')).toMatchObject({ total: 400 });
  });

  it('builds an index anew that a search has found to be damaged, says so, and answers', async () => {
    const before = await open();
    await importArticles(before);
    await close(before);
    const index = openDatabase(join(root, 'library', 'index.sqlite'), { readOnly: false });
    index.exec(`UPDATE term_blocks SET data = x'0205'`);
    index.close();

    const engine = await open();
    const notices: Said[] = [];
    engine.on('noticed', ({ message }) => notices.push(message));
    expect(await search(engine, 'harbour')).toMatchObject({ total: 30 });
    expect(notices).toEqual(['The search index was damaged and is built anew.']);
    expect(await engine.api.check({ repair: false })).toEqual({ ok: true, problems: [] });
  });

  it('has read ahead what an import brought when the import is over', async () => {
    const engine = await open();
    const notices: Said[] = [];
    engine.on('noticed', ({ message }) => notices.push(message));
    await importArticles(engine);
    const index = openDatabase(join(root, 'library', 'index.sqlite'), { readOnly: false });
    index.exec('DELETE FROM columns');
    index.close();
    // Of what is gone, an answer takes the ids, the days, the names and the lengths: a second look would be damage.
    expect(await search(engine, '')).toMatchObject({ total: 30 });
    expect(notices).toEqual([]);
  });

  it('never begins a search that was given up', async () => {
    const engine = await open();
    await importArticles(engine);
    const controller = new AbortController();
    const request = {
      query: 'harbour',
      grammar: 'news',
      sort: 'relevance',
      filter: { tags: [], sources: [], untagged: false },
      offset: 0,
      limit: 10,
      typing: true,
    } as const;
    const given = engine.api.search(request, controller.signal);
    controller.abort();
    await expect(given).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(await search(engine, 'harbour')).toMatchObject({ total: 30 });
  });

  it('fails with a code for a result set of another engine', async () => {
    const first = await open();
    await importArticles(first);
    const { resultSet } = await search(first, 'harbour');
    await close(first);
    const second = await open();
    await expect(second.api.rows({ resultSet, offset: 0, limit: 10 })).rejects.toMatchObject({
      failure: { code: 'result-set-gone' },
    });
  });

  it('names the neighbours of an article that its furniture tells of', async () => {
    write(
      'neighbour.txt',
      'Quay opens\n\nThe new quay opened on Monday, the port authority said in the afternoon.\n\nPrevious Article\n\nHarbour report number 7\n\nNext Article\n\nNot in the archive\n',
    );
    const engine = await open();
    await importArticles(engine);
    const [quay] = (await search(engine, 'headline:quay')).hits;
    const [seventh] = (await search(engine, 'headline:"number 7"')).hits;
    const { neighbours } = await engine.api.article({ id: quay?.id ?? articleId(0), resultSet: null });
    expect(neighbours).toEqual({ previous: seventh?.id, next: null });
  });
});
