import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine } from '../../electron/engine/create-engine.ts';
import { commandLineUrl, threadsUrl } from '../support/bundles.ts';

const cli = fileURLToPath(commandLineUrl);

let dir = '';

type Said = Readonly<{ stdout: string; stderr: string }>;

function microfiche(...args: string[]): Promise<Said> {
  return new Promise((resolve) => {
    const all = [cli, '--library', join(dir, 'library'), ...args];
    execFile(process.execPath, all, { encoding: 'utf8' }, (_error, stdout, stderr) => {
      resolve({ stdout, stderr });
    });
  });
}

async function json(...args: string[]): Promise<unknown> {
  return JSON.parse((await microfiche(...args, '--json')).stdout) as unknown;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'microfiche-remarks-'));
  const archive = join(dir, 'archive');
  await mkdir(archive);
  for (const [name, day] of Object.entries({ a: 'Monday', b: 'Tuesday' })) {
    await writeFile(
      join(archive, `${name}.txt`),
      `Harbour shut on ${day}\n\nMARSA NOUR (Northwire) - The harbour stood still on ${day}, the union of the dockers said.\n`,
    );
  }
  await microfiche('import', archive);
});

afterAll(async () => {
  await rm(dir, { recursive: true });
});

it('says beside an answer what was wrong with the query and what it may have meant, as the window does', async () => {
  expect(await json('search', 'harbuor')).toMatchObject({
    total: 0,
    hints: [{ at: 0, length: 7, query: 'harbour' }],
  });
  const missed = await microfiche('search', 'harbuor');
  expect(missed.stdout).toMatch(/^harbuor: 0 articles in [\d.]+ ms\n$/u);
  expect(missed.stderr).toMatch(/^microfiche: at 1: Did you mean “harbour”\? .*: harbour$/mu);
  const broken = await microfiche('search', '"harbour stood', '--limit', '1');
  expect(broken.stdout).toMatch(/^"harbour stood…?": 2 articles in /u);
  expect(broken.stderr).toMatch(/^microfiche: at 1: /u);
});

it('says which of several queries that are counted over time could not be read', async () => {
  expect(await json('trends', 'harbour', '"harbour', '--by', 'year')).toMatchObject({
    queries: ['harbour', '"harbour'],
    faults: [null, { at: 0 }],
  });
  expect((await microfiche('trends', 'harbour', '"harbour')).stderr).toMatch(/^microfiche: "harbour: .+$/mu);
  expect(await json('trends', 'harbour', '--by', 'year')).not.toHaveProperty('faults');
});

it('completes the end of a query with words and names of the archive', async () => {
  expect(await json('suggest', 'harbour AND doc')).toEqual({
    from: 12,
    to: 15,
    suggestions: [{ kind: 'word', text: 'dockers', articles: 2 }],
  });
  expect((await microfiche('suggest', 'agency:nor')).stdout).toBe('       2  Northwire  (agency)\n');
});

/** Keeps a search as the window does. */
async function saveSearch(name: string, query: string): Promise<void> {
  const engine = await createEngine({
    libraryDir: join(dir, 'library'),
    threadsUrl,
    clock: () => 0,
    log: () => undefined,
  });
  try {
    const question = {
      query,
      grammar: 'news' as const,
      sort: 'oldest' as const,
      filter: { tags: [], sources: [], untagged: false },
    };
    const { upTo } = await engine.api.countQuestions({ questions: [{ question, seenUpTo: 0 }] });
    await engine.api.saveSearch({ name, question, seenUpTo: upTo });
  } finally {
    await engine.close();
  }
}

it('lists saved searches, runs one by its name, and tells of which something is new', async () => {
  await saveSearch('The port', 'harbour');
  await saveSearch('Fire', 'fire');
  await saveSearch('Mistyped', 'harbuor');
  expect(await json('searches', 'new')).toEqual([]);
  await writeFile(
    join(dir, 'archive', 'c.txt'),
    'Harbour opens again\n\nMARSA NOUR (Northwire) - The harbour opened on Friday after a week, the union said.\n',
  );
  await microfiche('import', join(dir, 'archive'));
  expect(await json('searches', 'new')).toEqual([
    { name: 'The port', query: 'harbour', articles: 3, new: 1 },
  ]);
  expect((await microfiche('searches', 'list')).stdout.split('\n').sort()).toEqual([
    '',
    '       0  Fire',
    '       0  Mistyped',
    '       3  The port (1 new)',
  ]);
  expect(await json('searches', 'run', 'The port', '--limit', '1')).toMatchObject({
    query: 'harbour',
    total: 3,
    hits: [{ agency: 'Northwire' }],
  });
  expect((await microfiche('searches', 'run', 'Mistyped')).stderr).toContain('Did you mean “harbour”?');
  expect((await microfiche('searches', 'run', 'the port')).stderr).toContain('none is called "the port"');
});
