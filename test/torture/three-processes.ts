import { word } from '../../electron/words/word.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { messageOf, toFailure } from '../../electron/contract/failure.ts';
import type { Engine } from '../../electron/engine/create-engine.ts';
import { seededRandom } from '../parity/random-corpus.ts';
import { articleText } from './article-tree.ts';
import { openEngine } from './open-engine.ts';
import { draw, pick, type Outcome } from './trial.ts';

type Api = Engine['api'];

/** What a process says: it is ready, something went wrong, or how many articles it has imported at its end. */
type Line = Readonly<{ said: 'ready' | 'wrong' | 'imported'; text: string }>;

export type Role = 'writer' | 'reader';

export type RoleOptions = Readonly<{ role: Role; root: string; seed: number; forMs: number }>;

function say(said: Line['said'], text = ''): void {
  writeSync(1, `${JSON.stringify({ said, text })}\n`);
}

const filter = { tags: [], sources: [], untagged: false };

async function found(api: Api, query: string): ReturnType<Api['search']> {
  const request = {
    query,
    grammar: 'news',
    sort: 'relevance',
    filter,
    offset: 0,
    limit: 5,
    typing: false,
  } as const;
  return await api.search(request);
}

/** One of the processes. */
export async function playRole({ role, root, seed, forMs }: RoleOptions): Promise<void> {
  const engine = await openEngine(join(root, 'library'));
  const random = seededRandom(seed);
  say('ready');
  const endMs = performance.now() + forMs;
  let isOver = false;
  // The writer goes on until it is told: a reader that outlived it would take its place.
  process.stdin.on('end', () => (isOver = true)).resume();
  if (role === 'reader') process.stdin.destroy();
  try {
    if (role === 'writer') await write(engine.api, root, random, () => isOver);
    else await read(engine.api, random, endMs);
  } finally {
    await engine.close();
  }
}

async function write(api: Api, root: string, random: () => number, isOver: () => boolean): Promise<void> {
  const folder = join(root, 'articles');
  mkdirSync(folder, { recursive: true });
  let written = 0;
  while (!isOver()) {
    const until = written + 1 + draw(random, 60);
    for (; written < until; written += 1)
      writeFileSync(join(folder, `${written}.txt`), articleText(`w${written}z`, random));
    await api.addSources({ paths: [folder] });
    await api.importFinished({});
    const { resultSet, total } = await found(api, pick(random, ['harbour', 'ferry', 'council OR museum']));
    if (total > 0)
      await api.setTags({
        selection: { resultSet, except: [] },
        add: [`tag ${draw(random, 9)}`],
        remove: [],
      });
    if (random() < 0.2) await api.undo({});
    if (random() < 0.1) await api.optimize({});
    if (random() < 0.1) {
      const { problems } = await api.check({ repair: random() < 0.5 });
      for (const problem of problems) say('wrong', `check says: ${word(problem)}`);
    }
  }
  say('imported', String(written));
}

async function read(api: Api, random: () => number, endMs: number): Promise<void> {
  let most = 0;
  while (performance.now() < endMs) {
    try {
      const { total } = await found(api, '*');
      if (total < most) say('wrong', `${total} articles are found where there were ${most}`);
      most = Math.max(most, total);
      const { hits } = await found(api, `w${draw(random, most)}z`);
      if (hits.length > 1) say('wrong', 'a word of one article finds several');
      for (const { id } of hits) await api.article({ id, resultSet: null });
      await api.listTags({});
      await expectBusy(api);
    } catch (error) {
      say('wrong', `${toFailure(error).code}: ${messageOf(error)}`);
    }
  }
}

async function expectBusy(api: Api): Promise<void> {
  try {
    await api.createTag({ name: 'mine', colour: null });
    say('wrong', 'two processes write to one library');
  } catch (error) {
    if (toFailure(error).code !== 'library-busy') throw error;
  }
}

/** Three processes on one library: one writes, two read, none is in the way of another. */
export async function threeProcesses(root: string, seed: number, forMs: number): Promise<Outcome> {
  const problems: string[] = [];
  let imported = 0;
  const start = (
    role: Role,
    nth: number,
  ): Readonly<{ ready: Promise<void>; ended: Promise<void>; end: () => void }> => {
    const args = ['--role', role, '--root', root, '--seed', String(seed + nth), '--ms', String(forMs)];
    const child = spawn(process.execPath, [process.argv[1] ?? '', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    const ready = new Promise<void>((resolve) => {
      void closed.then(() => resolve());
      createInterface({ input: child.stdout }).on('line', (text) => {
        const line = JSON.parse(text) as Line;
        if (line.said === 'ready') resolve();
        if (line.said === 'wrong') problems.push(`${role} ${nth}: ${line.text}`);
        if (line.said === 'imported') imported = Number(line.text);
      });
    });
    const ended = closed.then(([code]) => {
      if (code !== 0) problems.push(`${role} ${nth} ended with ${String(code)}`);
    });
    return { ready, ended, end: () => child.stdin.end() };
  };
  const writer = start('writer', 0);
  await writer.ready;
  const readers = [1, 2].map((nth) => start('reader', nth));
  await Promise.all(readers.map(({ ended }) => ended));
  writer.end();
  await writer.ended;
  const engine = await openEngine(join(root, 'library'));
  try {
    await engine.api.importFinished({});
    const { problems: said } = await engine.api.check({ repair: false });
    problems.push(...said.map((problem) => `check says: ${word(problem)}`));
    const { articles } = await engine.api.status({});
    if (articles !== imported) problems.push(`${articles} articles where ${imported} were imported`);
  } finally {
    await engine.close();
  }
  return { what: `three processes, ${imported} articles`, problems };
}
