import { buildIfStale } from './build-if-stale.ts';
import { explain } from './explain.ts';
import { runCommand } from './run-command.ts';
import { describeRuntime, findRuntime } from './runtime.ts';
import { provideForTests } from './test-machine.ts';

// Runs a Node script that opens windows, on a screen of its own. MICROFICHE_SHOW=1 opens them on yours instead.

const screen = ['-a', '-s', '-screen 0 1600x1000x24 -ac'];

await explain(async () => {
  await buildIfStale();
  const runtime = await findRuntime();
  console.log(describeRuntime(runtime));
  provideForTests(runtime);
  const script = [process.execPath, ...process.argv.slice(2)];
  const onOwnScreen = process.platform === 'linux' && process.env['MICROFICHE_SHOW'] === undefined;
  const [program = '', ...args] = onOwnScreen ? ['xvfb-run', ...screen, ...script] : script;
  const { status } = await runCommand(program, args);
  process.exitCode = status;
});
