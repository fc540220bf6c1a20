import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../../electron/dev/checkout.ts';
import { CommitCheckout, commitOf } from '../../support/commit-checkout.ts';
import { corpusFolder, type Corpus, type CorpusChoice } from '../corpus.ts';
import { makeKindLogs } from '../query-log/make-query-log.ts';
import { benchTags } from '../query-log/query-maker.ts';
import { table } from '../report.ts';
import type { WorkFolder } from '../work-folder.ts';
import { buildEngine } from './built-engine.ts';
import { compareSides, type Cost, type Rounds } from './compare-sides.ts';
import { SideProcess, type AskedQuery, type Order } from './side-process.ts';

export type AgainstTask = Readonly<{
  commit: string;
  choice: CorpusChoice;
  corpus: Corpus;
  seed: number;
  /** Of each kind. */
  queries: number;
  rounds: number;
  folder: WorkFolder;
  say: (line: string) => void;
}>;

const sideNames = ['now', 'again', 'then'] as const;
type Sides = Readonly<Record<(typeof sideNames)[number], SideProcess>>;
type Round = Rounds[number];

/** After the whole import, so many small ones follow, each with a first query after it. */
const arrivals = 10;
const arrivalArticles = 20;

/** A part of a corpus as a folder of its own. */
function partFolder({ choice, corpus, folder }: AgainstTask, name: string, from: number, to: number): string {
  const part: Corpus = {
    articles: to - from,
    nameAt: (number) => corpus.nameAt(from + number),
    textAt: (number) => corpus.textAt(from + number),
  };
  return corpusFolder({ ...choice, articles: part.articles }, part, folder.emptyFolder(name)).folder;
}

/** Gives every side the same order in turns; who begins changes with `nth`. */
async function inTurns(sides: Sides, nth: number, orderFor: (name: keyof Sides) => Order): Promise<Round> {
  const costs: Partial<Record<keyof Sides, Cost>> = {};
  for (let turn = 0; turn < sideNames.length; turn += 1) {
    const name = sideNames[(nth + turn) % sideNames.length] ?? 'now';
    costs[name] = await sides[name].obey(orderFor(name));
  }
  const { now, again, then } = costs;
  if (now === undefined || again === undefined || then === undefined) throw new Error('a side had no turn');
  return { now, again, then };
}

function sumOf(rounds: readonly Round[]): Round {
  const sum = (side: keyof Round): Cost => ({
    cpuMs: rounds.reduce((total, round) => total + round[side].cpuMs, 0),
    ms: rounds.reduce((total, round) => total + round[side].ms, 0),
  });
  return { now: sum('now'), again: sum('again'), then: sum('then') };
}

/** Runs this checkout and another commit beside each other over the same articles and queries; the table of both. */
export async function runAgainst(task: AgainstTask): Promise<string> {
  const { folder, say } = task;
  const commit = commitOf(task.commit);
  say(`building ${commit.slice(0, 10)}`);
  const other = new CommitCheckout(commit, join(folder.emptyFolder('against'), 'checkout'));
  try {
    const [now, then] = [buildEngine(checkout), buildEngine(other.dir)];
    const sides = { now: new SideProcess(now), again: new SideProcess(now), then: new SideProcess(then) };
    try {
      return tableOf(await measureSides(task, sides), commit, task.queries);
    } finally {
      for (const side of Object.values(sides)) side.end();
    }
  } finally {
    other.remove();
  }
}

type Kinds = Map<string, Round[]>;

