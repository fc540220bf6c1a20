import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  exportFormatNames,
  exportFormatRow,
  type ExportRequest,
} from '../../../electron/contract/export-api.ts';
import { articleId } from '../../../electron/contract/ids.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';
import type { Engine } from '../../../electron/engine/create-engine.ts';
import { PressFolder } from '../../support/press-folder.ts';
import { saying } from '../../support/saying.ts';

let press: PressFolder;
let engine: Engine;

const headline = (nth: number): string => `Harbour report number ${nth}`;

async function everything(): Promise<ArticleSelection> {
  const { resultSet } = await engine.api.search({
    ...{ query: '*', grammar: 'news', sort: 'oldest', offset: 0, limit: 1, typing: false },
    filter: { tags: [], sources: [], untagged: false },
  });
  return { resultSet, except: [] };
}

async function exported(order: Partial<ExportRequest>, signal?: AbortSignal) {
  const usual = { format: 'jsonl', fields: null, layout: 'one', originals: false } as const;
  const request = { ...usual, selection: await everything(), path: at('out.jsonl'), ...order };
  return engine.api.exportArticles(request, signal);
}

function at(name: string): string {
  return join(press.root, 'taken', name);
}

function taken(): string[] {
  return readdirSync(join(press.root, 'taken')).sort();
}

beforeAll(async () => {
  press = new PressFolder();
  for (let nth = 1; nth <= 250; nth += 1) {
    press.write(
      `${nth}.txt`,
      `${headline(nth)}\n\nMARSA NOUR (Northwire) - The harbour took ${nth} ships on Monday, the port authority said.\n`,
    );
  }
  press.write(
    'hostile.txt',
    '=HYPERLINK("http://x.example","go")\n\nSaid "no, never";\nthen nothing, on Monday.\n',
  );
  engine = await press.read();
});

beforeEach(() => {
  rmSync(join(press.root, 'taken'), { recursive: true, force: true });
  mkdirSync(join(press.root, 'taken'));
});

// The last test has closed the library.
afterAll(() => rmSync(press.root, { recursive: true }));

