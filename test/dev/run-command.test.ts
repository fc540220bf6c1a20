import { describe, expect, it } from 'vitest';
import { runCommand } from '../../electron/dev/run-command.ts';

describe('a command that is run', () => {
  it('gives its exit code, and what it wrote where that is asked for', async () => {
    const script = 'process.stdout.write("done"); process.exitCode = 3';
    const result = await runCommand(process.execPath, ['-e', script], { output: 'capture', limitMs: 60_000 });
    expect(result).toEqual({ status: 3, stdout: 'done' });
  });

  it.skipIf(process.platform === 'win32')(
    'is ended after its limit with what it has started, which would keep its output open',
    async () => {
      const child =
        'require("node:child_process").spawnSync(process.execPath, ["-e", "for (;;);"], { stdio: "inherit" })';
      const result = await runCommand(process.execPath, ['-e', child], { output: 'capture', limitMs: 300 });
      expect(result.status).not.toBe(0);
    },
  );
});
