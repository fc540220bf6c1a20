import { once } from 'node:events';
import { resolve } from 'node:path';
import process from 'node:process';
import { FailureError, messageOf, toFailure, wordErrorsBy } from '../contract/failure.ts';
import { createEngine } from '../engine/create-engine.ts';
import { unpackLibrary } from '../engine/packing/unpack-library.ts';
import { isLibrary } from '../engine/library/files/library-paths.ts';
import { word } from '../words/word.ts';
import { readCommandLine, type CommandLine } from './command-line.ts';
import { usage } from './usage.ts';
import { UsageError } from './option-values.ts';
import { commands } from './commands.ts';
import { helpTopic, printHelp } from './help.ts';
import { defaultLibraryDir } from './default-library.ts';
import { plain, type Output } from './output.ts';
import { harmlessJson } from '../contract/harmless-json.ts';

let status = 0;

const output: Output = {
  fail: () => {
    status = 1;
  },
  warn: (text) => {
    process.stderr.write(`microfiche: ${plain(text)}\n`);
  },
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  },
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
};

async function run(line: CommandLine): Promise<void> {
  const libraryDir = resolve(line.library ?? defaultLibraryDir(process.platform, process.env));
  if (line.command === 'unpack') await unpackTo(libraryDir, resolve(line.operands[0] ?? ''));
  else if (line.command !== 'import' && !isLibrary(libraryDir)) {
    const message = `There is no library in ${libraryDir}. Importing something makes one.`;
    throw new FailureError({ code: 'library-unusable', message });
  }
  const engine = await createEngine({
    libraryDir,
    threadsUrl: new URL('../engine/threads/', import.meta.url),
    clock: () => performance.now(),
    log: output.warn,
    salvage: line.command === 'check' && line.repair,
  });
  try {
    engine.on('noticed', ({ message }) => output.warn(word(message)));
    const { notices, mended } = await engine.api.status({});
    for (const notice of notices)
      if (line.command !== 'check' || !mended.includes(notice)) output.warn(word(notice));
    await commands[line.command](engine, line, output);
  } finally {
    await engine.close();
  }
}

/** Makes the library that is opened next. */
async function unpackTo(libraryDir: string, path: string): Promise<void> {
  await unpackLibrary(
    { path, libraryDir },
    { mark: String(process.pid), signal: new AbortController().signal, progressed: () => undefined },
  );
}

async function main(args: readonly string[]): Promise<number> {
  let json = args.includes('--json');
  try {
    const topic = helpTopic(args);
    if (topic !== null) {
      await printHelp(topic, json, output);
      return 0;
    }
    const line = readCommandLine(args);
    if (line === null) {
      await output.write(`${usage}\n`);
      return 0;
    }
    json = line.json;
    await run(line);
    return status;
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      process.stderr.write(`microfiche: ${plain(thrown.message)}\n\n${usage}\n`);
      return 2;
    }
    const failure = toFailure(thrown);
    const { code } = failure;
    const message = word(failure.message);
    if (json) await output.write(`${harmlessJson(JSON.stringify({ error: { code, message } }))}\n`);
    else output.warn(message);
    return 1;
  }
}

wordErrorsBy(word);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as head, closes the pipe: that is no failure of ours.
  if (error.code === 'EPIPE') {
    output.warn('the output was closed before all of it was written');
    process.exit(0);
  }
  const why = error.code === 'ENOSPC' ? 'there is no room left where it goes' : messageOf(error);
  output.warn(`the output can't be written: ${why}`);
  process.exit(1);
});
process.exitCode = await main(process.argv.slice(2));