describe('an export', () => {
  it('writes every article once, in the order of the answer, and tells how far it is', async () => {
    const told: number[] = [];
    const stop = engine.on('exportProgressed', ({ done, total, path }) => {
      told.push(done);
      expect([total, path]).toEqual([251, at('out.jsonl')]);
    });
    expect(await exported({})).toEqual({
      path: at('out.jsonl'),
      articles: 251,
      left: 0,
      originals: { copied: 0, missing: 0 },
    });
    stop();
    expect(told.length).toBeGreaterThan(0);
    expect(taken()).toEqual(['out.jsonl']);
    const lines = readFileSync(at('out.jsonl'), 'utf8').trimEnd().split('\n');
    const selection = await everything();
    const asked = await engine.api.exportRecords({ selection, offset: 0, limit: 10_000 });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
      asked.map((record) => JSON.parse(record) as unknown),
    );
  });

  it('writes the fields that were chosen alone', async () => {
    const selection = { ids: await press.find('headline:"number 7"') };
    await exported({ selection, fields: ['headline', 'agency'] });
    const [id] = selection.ids;
    expect(JSON.parse(readFileSync(at('out.jsonl'), 'utf8'))).toEqual({
      ...{ id, headline: headline(7), agency: 'Northwire' },
    });
  });

  it('leaves the old file as it was when it is given up, and nothing else', async () => {
    writeFileSync(at('out.jsonl'), 'before');
    const given = new AbortController();
    given.abort();
    await expect(exported({}, given.signal)).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect([taken(), readFileSync(at('out.jsonl'), 'utf8')]).toEqual([['out.jsonl'], 'before']);
    expect((await exported({})).articles).toBe(251);
  });

  it.each([
    ['a folder that is not there', () => at('none/out.jsonl'), 'is not there'],
    ['a folder', () => join(press.root, 'taken'), 'is a folder'],
    ['a source', () => join(press.root, 'press', 'out.jsonl'), 'would be read as articles'],
    ['the folder of the library', () => join(press.root, 'library', 'out.jsonl'), 'folder of the library'],
    ['a way into a source', () => at('link/out.jsonl'), 'would be read as articles'],
  ])('refuses %s in a sentence, and leaves nothing there', async (_what, path, words) => {
    symlinkSync(join(press.root, 'press'), at('link'));
    await expect(exported({ path: path() })).rejects.toMatchObject({
      failure: { code: 'bad-request', message: saying(words) },
    });
    expect(existsSync(join(press.root, 'press', 'out.jsonl'))).toBe(false);
    expect(taken()).toEqual(['link']);
  });

  it('copies the files along, each once, and counts those that are missing', async () => {
    const ids = [...(await press.find('headline:"number 7"')), ...(await press.find('headline:"number 8"'))];
    expect(await exported({ selection: { ids: [...ids, ...ids] }, originals: true })).toMatchObject({
      ...{ articles: 4, originals: { copied: 2, missing: 0 } },
    });
    const records = readFileSync(at('out.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { headline: string; original: string });
    for (const record of records) {
      expect(readFileSync(at(record.original), 'utf8')).toContain(record.headline);
    }
    expect(taken()).toEqual(['out-files', 'out.jsonl']);
    await expect(exported({ originals: true })).rejects.toMatchObject({
      failure: { message: saying('something at') },
    });
  });

  it('counts articles that are gone', async () => {
    expect(await exported({ selection: { ids: [articleId(1), articleId(99_999)] } })).toMatchObject({
      ...{ articles: 1, left: 1 },
    });
  });
});

describe('a format', () => {
  const layouts = exportFormatNames.flatMap((format) =>
    exportFormatRow(format).layouts.map((layout) => ({ format, layout })),
  );

  it.each(layouts)('writes %o', async ({ format, layout }) => {
    const ids = [...(await press.find('headline:"number 7"')), ...(await press.find('headline:"number 8"'))];
    const path = at('out');
    const order = { selection: { ids }, format, layout, path, originals: true } as const;
    expect(await exported(order)).toMatchObject({ articles: 2, originals: { copied: 2, missing: 0 } });
    if (layout === 'one') {
      expect(taken()).toEqual(['out', 'out-files']);
      const text = readFileSync(path, 'utf8');
      if (format !== 'annotations')
        expect([text.includes(headline(7)), text.includes(headline(8))]).toEqual([true, true]);
      return;
    }
    expect(taken()).toEqual(['out']);
    const { ending } = exportFormatRow(format);
    const name = (nth: number): string =>
      `${String(ids[nth]).padStart(6, '0')}-harbour-report-number-${String(nth + 7)}.${ending}`;
    const files = readdirSync(path).sort();
    const index = files.find((file) => !file.startsWith('0') && file !== 'originals') ?? '';
    expect(files).toEqual([name(0), name(1), index, 'originals'].sort());
    for (const nth of [0, 1]) {
      expect(readFileSync(join(path, name(nth)), 'utf8')).toContain(headline(nth + 7));
      expect(readFileSync(join(path, index), 'utf8')).toContain(name(nth));
    }
    await expect(exported(order)).rejects.toMatchObject({ failure: { message: saying('something at') } });
  });

  it('refuses a layout that it has not', async () => {
    await expect(exported({ format: 'ris', layout: 'many' })).rejects.toMatchObject({
      failure: { code: 'bad-request', message: saying('a file for each article') },
    });
    expect(taken()).toEqual([]);
  });
});

describe('a table', () => {
  it('comes back from a reader of tables, with what would be a formula defused', async () => {
    await exported({ format: 'csv', path: at('out.csv'), fields: ['headline', 'published', 'body'] });
    const rows: Record<string, string>[] = parse(readFileSync(at('out.csv')), { columns: true, bom: true });
    expect(rows.length).toBe(251);
    const hostile = rows.find((row) => row['headline']?.includes('HYPERLINK'));
    expect(hostile?.['headline']).toMatch(/^'=HYPERLINK\("/u);
    expect(rows.find((row) => row['headline'] === headline(7))?.['body']).toContain('took 7 ships');
    expect(rows.every((row) => /^(?:[\d-]+\??)?$/u.test(row['published'] ?? '!'))).toBe(true);
  });
});

describe('closing the library', () => {
  it('gives an export up, which leaves nothing behind', async () => {
    const settled = exported({}).then(
      () => ['out.jsonl'],
      () => [],
    );
    await engine.close();
    expect(taken()).toEqual(await settled);
  });
});
