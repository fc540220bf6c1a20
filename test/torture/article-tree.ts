import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Entry = {
  /** SHA-256 of everything that the file ever said, oldest first. */
  readonly said: string[];
  /** A word that only this text has. */
  word: string;
  /** Moved, copied and copied-from files are left alone: then an article keeps its id whatever happens. */
  settled: boolean;
};

const filler = (
  'harbour crane ferry council river flood bridge minister market winter orchard lantern canal signal railway ' +
  'quarry museum glass timber tower ledger winch pilot beacon'
).split(' ');

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A folder of articles that grows and changes between rounds, and what is known of each file. */
export class ArticleTree {
  readonly dir: string;
  readonly #random: () => number;
  readonly #files = new Map<string, Entry>();
  #made = 0;

  constructor(dir: string, random: () => number) {
    this.dir = dir;
    this.#random = random;
    mkdirSync(dir, { recursive: true });
  }

  /** Paths of the files that are there now. */
  paths(): string[] {
    return [...this.#files.keys()];
  }

  sha256At(path: string): string | null {
    return this.#files.get(path)?.said.at(-1) ?? null;
  }

  everSaid(path: string, hash: string): boolean {
    return this.#files.get(path)?.said.includes(hash) ?? false;
  }

  wordAt(path: string): string | null {
    return this.#files.get(path)?.word ?? null;
  }

  add(count: number): void {
    for (let nth = 0; nth < count; nth += 1) {
      const folder = String(Math.floor(this.#random() * 12));
      const { text, word } = this.#text();
      this.#write(join(this.dir, folder, `${this.#made}.txt`), text, word);
    }
  }

  /** Edits, moves, copies and deletes some of the files. */
  change(count: number): void {
    for (let nth = 0; nth < count; nth += 1) {
      const paths = this.paths();
      const path = paths[Math.floor(this.#random() * paths.length)];
      const entry = path === undefined ? undefined : this.#files.get(path);
      if (path === undefined || entry === undefined || entry.settled) continue;
      const draw = this.#random();
      // An edited file that is moved or copied before it was read again is two articles, by the rules of identity.
      const isEdited = entry.said.length > 1;
      if (draw < 0.5 || (isEdited && draw < 0.85)) {
        const { text, word } = this.#text();
        this.#write(path, text, word);
      } else if (draw < 0.7) {
        const moved = join(this.dir, 'moved', `${this.#made++}.txt`);
        mkdirSync(dirname(moved), { recursive: true });
        renameSync(path, moved);
        this.#files.delete(path);
        this.#files.set(moved, { ...entry, settled: true });
      } else if (draw < 0.85) {
        const copied = join(this.dir, 'copied', `${this.#made++}.txt`);
        mkdirSync(dirname(copied), { recursive: true });
        writeFileSync(copied, readFileSync(path));
        entry.settled = true;
        this.#files.set(copied, { ...entry, settled: true });
      } else {
        rmSync(path);
        this.#files.delete(path);
      }
    }
  }

  /** Takes over a file that the killed process was to write. */
  adopt(path: string, text: string, word: string): void {
    if (!existsSync(path)) return;
    // The kill may have come between making the file and filling it; nobody can have read it then.
    if (readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
    this.#files.set(path, { said: [sha256(text)], word, settled: true });
  }

  #write(path: string, text: string, word: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    const said = this.#files.get(path)?.said ?? [];
    this.#files.set(path, { said: [...said, sha256(text)], word, settled: false });
  }

  #text(): Readonly<{ text: string; word: string }> {
    const word = `q${(this.#made++).toString(36)}z`;
    return { text: articleText(word, this.#random), word };
  }
}

/** An article with a word that no other has. */
export function articleText(word: string, random: () => number): string {
  const pick = (): string => filler[Math.floor(random() * filler.length)] ?? '';
  const sentence = (): string => `The ${Array.from({ length: 9 }, pick).join(' ')} of ${word}.`;
  const paragraphs = Array.from({ length: 3 + Math.floor(random() * 6) }, sentence);
  return `The ${pick()} and the ${pick()} of ${word}\n\nMARSA NOUR (Northwire) - ${paragraphs.join('\n\n')}\n`;
}
