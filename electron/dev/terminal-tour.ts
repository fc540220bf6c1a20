import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from './checkout.ts';
import { runScript } from './run-command.ts';

type Imported = Readonly<{ articles: number; failed: readonly unknown[]; seconds: number }>;
type Hit = Readonly<{ headline: string; published: unknown; path: string }>;
type Answer = Readonly<{ reading: string; total: number; milliseconds: number; hits: readonly Hit[] }>;

const archive = join(checkout, 'assets/sample-archive');
const queries = ['port strike', 'headline:flood OR caption:dam'];
const shownHits = 3;

/**
 * The app's main job without a window: imports the sample archive, answers two queries, says how to go on.
 * Returns the folder of the library that it made, which stays.
 */
export async function tourInTerminal(): Promise<string> {
  const library = await mkdtemp(join(tmpdir(), 'microfiche-library-'));
  console.log(`\nImporting the sample archive into ${library}`);
  const imported = await ask<Imported>(library, ['import', archive]);
  console.log(
    `  ${imported.articles} articles in ${imported.seconds} s, ${imported.failed.length} files failed`,
  );

  for (const query of queries) {
    const answer = await ask<Answer>(library, ['search', query, '--limit', String(shownHits)]);
    console.log(`\nSearching for ${query}`);
    console.log(`  read as ${answer.reading}: ${answer.total} articles in ${answer.milliseconds} ms`);
    for (const { headline, path } of answer.hits) console.log(`  - ${headline}\n    ${path}`);
  }

  console.log(`
Go on with:
  npm run -s microfiche -- --library ${library} search '"oxygen cylinders"'
  npm run -s microfiche -- --library ${library} show 1
  npm run -s microfiche -- --library ~/articles-library import ~/articles
  npm run -s microfiche -- --help
On a machine with a display, npm start opens the window.`);
  return library;
}

// The shapes are what each command prints with --json.
async function ask<Reply>(library: string, args: readonly string[]): Promise<Reply> {
  const cli = join(checkout, 'dist/cli/microfiche.js');
  const { status, stdout } = await runScript(cli, ['--library', library, ...args, '--json'], {
    output: 'capture',
  });
  if (status !== 0) throw new Error(`microfiche ${args.join(' ')} failed (${status}): ${stdout.trim()}`);
  return JSON.parse(stdout) as Reply;
}
