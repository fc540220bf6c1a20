import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { corpusFolder, type Corpus, type CorpusChoice, type CorpusFolder } from './corpus.ts';
import { generatorVersion } from './generator/generated-articles.ts';
import type { ImportResult } from './jobs/job.ts';
import type { JobReport } from './jobs/run-job.ts';

/** What lies in a folder that is kept from one run to the next. */
type Kept = Readonly<{
  generatorVersion: number;
  choice: CorpusChoice;
  files: CorpusFolder;
  /** The import of `library`, once it has come to its end. */
  imported: JobReport<ImportResult> | null;
}>;

/** Where a run puts its files: a temporary folder that is removed, or one that is kept and used again. */
export class WorkFolder {
  readonly dir: string;
  readonly #isKept: boolean;
  #kept: Kept | null = null;

  constructor(keep: string | null) {
    this.#isKept = keep !== null;
    this.dir = keep === null ? mkdtempSync(join(tmpdir(), 'microfiche-bench-')) : resolve(keep);
    mkdirSync(this.dir, { recursive: true });
    // Also after a run that was broken off.
    process.once('exit', () => this.close());
  }

  get libraryDir(): string {
    return join(this.dir, 'library');
  }

  get #recordPath(): string {
    return join(this.dir, 'bench.json');
  }

  /** The files of the corpus, made unless an earlier run has. Throws when the folder holds those of another one. */
  files(choice: CorpusChoice, corpus: Corpus): CorpusFolder {
    if (existsSync(this.#recordPath)) {
      const kept = JSON.parse(readFileSync(this.#recordPath, 'utf8')) as Kept;
      const isSame = kept.generatorVersion === generatorVersion && isDeepStrictEqual(kept.choice, choice);
      if (!isSame) throw new Error(`${this.dir} was kept from a run over other articles: remove it first`);
      this.#kept = kept;
      return kept.files;
    }
    const files = corpusFolder(choice, corpus, join(this.dir, 'corpus'));
    this.#keep({ generatorVersion, choice, files, imported: null });
    return files;
  }

  /** How the library was imported that an earlier run left; null when there is none. */
  get imported(): JobReport<ImportResult> | null {
    return this.#kept?.imported ?? null;
  }

  keepImport(imported: JobReport<ImportResult>): void {
    if (this.#kept !== null) this.#keep({ ...this.#kept, imported });
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    writeFileSync(this.#recordPath, JSON.stringify(kept));
  }

  /** An empty folder, in which nothing is left of an earlier run. */
  emptyFolder(name: string): string {
    const path = join(this.dir, name);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path);
    return path;
  }

  discard(name: string): void {
    rmSync(join(this.dir, name), { recursive: true, force: true });
  }

  /** Removes everything, unless the folder is to be kept. */
  close(): void {
    if (!this.#isKept) rmSync(this.dir, { recursive: true, force: true });
  }
}
