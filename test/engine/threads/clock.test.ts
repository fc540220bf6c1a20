import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildSync } from 'esbuild';

const clock = fileURLToPath(new URL('../../../electron/engine/threads/clock.ts', import.meta.url));
const days = fileURLToPath(
  new URL('../../../electron/engine/index/schema/published-day.ts', import.meta.url),
);

/** Bundled once, since a zone is that of a whole process. */
const code = buildSync({
  stdin: {
    contents: `import { localDate } from ${JSON.stringify(clock)}; import { localDayOfMs } from ${JSON.stringify(days)};
      const ms = Date.UTC(2026, 10, 30, Number(process.argv[1])); console.log(localDate(ms), localDayOfMs(ms));`,
    resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    loader: 'ts',
  },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
}).outputFiles[0]?.text;

function today(zone: string, hourInUtc: number): string {
  const args = ['-e', code ?? '', String(hourInUtc)];
  return execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, TZ: zone } }).trim();
}

describe("the reader's own day", () => {
  // 30 November 2026 is day 20,787.
  it.each([
    ['Etc/GMT-14', 10, '2026-12-01 20788'],
    ['Etc/GMT-14', 9, '2026-11-30 20787'],
    ['Etc/GMT+12', 11, '2026-11-29 20786'],
    ['Etc/GMT+12', 12, '2026-11-30 20787'],
    ['UTC', 23, '2026-11-30 20787'],
    ['Asia/Kathmandu', 19, '2026-12-01 20788'],
    ['America/New_York', 4, '2026-11-29 20786'],
  ])('in %s at %i o’clock UTC', (zone, hour, expected) => {
    expect(today(zone, hour)).toBe(expected);
  });
});
