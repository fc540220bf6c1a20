import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import { commandLineUrl } from '../support/bundles.ts';

const cli = fileURLToPath(commandLineUrl);

let dir = '';

type Ended = Readonly<{ status: number; stdout: string; stderr: string }>;

function microfiche(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const all = [cli, '--library', join(dir, 'library'), ...args];
    execFile(process.execPath, all, { encoding: 'utf8' }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

async function json(...args: string[]): Promise<unknown> {
  const { stdout, stderr } = await microfiche(...args, '--json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as unknown;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'microfiche-cli-'));
  const archive = join(dir, 'archive', '2021', '07', '26');
  await mkdir(archive, { recursive: true });
  await writeFile(
    join(archive, 'dam.txt'),
    'Dam holds after a night of rain\n\nSARCHAWAN (Northwire) - The dam held on Monday, engineers said, after a night of rain that closed the valley road.\n\nNo one was hurt, the mayor of the town said.\n',
  );
  await writeFile(
    join(archive, 'port.txt'),
    'Port strike enters second week\n\nMARSA NOUR (Northwire) - Dockers stayed out on Monday and the port stood still for a second week, the union said.\n',
  );
  await writeFile(join(archive, 'empty.txt'), '');
});

afterAll(async () => {
  await rm(dir, { recursive: true });
});

describe('the microfiche command', () => {
  it('imports, searches, shows, tags and exports one library', async () => {
    expect(await json('import', join(dir, 'archive'))).toMatchObject({
      articles: 2,
      added: 2,
      unchanged: 0,
      failed: [{ path: join(dir, 'archive/2021/07/26/empty.txt'), code: 'empty' }],
    });
    expect(await json('search', '"night of rain"')).toMatchObject({
      query: '"night of rain"',
      reading: '"night of rain"',
      total: 1,
      hits: [
        { headline: 'Dam holds after a night of rain', place: 'SARCHAWAN', agency: 'Northwire', tags: [] },
      ],
    });
    expect(await json('tag', 'dam', '--add', 'water')).toEqual({ changed: 1 });
    expect(await json('tags')).toEqual([{ tag: 'water', articles: 1 }]);
    expect(await json('search', 'tag:water')).toMatchObject({ total: 1, hits: [{ tags: ['water'] }] });
    expect(await json('import', join(dir, 'archive'))).toMatchObject({ added: 0, unchanged: 2 });
    expect(await json('check')).toEqual({ ok: true, problems: [] });
    expect(await json('optimize')).toMatchObject({ segments: 1 });
    expect(await json('check')).toEqual({ ok: true, problems: [] });
    const lines = (await microfiche('export', '*')).stdout.trim().split('\n');
    const records = lines.map((line) => JSON.parse(line) as { headline: string });
    expect(records.map(({ headline }) => headline).sort()).toEqual([
      'Dam holds after a night of rain',
      'Port strike enters second week',
    ]);
    expect(await json('stats')).toMatchObject({
      articles: 2,
      sources: 1,
      failed: 1,
      fields: [{ name: 'headline' }, {}, {}, {}, {}, {}, {}, {}],
    });
  });

  it('answers a file of queries, one JSON object a line', async () => {
    const queries = join(dir, 'queries.tsv');
    await writeFile(queries, 'q1\tdam\nq2\t"port strike"\n');
    const { stdout } = await microfiche('search', '--queries', queries);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; total: number });
    expect(answers.map(({ id, total }) => [id, total])).toEqual([
      ['q1', 1],
      ['q2', 1],
    ]);
  });

  it('builds a lost index anew before it answers, and says so', async () => {
    await rm(join(dir, 'library', 'index.sqlite'));
    const { stdout, stderr } = await microfiche('search', 'dam', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ total: 1 });
    expect(stderr).toContain('The search index was missing and is built anew.');
  });

  it('shows the rest of an answer when a text is damaged, and repairs the text before it ends', async () => {
    const text = openDatabase(join(dir, 'library', 'text.sqlite'), { readOnly: false });
    text.exec(`UPDATE texts SET record = x'00112233'`);
    text.close();
    expect(await json('search', '*')).toMatchObject({
      total: 2,
      hits: [{ headline: expect.stringContaining('damaged') as string }, {}],
    });
    expect(await json('check', '--repair')).toMatchObject({ ok: false });
    expect(await json('check')).toEqual({ ok: true, problems: [] });
    expect(await json('search', '"night of rain"')).toMatchObject({
      hits: [{ headline: 'Dam holds after a night of rain' }],
    });
  });

  it('answers a broken query with a fault and exit status 0', async () => {
    const { status, stdout } = await microfiche('search', '"port strike', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { fault: { at: 0 }, total: 1 }]);
  });

  it('tags nothing by a broken query, which could mean everything', async () => {
    const { status, stdout } = await microfiche('tag', 'after:nonsense', '--add', 'oops', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([1, { error: { code: 'bad-request' } }]);
    expect(await json('tags')).toEqual([{ tag: 'water', articles: 1 }]);
  });

  it('fails with a code that names what was wrong', async () => {
    const { status, stdout } = await microfiche('show', '999', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([1, { error: { code: 'article-missing' } }]);
  });

  it('ends with status 2 on wrong usage, and says nothing on stdout', async () => {
    const { status, stdout, stderr } = await microfiche('serch', 'dam');
    expect([status, stdout, stderr.split('\n')[0]]).toEqual([
      2,
      '',
      'microfiche: there is no command "serch"',
    ]);
  });
});
