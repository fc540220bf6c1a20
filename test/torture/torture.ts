import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { seededRandom } from '../parity/random-corpus.ts';
import { TorturedLibrary } from './tortured-library.ts';
import { Victim } from './victim.ts';

// `npm run torture`: kills the engine at random moments and looks whether anything was lost.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string' },
    report: { type: 'string' },
    victim: { type: 'string' },
  },
});
/** Kills before a library is completed and a new one begun. */
const killsALibrary = 16;

async function torture(): Promise<void> {
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new RangeError('--rounds takes a whole number from 1 up');
  const seed = Number(values.seed ?? Math.floor(performance.timeOrigin % 1_000_000));
  const root = mkdtempSync(join(tmpdir(), 'microfiche-torture-'));
  const kills = new Map<string, number>();
  const violations: string[] = [];
  const startedMs = performance.now();
  let articles = 0;
  let acts = 0;
  console.log(`torture: ${rounds} rounds, seed ${seed}`);
  for (let done = 0, group = 0; done < rounds; group += 1) {
    const library = new TorturedLibrary(join(root, String(group)), seededRandom(seed * 1000 + group));
    const wanted = Math.min(killsALibrary, rounds - done);
    try {
      for (let nth = 0; nth < wanted; nth += 1) {
        for (const hit of await library.round(done + nth)) kills.set(hit, (kills.get(hit) ?? 0) + 1);
      }
      await library.complete();
    } catch (error) {
      library.problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    done += wanted;
    articles += library.articles;
    acts += library.acts;
    violations.push(...library.problems.map((problem) => `library ${group}: ${problem}`));
    for (const problem of library.problems) console.log(`VIOLATION in ${library.dir}: ${problem}`);
    if (library.problems.length === 0) library.dispose();
    else
      console.log(
        `npm run torture -- --seed ${seed} --rounds ${done} repeats it, but for the moments of the kills`,
      );
    console.log(`${done} rounds, ${violations.length} violations`);
  }
  const total = [...kills.values()].reduce((sum, count) => sum + count, 0);
  const seconds = (performance.now() - startedMs) / 1000;
  console.log(`\n${total} kills in ${seconds.toFixed(0)} s, ${articles} articles, ${acts} acknowledged acts`);
  for (const [phase, count] of [...kills].sort()) console.log(`${String(count).padStart(6)}  ${phase}`);
  console.log(`${violations.length} violations`);
  if (values.report !== undefined) {
    mkdirSync(dirname(values.report), { recursive: true });
    const report = {
      numPassedTests: Math.max(0, total - violations.length),
      numFailedTests: violations.length,
    };
    writeFileSync(values.report, JSON.stringify(report));
  }
  if (violations.length > 0) process.exitCode = 1;
  else rmSync(root, { recursive: true });
}

if (values.victim === undefined) await torture();
else await Victim.run(values.victim);
