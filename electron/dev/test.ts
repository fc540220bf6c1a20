import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheDir } from './checkout.ts';
import { explain } from './explain.ts';
import { runCommand, runScript, type CommandResult } from './run-command.ts';
import { describeRuntime, findRuntime } from './runtime.ts';
import { provideForTests } from './test-machine.ts';
import { addUp, noTests, readReport } from './test-totals.ts';

// `npm test`: everything that has to hold, in order of cost; it stops at the first step that fails.

/** No step takes a third of it on a slow machine: one that does hangs, and what it has printed says where. */
const limitMs = 20 * 60_000;
const reports = join(cacheDir, 'reports');

type Step = Readonly<{ name: string; script: string; args?: readonly string[]; report?: string }>;

function vitest(name: string, script: string, report: string): Step {
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, report)}`];
  return { name, script, args, report };
}

/** Stage after stage; the steps of one run beside each other, as many as there are processors, and one that mostly waits. */
const stages: readonly (readonly Step[])[] = [
  [{ name: 'build', script: 'build' }],
  [
    { name: 'a bare Debian', script: 'package:install-test', args: ['--prepare'] },
    { name: 'lint', script: 'lint' },
    { name: 'types', script: 'check:types' },
    { name: 'format', script: 'check:format' },
    { name: 'code that stands twice', script: 'check:doubles' },
    { name: 'components', script: 'check:svelte' },
  ],
  [vitest('units', 'test:unit', 'unit.json')],
  [vitest('engine on Node 24', 'test:engine:node24', 'engine-node24.json')],
  [
    { name: 'parity with Lunr', script: 'parity' },
    { name: 'parity with Lunr on Node 24', script: 'parity:node24' },
  ],
  [
    {
      name: 'tortured for a while',
      script: 'torture',
      args: ['--trials', '45', '--rounds', '10', '--seconds', '5', '--report', join(reports, 'torture.json')],
      report: 'torture.json',
    },
  ],
  [{ name: 'end to end', script: 'test:e2e', report: 'e2e.json' }],
  [{ name: 'package', script: 'package', args: ['--linux', 'deb', '-c.deb.compression=gz'] }],
  [{ name: 'packaged app checks itself', script: 'package:check' }],
  [{ name: 'installed, used, upgraded and removed', script: 'package:install-test', args: ['--packaged'] }],
];

await explain(async () => {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const runtime = await findRuntime();
  console.log(describeRuntime(runtime));
  provideForTests(runtime);

  const times: string[] = [];
  let totals = noTests;
  for (const stage of stages) {
    const ended = await runStage(stage, times);
    for (const { report } of stage) {
      if (report !== undefined) totals = addUp(totals, readReport(join(reports, report)));
    }
    const [failed] = ended.filter(({ status }) => status !== 0);
    if (failed === undefined) continue;
    // A step can fail with no test to its name: a type error, a crash of the runner.
    if (totals.failed === 0) totals = addUp(totals, { ...noTests, failed: 1 });
    const { step, status } = failed;
    console.log(
      `\nFAILED: ${step.name} (npm run ${step.script}, exit code ${status}); later steps were not run`,
    );
    process.exitCode = 1;
    break;
  }
  console.log(`\n${times.join('\n')}\n`);
  const { passed, failed, repeated } = totals;
  if (repeated > 0) {
    console.log(`${repeated} passed only when run once more: “flaky” above; each is a race to be found`);
  }
  console.log(`${passed} passed, ${failed} failed`);
});

type Ended = Readonly<{ step: Step; status: number }>;

/** What a step prints is shown as it comes where it is alone, and else when it has ended. */
async function runStage(stage: readonly Step[], times: string[]): Promise<readonly Ended[]> {
  const waiting = [...stage];
  const ended: Ended[] = [];
  const isAlone = stage.length === 1;
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const heading = `\n=== ${step.name} (npm run ${step.script})`;
      if (isAlone) console.log(heading);
      const startedMs = performance.now();
      const { status, stdout } = await npmRun(step, isAlone ? 'show' : 'capture');
      if (!isAlone) console.log(`${heading}\n${stdout.trim()}`);
      times.push(`${seconds(performance.now() - startedMs)} ${step.name}`);
      ended.push({ step, status });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));
  return ended;
}

// npm's own script, which it names to what it runs: on Windows npm itself can't be started without a shell.
async function npmRun({ script, args = [] }: Step, output: 'show' | 'capture'): Promise<CommandResult> {
  const npm = process.env['npm_execpath'];
  const all = ['run', '--silent', script, '--', ...args];
  return npm === undefined
    ? await runCommand('npm', all, { limitMs, output })
    : await runScript(npm, all, { limitMs, output });
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(7)} s`;
}