async function measureSides(task: AgainstTask, sides: Sides): Promise<Kinds> {
  const { corpus, folder, say, seed } = task;
  const logs = makeKindLogs(corpus, task.queries, seed);
  const kinds: Kinds = new Map();
  const note = (kind: string, round: Round): void => {
    kinds.set(kind, [...(kinds.get(kind) ?? []), round]);
  };
  const whole = corpus.articles - arrivals * arrivalArticles;
  if (whole <= 0) throw new Error(`--against takes more than ${String(arrivals * arrivalArticles)} articles`);
  const wholeFolder = partFolder(task, 'whole', 0, whole);
  const small = Array.from({ length: arrivals }, (_, nth) => {
    const from = whole + nth * arrivalArticles;
    return partFolder(task, `arrival-${String(nth)}`, from, from + arrivalArticles);
  });
  const libraryOf = (name: string): string => join(folder.dir, `library-${name}`);
  const all = async (nth: number, order: Order): Promise<Round> => await inTurns(sides, nth, () => order);
  const open = async (nth: number): Promise<Round> =>
    await inTurns(sides, nth, (name) => ({ kind: 'open', libraryDir: libraryOf(name) }));
  const terms = logs.get('term') ?? [];
  for (let round = 0; round < task.rounds; round += 1) {
    say(`importing, round ${String(round + 1)} of ${String(task.rounds)}`);
    for (const name of sideNames) rmSync(libraryOf(name), { recursive: true, force: true });
    await open(round);
    note('import', await all(round, { kind: 'import', folder: wholeFolder }));
    await all(round, { kind: 'rest' });
    await all(round, { kind: 'learn', queries: terms });
    const firsts: Round[] = [];
    for (const [nth, from] of small.entries()) {
      await all(nth, { kind: 'rest' });
      firsts.push(await firstQuery(sides, nth, { kind: 'import', folder: from }, terms[nth % terms.length]));
    }
    note('first query after an import', sumOf(firsts));
    await all(round, { kind: 'close' });
    for (const name of sideNames) {
      for (const end of ['', '-wal', '-shm'])
        rmSync(join(libraryOf(name), `index.sqlite${end}`), { force: true });
    }
    note('building the index again', await open(round));
    if (round + 1 < task.rounds) await all(round, { kind: 'close' });
  }
  for (const [nth, name] of benchTags.entries())
    await all(0, { kind: 'tag', name, every: nth === 0 ? 10 : 200, articles: whole });
  await all(0, { kind: 'rest' });
  for (const queries of logs.values()) await all(0, { kind: 'ask', queries });
  for (let round = 0; round < task.rounds; round += 1) {
    say(`asking, round ${String(round + 1)} of ${String(task.rounds)}`);
    for (const [kind, queries] of logs) note(kind, await all(round, { kind: 'ask', queries }));
  }
  return kinds;
}

/**
 * Imports on each side in turns, and asks one query as soon as the import is over: what that cost the thread that
 * answers, since the writer merges meanwhile.
 */
async function firstQuery(
  sides: Sides,
  nth: number,
  arrival: Order,
  query: AskedQuery | undefined,
): Promise<Round> {
  if (query === undefined) throw new Error('there is no query to ask');
  const costs = new Map<SideProcess, Cost>();
  for (let turn = 0; turn < sideNames.length; turn += 1) {
    const side = sides[sideNames[(nth + turn) % sideNames.length] ?? 'now'];
    await side.obey(arrival);
    costs.set(side, await side.obey({ kind: 'ask beside work', queries: [query] }));
  }
  const costOf = (side: SideProcess): Cost => costs.get(side) ?? { cpuMs: Number.NaN, ms: Number.NaN };
  return { now: costOf(sides.now), again: costOf(sides.again), then: costOf(sides.then) };
}

/** Queries in milliseconds each, imports and building as wholes. */
function tableOf(kinds: Kinds, commit: string, queries: number): string {
  const head = [
    'processor ms',
    'now',
    commit.slice(0, 10),
    'ratio',
    'against itself',
    'wall',
    'wall then',
    '',
  ];
  const isWhole = (kind: string): boolean => kind === 'import' || kind === 'building the index again';
  const rows = [...kinds].map(([kind, rounds]) => {
    const { now, then, ratio, spread, verdict } = compareSides(rounds);
    const times = isWhole(kind) ? 1 : kind === 'first query after an import' ? arrivals : queries;
    const each = (ms: number): string => (ms / times).toFixed(isWhole(kind) ? 0 : 2);
    const [ours, theirs] = [each(now.cpuMs), each(then.cpuMs)];
    return [
      kind,
      ours,
      theirs,
      ratio.toFixed(3),
      `±${((spread - 1) * 100).toFixed(1)} %`,
      each(now.ms),
      each(then.ms),
      verdict,
    ];
  });
  return table([head, ...rows]);
}
