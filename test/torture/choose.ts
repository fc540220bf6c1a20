import process from 'node:process';
import { runScript } from '../../electron/dev/run-command.ts';

// `npm run torture` tortures a library, `npm run torture -- formats` the readers of files, `-- streams` imports of large ones.

const scripts: Readonly<Record<string, string>> = {
  formats: 'test/torture/formats/torture-formats.ts',
  streams: 'test/torture/streams/torture-streams.ts',
};
const [first = '', ...rest] = process.argv.slice(2);
const named = scripts[first];
const args = named === undefined ? ['test/torture/torture.ts', ...process.argv.slice(2)] : [named, ...rest];
const { status } = await runScript('.config/run.mjs', args);
process.exitCode = status;
