import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../parity/random-corpus.ts';

const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo han mer tol rin dak sul pra sten gli kor'.split(
  ' ',
);
const common = 'the of to and in a that said for on was is with by at from his it be were not have had'.split(
  ' ',
);

/** Words by Zipf's law, with new ones coming in as an archive grows (Heaps' law). */
class Vocabulary {
  readonly #words: string[] = [];
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
    for (let count = 0; count < 4_000; count += 1) this.#coin();
  }

  word(): string {
    const draw = this.#random();
    if (draw < 0.4) return common[Math.floor(this.#random() ** 2 * common.length)] ?? 'the';
    if (draw > 0.998) return this.#coin();
    // Squaring twice gives the front of the list about the share that Zipf's law does.
    return this.#words[Math.floor(this.#random() ** 4 * this.#words.length)] ?? 'said';
  }

  #coin(): string {
    const length = 2 + Math.floor(this.#random() * 3);
    const parts = Array.from(
      { length },
      () => syllables[Math.floor(this.#random() * syllables.length)] ?? '',
    );
    const endings = ['', 's', 'ing', 'ed', 'tion'];
    const word = parts.join('') + (endings[Math.floor(this.#random() * endings.length)] ?? '');
    this.#words.push(word);
    return word;
  }
}

function sentence(vocabulary: Vocabulary, random: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 18) }, () => vocabulary.word());
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function page(vocabulary: Vocabulary, random: () => number): string {
  const paragraphs = Array.from({ length: 4 + Math.floor(random() * 8) }, () =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, () => sentence(vocabulary, random)).join(' '),
  );
  const headline = sentence(vocabulary, random).slice(0, -1);
  const furniture = ['Previous Article', sentence(vocabulary, random), 'Related Posts', 'Share', '0'];
  return [
    headline,
    `MARSA NOUR (Northwire) - ${paragraphs[0] ?? ''}`,
    ...paragraphs.slice(1),
    ...furniture,
  ].join('\n\n');
}

/** Writes `count` made-up pages into dated folders under `dir`; the same seed gives the same files. Returns their bytes. */
export async function writeMadeArticles(dir: string, count: number, seed: number): Promise<number> {
  const random = seededRandom(seed);
  const vocabulary = new Vocabulary(random);
  let bytes = 0;
  for (let at = 0; at < count; at += 1) {
    const day = new Date(Date.UTC(2015, 0, 1 + Math.floor((at / count) * 3_000))).toISOString().slice(0, 10);
    const folder = join(dir, ...day.split('-'));
    await mkdir(folder, { recursive: true });
    const text = page(vocabulary, random);
    bytes += Buffer.byteLength(text);
    await writeFile(join(folder, `${String(at)}.txt`), text);
  }
  return bytes;
}
