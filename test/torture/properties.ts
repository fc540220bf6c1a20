import process from 'node:process';
import { runScript } from '../../electron/dev/run-command.ts';

// `npm run torture:properties`: every property as many times as its test says, however long that takes.

const hourMs = 3_600_000;
const args = ['run', '--config', '.config/vitest.config.ts', `--testTimeout=${String(hourMs)}`];
const { status } = await runScript('node_modules/vitest/vitest.mjs', [...args, ...process.argv.slice(2)], {
  env: { MICROFICHE_PROPERTY_MS: String(hourMs) },
});
process.exitCode = status;
