import { resolve } from 'node:path';
import { buildIfStale } from './build-if-stale.ts';
import { explain } from './explain.ts';
import { lastingHome, mustDropRoot, prepareLaunch } from './launch.ts';
import { runCommand } from './run-command.ts';
import { describeRuntime, findRuntime } from './runtime.ts';
import { missingFonts, missingLibraries, provide } from './system-packages.ts';
import { tourInTerminal } from './terminal-tour.ts';

// `npm start`: the app in its window or, on a machine without a display, its main job in the terminal.

await explain(async () => {
  await buildIfStale();
  if (hasDisplay()) {
    process.exitCode = await startWindow(process.argv.slice(2).map(absolute));
  } else {
    console.log(
      'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.',
    );
    await tourInTerminal();
  }
});

// npm moves to the checkout, and the app may start elsewhere still: a path means what it meant where it was typed.
function absolute(argument: string): string {
  const typedIn = process.env['INIT_CWD'] ?? process.cwd();
  return argument.startsWith('-') ? argument : resolve(typedIn, argument);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

async function startWindow(args: readonly string[]): Promise<number> {
  const runtime = await findRuntime();
  console.log(describeRuntime(runtime));
  provide([...missingLibraries(runtime.executable), ...missingFonts()]);
  const home = mustDropRoot() ? lastingHome() : '';
  if (mustDropRoot())
    console.log(`started by root: the app runs as the user nobody, with its home in ${home}`);
  const launch = prepareLaunch(runtime, home);
  const { status } = await runCommand(launch.executable, [...launch.args, ...args], { env: launch.env });
  return status;
}
