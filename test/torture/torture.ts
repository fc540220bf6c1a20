import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { seededRandom } from '../parity/random-corpus.ts';
import { connectionsEnded, endWithin } from './between-trials.ts';
import { doAct, type ActName } from './killed-act.ts';
import { scenarioOf, seedOf } from './scenarios/scenarios.ts';
import { Tally } from './tally.ts';
import { playRole, threeProcesses, type Role } from './three-processes.ts';
import { TorturedLibrary } from './tortured-library.ts';
import { Victim } from './victim.ts';
import { Watchdog } from './watchdog.ts';

// `npm run torture`: tries to lose something, over and over, and looks whether anything was lost.

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '460' },
    rounds: { type: 'string', default: '48' },
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string' },
    trial: { type: 'string' },
    only: { type: 'string' },
    report: { type: 'string' },
    // Of the processes that are started for it.
    victim: { type: 'string' },
    act: { type: 'string' },
    role: { type: 'string' },
    root: { type: 'string' },
    ms: { type: 'string' },
  },
});
/** None has taken a tenth of it: what takes longer hangs. */
const maxTrialMs = 300_000;
/** Everything is closed by then. */
const maxEndingMs = 30_000;
/** Kills before a library is completed and a new one begun. */
const killsALibrary = 16;

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new RangeError(`--${option} takes a whole number (got "${text}")`);
}

const seed = wholeNumber('seed', values.seed ?? String(Math.floor(performance.timeOrigin % 1_000_000)));
const only = values.only ?? null;

function repeats(options: string): string {
  return `npm run torture -- --seed ${seed} ${options}${only === null ? '' : ` --only "${only}"`}`;
}

/** Kills the whole engine while it imports, tags and merges. */
async function killedRounds(root: string, rounds: number, tally: Tally, watchdog: Watchdog): Promise<void> {
  for (let done = 0, group = 0; done < rounds; group += 1) {
    const library = new TorturedLibrary(join(root, String(group)), seededRandom(seedOf(seed, group)));
    const wanted = Math.min(killsALibrary, rounds - done);
    try {
      for (let nth = 0; nth < wanted; nth += 1) {
        watchdog.begin(`round ${done + nth}`);
        for (const hit of await library.round(done + nth)) tally.add(`killed while the engine works: ${hit}`);
      }
      await library.complete();
    } catch (error) {
      library.problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    done += wanted;
    const again = repeats(`--trials 0 --seconds 0 --rounds ${done}`);
    tally.violate(`library ${group} (${library.dir})`, library.problems, again);
    if (library.problems.length === 0) library.dispose();
    console.log(`${done} rounds of kills, ${tally.violations.length} violations`);
  }
}

async function runTrial(root: string, trial: number, tally: Tally, watchdog: Watchdog): Promise<void> {
  const scenario = scenarioOf(trial, only);
  const unable = scenario.unable();
  if (unable !== null) {
    tally.notRun.add(`${scenario.name} (${unable})`);
    return;
  }
  const dir = join(root, scenario.name.replaceAll(/\W+/g, '-'));
  mkdirSync(dir, { recursive: true });
  await connectionsEnded();
  const again = repeats(`--trial ${trial}`);
  watchdog.begin(`trial ${trial}, ${scenario.name}`);
  try {
    const { what, problems } = await scenario.run({ dir, random: seededRandom(seedOf(seed, trial)) });
    tally.add(scenario.name);
    tally.violate(`trial ${trial}, ${scenario.name}: ${what}`, problems, again);
  } catch (error) {
    tally.add(scenario.name);
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tally.violate(`trial ${trial}, ${scenario.name}`, [problem], again);
  }
}

async function torture(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'microfiche-torture-'));
  const tally = new Tally();
  const watchdog = new Watchdog(maxTrialMs);
  console.log(`torture: seed ${seed}`);
  if (values.trial !== undefined) await runTrial(root, wholeNumber('trial', values.trial), tally, watchdog);
  else {
    const trials = wholeNumber('trials', values.trials);
    for (let trial = 0; trial < trials; trial += 1) {
      await runTrial(root, trial, tally, watchdog);
      if (trial % 50 === 49) console.log(`${trial + 1} trials, ${tally.violations.length} violations`);
    }
    if (only === null) {
      await killedRounds(join(root, 'kills'), wholeNumber('rounds', values.rounds), tally, watchdog);
      const seconds = wholeNumber('seconds', values.seconds);
      if (seconds > 0) {
        watchdog.begin(`three processes for ${seconds} s`, seconds * 1000);
        const { what, problems } = await threeProcesses(join(root, 'three'), seed, seconds * 1000);
        tally.add(what);
        tally.violate(what, problems, repeats('--trials 0 --rounds 0'));
      }
    }
  }
  watchdog.rest();
  tally.print();
  if (values.report !== undefined) tally.report(values.report);
  if (tally.violations.length > 0) process.exitCode = 1;
  else rmSync(root, { recursive: true });
  endWithin(maxEndingMs);
}

if (values.victim !== undefined) await Victim.run(values.victim);
else if (values.act !== undefined) await doAct(values.act as ActName, values.root ?? '');
else if (values.role !== undefined) {
  const role = values.role as Role;
  await playRole({ role, root: values.root ?? '', seed, forMs: wholeNumber('ms', values.ms ?? '0') });
} else await torture();
