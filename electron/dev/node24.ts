import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir, checkout } from './checkout.ts';
import { unpackRegistryPackage } from './registry-package.ts';

// `npm run test:engine:node24`: the engine's tests on Node 24, whose own node:sqlite the shipped app uses.

const version = '24.21.0';
const packages: Readonly<Partial<Record<string, string>>> = {
  'linux-x64':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win-x64':
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
};

const executable = await node24();
const [tool = 'node_modules/vitest/vitest.mjs', ...args] = process.argv.slice(2);
const { status } = spawnSync(executable, [join(checkout, tool), ...args], {
  cwd: checkout,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

async function node24(): Promise<string> {
  if (process.version.startsWith('v24.')) return process.execPath;
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const integrity = packages[platform];
  if (integrity === undefined) {
    throw new Error(`no Node 24 is pinned for ${platform}: run this with a Node 24 of your own`);
  }
  const name = platform.startsWith('win') ? 'bin/node.exe' : 'bin/node';
  const folder = await unpackRegistryPackage(
    { spec: `node-${platform}@${version}`, integrity },
    join(cacheDir, `node-${version}-${platform}`),
    { finish: (unpacked) => chmod(join(unpacked, name), 0o755) },
  );
  return join(folder, name);
}
