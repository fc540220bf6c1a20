import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkout } from '../../electron/dev/checkout.ts';

/** The articles that come with the app. */
export const sampleArchive = join(checkout, 'assets/sample-archive');

/** Writes a file that the user who runs the app may read, and returns its path. */
export function writeFile(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  writeFileSync(path, content, { mode: 0o644 });
  return path;
}

/** One article in the shape of a saved page. */
export function page(headline: string, body: string): string {
  return `${headline}\nNORTHPORT — ${body}\n\nShare\nTweet\n`;
}

const things = ['ferry', 'crane', 'warehouse', 'lighthouse', 'customs shed', 'dry dock', 'fish market'];
const acts = ['reopens', 'changes hands', 'is surveyed', 'waits for repairs', 'is sold', 'is flooded'];

/** Writes many different articles, each of which has the word “harbour”, and returns their folder. */
export function writeManyArticles(folder: string, articles: number): string {
  for (let at = 0; at < articles; at += 1) {
    const thing = things[at % things.length] ?? '';
    const act = acts[at % acts.length] ?? '';
    const sentence = `The harbour office said that ${thing} number ${at} ${act} in week ${at % 52}. `;
    const day = `2021/${String(1 + (at % 12)).padStart(2, '0')}/${String(1 + (at % 28)).padStart(2, '0')}`;
    writeFile(
      folder,
      `${day}/${at}.txt`,
      page(`The ${thing} of berth ${at} ${act}`, sentence.repeat(6 + (at % 5))),
    );
  }
  return folder;
}
