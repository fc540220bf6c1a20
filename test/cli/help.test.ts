import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { usage } from '../../electron/cli/usage.ts';
import { helpTopic } from '../../electron/cli/help.ts';
import { checkout } from '../../electron/dev/checkout.ts';

it.each([
  [['help', 'query'], 'query'],
  [['--library', '/press', 'help', 'query', '--json'], 'query'],
  [['--library=/press', 'help'], ''],
  [['search', 'help'], null],
])('%j asks for help on %j', (args, topic) => {
  expect(helpTopic(args)).toBe(topic);
});

it('every command of --help stands in docs/command-line.md', () => {
  const page = readFileSync(join(checkout, 'docs/command-line.md'), 'utf8');
  const names = new Set([...usage.matchAll(/^ {2}([a-z]+)\b/gmu)].map(([, name = '']) => name));
  expect(names.size).toBeGreaterThan(20);
  expect([...names].filter((name) => !new RegExp(`(?:/press |\`)${name}\\b`, 'u').test(page))).toEqual([]);
});
