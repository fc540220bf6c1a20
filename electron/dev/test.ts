import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './checkout.ts';
import { explain } from './explain.ts';
import { runCommand, runScript } from './run-command.ts';
import { describeRuntime, findRuntime } from './runtime.ts';
import { provideForTests } from './test-machine.ts';
import { addUp, readReport, type Totals } from './test-totals.ts';

// `npm test`: everything that has to hold, in order of cost; it stops at the first step that fails.

const reports = join(cacheDir, 'reports');

type Step = Readonly<{ name: string; script: string; args?: readonly string[]; report?: string }>;

function vitest(name: string, script: string, report: string): Step {
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, report)}`];
  return { name, script, args, report };
}

const steps: readonly Step[] = [
  { name: 'build', script: 'build' },
  { name: 'types', script: 'check:types' },
  { name: 'components', script: 'check:svelte' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'check:format' },
  vitest('units', 'test:unit', 'unit.json'),
  vitest('engine on Node 24', 'test:engine:node24', 'engine-node24.json'),
  { name: 'parity with Lunr', script: 'parity' },
  { name: 'parity with Lunr on Node 24', script: 'parity:node24' },
  {
    name: 'killed at random moments',
    script: 'torture',
    args: ['--rounds', '10', '--report', join(reports, 'torture.json')],
    report: 'torture.json',
  },
  { name: 'end to end', script: 'test:e2e', report: 'e2e.json' },
  { name: 'package', script: 'package' },
  { name: 'packaged app checks itself', script: 'package:check' },
];

await explain(async () => {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const runtime = await findRuntime();
  console.log(describeRuntime(runtime));
  provideForTests(runtime);

  const times: string[] = [];
  let totals: Totals = { passed: 0, failed: 0 };
  for (const step of steps) {
    console.log(`\n=== ${step.name} (npm run ${step.script})`);
    const startedMs = performance.now();
    const { status } = await npmRun(step);
    times.push(`${seconds(performance.now() - startedMs)} ${step.name}`);
    if (step.report !== undefined) totals = addUp(totals, readReport(join(reports, step.report)));
    if (status !== 0) {
      // A step can fail with no test to its name: a type error, a crash of the runner.
      if (totals.failed === 0) totals = addUp(totals, { passed: 0, failed: 1 });
      console.log(
        `\nFAILED: ${step.name} (npm run ${step.script}, exit code ${status}); later steps were not run`,
      );
      process.exitCode = 1;
      break;
    }
  }
  console.log(`\n${times.join('\n')}\n`);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
});

// npm's own script, which it names to what it runs: on Windows npm itself can't be started without a shell.
async function npmRun({ script, args = [] }: Step): Promise<{ status: number }> {
  const npm = process.env['npm_execpath'];
  const all = ['run', '--silent', script, '--', ...args];
  return npm === undefined ? await runCommand('npm', all) : await runScript(npm, all);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(7)} s`;
}
