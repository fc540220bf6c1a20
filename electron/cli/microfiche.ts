import { once } from 'node:events';
import { resolve } from 'node:path';
import process from 'node:process';
import { toFailure } from '../contract/failure.ts';
import { createEngine } from '../engine/create-engine.ts';
import { readCommandLine, usage, UsageError, type CommandLine } from './command-line.ts';
import { commands } from './commands.ts';
import { defaultLibraryDir } from './default-library.ts';
import type { Output } from './output.ts';

const output: Output = {
  warn: (text) => {
    process.stderr.write(`microfiche: ${text}\n`);
  },
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
};

async function run(line: CommandLine): Promise<void> {
  const engine = await createEngine({
    libraryDir: resolve(line.library ?? defaultLibraryDir(process.platform, process.env)),
    threadsUrl: new URL('../engine/threads/', import.meta.url),
    clock: () => performance.now(),
    log: output.warn,
  });
  try {
    engine.on('noticed', ({ message }) => output.warn(message));
    for (const notice of (await engine.api.status({})).notices) output.warn(notice);
    await commands[line.command](engine, line, output);
  } finally {
    await engine.close();
  }
}

async function main(args: readonly string[]): Promise<number> {
  let json = args.includes('--json');
  try {
    const line = readCommandLine(args);
    if (line === null) {
      await output.write(`${usage}\n`);
      return 0;
    }
    json = line.json;
    await run(line);
    return 0;
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      process.stderr.write(`microfiche: ${thrown.message}\n\n${usage}\n`);
      return 2;
    }
    const { code, message } = toFailure(thrown);
    if (json) await output.write(`${JSON.stringify({ error: { code, message } })}\n`);
    else process.stderr.write(`microfiche: ${message}\n`);
    return 1;
  }
}

// A reader that has seen enough, such as head, closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
