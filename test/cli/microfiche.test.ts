import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
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
  await writeFile(join(archive, 'page.key'), 'a document');
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
      skipped: [{ kind: 'key', files: 1 }],
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
    expect(await json('tags')).toMatchObject([{ tag: 'water', articles: 1 }]);
    expect(await json('search', 'tag:water')).toMatchObject({ total: 1, hits: [{ tags: ['water'] }] });
    expect(await json('notes')).toEqual([]);
    expect((await microfiche('notes', 'dam', '--format', 'csv')).stdout).toMatch(/^kind,passage,note,/);
    expect(await json('mark', 'port', '--add', 'excluded', '--add', 'read')).toEqual({ changed: 1 });
    expect(await json('search', 'strike')).toMatchObject({ total: 0, hidden: 1, hits: [] });
    expect((await microfiche('search', '*')).stderr).toContain('1 excluded article is hidden');
    expect(await json('search', 'is:excluded strike')).toMatchObject({ total: 1 });
    expect(await json('search', 'is:unread')).toMatchObject({ total: 1, hits: [{ tags: ['water'] }] });
    expect(await json('mark', 'is:excluded', '--remove', 'excluded')).toEqual({ changed: 1 });
    expect(await json('search', 'is:read')).toMatchObject({ total: 1 });
    expect((await microfiche('mark', 'port', '--add', 'starred')).stderr).toContain(
      '--add takes read, excluded, queued',
    );
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

  it('counts queries over time, line by line, and by what their answers have in common', async () => {
    expect(await json('trends', 'night', 'nobody-has-this', '--by', 'year')).toMatchObject({
      queries: ['night', 'nobody-has-this'],
      unit: 'year',
    });
    const file = join(dir, 'names.txt');
    await writeFile(file, 'night\n\nnight AND (\n');
    expect(await json('batch', file)).toEqual([
      { query: 'night', articles: 1 },
      { query: 'night AND (', articles: 1, fault: expect.any(String) as string },
    ]);
    expect(await json('searches')).toEqual([]);
    expect(await json('search', 'night', '--facets')).toMatchObject({
      total: 1,
      facets: { formats: [{ value: 'txt', articles: 1 }] },
    });
    expect((await microfiche('search', 'night', '--facets')).stdout).toContain(
      'formats\n       1 of 2       txt',
    );
    const trends = await microfiche('trends', 'night', '--by', 'year');
    expect(trends.stdout).toMatch(/^2021 {7}1 {2}of 2\nundated {7}0\n$/u);
  });

  it('shows every hit with the words around it, also as a table', async () => {
    expect(await json('concordance', 'night', '--left', '5', '--right', '5')).toMatchObject({
      query: 'night',
      total: 2,
      isCut: false,
      articles: 1,
      lines: [
        {
          left: 'Dam holds after a ',
          hit: 'night',
          right: ' of rain',
          place: { field: 'headline', text: 0 },
        },
        { left: 'Monday, engineers said, after a ', hit: 'night', right: ' of rain that closed the' },
      ],
    });
    const { stdout } = await microfiche('concordance', 'night', '--sort', 'R3', '--format', 'csv');
    const rows = stdout.trim().split('\r\n');
    expect([rows[0], rows.length]).toEqual([
      'article,date,outlet,headline,left,hit,right,field,paragraph',
      3,
    ]);
    expect(rows[1]).toContain('Dam holds after a,night,of rain,headline,1');
  });

  it('counts the words near hits', async () => {
    expect(await json('collocates', 'night', '--at-least', '1', '--left', '0', '--right', '2')).toMatchObject(
      {
        near: 4,
        collocates: [{ word: 'rain', together: 2, left: 0, right: 2, inAll: 2 }, { word: 'of' }],
      },
    );
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

  it('hides lines of a source as furniture, and shows them again', async () => {
    const source = join(dir, 'archive');
    const line = 'No one was hurt, the mayor of the town said.';
    expect(await json('furniture', source)).toMatchObject({ lines: [], articles: 2 });
    expect(await json('furniture', source, '--hide', '--line', line)).toMatchObject({ hidden: 1, files: 2 });
    expect(await json('furniture', source)).toMatchObject({
      lines: [{ text: line, articles: 1, isHidden: true }],
    });
    expect(await json('furniture', source, '--show')).toMatchObject({ hidden: 0, files: 2 });
    expect((await microfiche('furniture', source, '--line', line)).status).toBe(2);
    expect((await microfiche('furniture', join(dir, 'elsewhere'))).status).toBe(1);
  });

  it('tags nothing by a broken query, which could mean everything', async () => {
    const { status, stdout } = await microfiche('tag', 'after:nonsense', '--add', 'oops', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([1, { error: { code: 'bad-request' } }]);
    expect(await json('tags')).toMatchObject([{ tag: 'water', articles: 1 }]);
  });

  it.each(['(', '"dam', 'headlin:dam', 'tag:nothing', '', '???', 'w/0'])(
    'neither tags nor exports by %s, which may be less than was meant',
    async (query) => {
      for (const act of [
        ['tag', query, '--add', 'oops'],
        ['export', query],
      ]) {
        const { status, stdout } = await microfiche(...act, '--json');
        expect([status, JSON.parse(stdout)]).toMatchObject([1, { error: { code: 'bad-request' } }]);
      }
      expect(await json('tags')).toMatchObject([{ tag: 'water', articles: 1 }]);
    },
  );

  it('acts on everything only when everything is asked for', async () => {
    const lines = (text: string): number => text.trim().split('\n').length;
    expect(lines((await microfiche('export', '*')).stdout)).toBe(2);
    expect(lines((await microfiche('export', '--everything')).stdout)).toBe(2);
    expect((await microfiche('export', 'dam', '--everything')).status).toBe(2);
  });

  it('takes names of objects for the words that they are', async () => {
    expect(await json('search', 'constructor')).toMatchObject({
      total: 0,
      notices: ['No article has “constructor”.'],
    });
    expect(await json('tag', 'constructor', '--add', 'oops')).toEqual({ changed: 0 });
  });

  it('asks for a tag with quotation marks in its name', async () => {
    expect(await json('tag', 'dam', '--add', 'say "no"')).toEqual({ changed: 1 });
    const answer = (await json('search', 'tag:"say \\"no\\""')) as { total: number; reading: string };
    expect(answer).toMatchObject({ total: 1, reading: 'tag:"say \\"no\\""' });
    expect(await json('search', answer.reading)).toMatchObject({ total: 1 });
    expect(await json('tag', 'dam', '--remove', 'say "no"')).toEqual({ changed: 1 });
  });

  it('reads a file of queries that begins with a byte order mark', async () => {
    const queries = join(dir, 'marked.tsv');
    await writeFile(queries, '\ufeffq1\tdam\r\nq2\tport\r\n');
    const { stdout } = await microfiche('search', '--queries', queries);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['q1', 'q2']);
  });

  it.each([
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffq1\tdam\r\nq2\tport\r\n', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeffq1\tdam\nq2\tport\n', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('q1\tdam gates\nq2\tport\n', 'utf16le')],
  ])('reads a file of queries in %s', async (_name, bytes) => {
    const queries = join(dir, 'wide.tsv');
    await writeFile(queries, bytes);
    const { stdout } = await microfiche('search', '--queries', queries);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; query: string; total: number });
    expect(answers.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(answers.map(({ total }) => total > 0)).toEqual([true, true]);
  });

  it('says so when the output has no room, without a stack', async () => {
    const { status, stderr } = await new Promise<Readonly<{ status: number; stderr: string }>>((resolve) => {
      const command = `"${process.execPath}" "${cli}" --library "${join(dir, 'library')}" export '*' > /dev/full`;
      execFile('sh', ['-c', command], { encoding: 'utf8' }, (error, _stdout, said) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, stderr: said });
      });
    });
    expect([status, stderr]).toEqual([
      1,
      "microfiche: the output can't be written: there is no room left where it goes\n",
    ]);
  });

  it('writes no control character of an article, a query or a path to a terminal', async () => {
    const hostile = join(dir, 'hostile');
    await mkdir(hostile);
    const csi = '\u009b31m';
    await writeFile(
      join(hostile, 'c.txt'),
      `Lock gates ${csi}red\n\nThe keeper of the lock closed the gates at noon, \u001b[2Jhe said, and went home.\n`,
    );
    await microfiche('import', hostile);
    const shown = [
      await microfiche('search', `keeper ${csi}`),
      await microfiche('search', 'keeper', '--json'),
      await microfiche('export', 'keeper'),
      await microfiche('show', '3'),
      await microfiche('search', `headlin${csi}:x`),
    ];
    for (const { stdout, stderr } of shown) {
      // Every control character but the line feed.
      expect((stdout + stderr).match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu)).toBeNull();
    }
    expect((JSON.parse(shown[2]?.stdout ?? '') as { headline: string }).headline).toContain('\u009b');
  });

  it.each([
    ['search', 'dam'],
    ['stats'],
    ['tag', 'dam', '--add', 'x'],
    ['tags'],
    ['export', 'dam'],
    ['check'],
    ['show', '1'],
    ['optimize'],
  ])('%s of a library that is not there fails, names the folder and makes nothing', async (...args) => {
    const typo = join(dir, 'typo');
    const { status, stdout } = await microfiche('--library', typo, ...args, '--json');
    expect([status, JSON.parse(stdout)]).toEqual([
      1,
      {
        error: {
          code: 'library-unusable',
          message: `There is no library in ${typo}. Importing something makes one.`,
        },
      },
    ]);
    expect(existsSync(typo)).toBe(false);
  });

  it('ends with status 1 when it finds problems', async () => {
    const text = openDatabase(join(dir, 'library', 'text.sqlite'), { readOnly: false });
    text.exec(`UPDATE texts SET record = x'00112233'`);
    text.close();
    expect((await microfiche('check')).status).toBe(1);
    await microfiche('check', '--repair');
    expect((await microfiche('check')).status).toBe(0);
  });

  it('says what opening a damaged library mended, and ends with status 1 for it', async () => {
    const library = join(dir, 'library');
    await rm(join(library, 'index.sqlite'));
    expect(await json('check')).toEqual({
      ok: false,
      problems: ['The search index was missing and is built anew.'],
    });
    for (const file of ['text.sqlite', 'library.sqlite']) {
      await writeFile(join(library, file), 'no database '.repeat(500));
      const { status, stdout } = await microfiche('check', '--repair');
      expect([status, stdout]).toEqual([1, expect.stringContaining(`${file} was damaged`)]);
      expect(await json('check')).toEqual({ ok: true, problems: [] });
    }
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
