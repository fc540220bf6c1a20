import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ArticleTree } from './article-tree.ts';
import { runAndKill, type KillAt, type KilledRun } from './killed-run.ts';
import { openEngine } from './open-engine.ts';
import { afterAct, noWork, workInWords, type WorkState } from './peoples-work.ts';
import { incomplete, lostArticles, readHeld, type Held } from './verdict.ts';

/** Moments to kill at, one after the other, so that even a short run meets all of them. */
const moments: readonly Readonly<{ after: KillAt['after']; most: number; withinMs: number }>[] = [
  { after: 'scanning', most: 1, withinMs: 400 },
  { after: 'text.sqlite-wal', most: 30, withinMs: 8 },
  { after: 'act', most: 45, withinMs: 10 },
  { after: 'merging', most: 1, withinMs: 300 },
  { after: 'closing', most: 1, withinMs: 60 },
  { after: 'library.sqlite-wal', most: 60, withinMs: 4 },
  { after: 'index.sqlite-wal', most: 60, withinMs: 4 },
  { after: 'start', most: 1, withinMs: 400 },
  { after: 'importing', most: 1, withinMs: 500 },
  { after: 'adding', most: 1, withinMs: 400 },
];
/** Runs that end before their moment bring it forward as far as this divisor. */
const earliest = 256;
const firstArticles = 500;
const articlesARound = 90;

/** A library whose every process is killed, with what it has to hold nevertheless. */
export class TorturedLibrary {
  readonly dir: string;
  readonly problems: string[] = [];
  acts = 0;
  articles = 0;
  #runs = 0;
  readonly #random: () => number;
  readonly #tree: ArticleTree;
  readonly #seen = new Set<number>();
  readonly #imported = new Set<string>();
  #work: WorkState = noWork;
  #held: Held | null = null;

  constructor(dir: string, random: () => number) {
    this.dir = dir;
    this.#random = random;
    mkdirSync(dir, { recursive: true });
    this.#tree = new ArticleTree(join(dir, 'articles'), random);
    this.#tree.add(firstArticles);
  }

  /** Runs until one kill has come, or two, and looks at what they left. Returns the phases that were hit. */
  async round(nth: number): Promise<string[]> {
    const { after, most, withinMs } = moments[nth % moments.length] ?? {
      after: 'start',
      most: 1,
      withinMs: 500,
    };
    const at: KillAt = {
      after,
      nth: 1 + Math.floor(this.#random() * most),
      delayMs: Math.floor(this.#random() * (withinMs + 1)),
    };
    let run = await this.#run(nth, at, false);
    // It was done before: once more, earlier.
    for (let early = 2; !run.killed; early *= 2) {
      if (early > earliest) throw new Error(`round ${nth}: “${after}” never happened`);
      const sooner = { ...at, nth: Math.ceil(at.nth / early), delayMs: Math.floor(at.delayMs / early) };
      run = await this.#run(nth, sooner, false);
    }
    const hit = [inWords(run)];
    // A library that was cut off once may be cut off again while it mends itself.
    if (this.#random() < 0.3) {
      const delayMs = Math.floor(this.#random() * 400);
      const mending = await this.#run(nth, { after: 'start', nth: 1, delayMs }, true);
      if (mending.killed) hit.push(`mending (${inWords(mending)})`);
    }
    await this.#look(nth, hit.join(', then '));
    this.#tree.change(Math.floor(articlesARound / 3));
    this.#tree.add(articlesARound);
    return hit;
  }

  /** A second import has to complete what the killed ones began. */
  async complete(): Promise<void> {
    const engine = await openEngine(join(this.dir, 'library'));
    try {
      await engine.api.addSources({ paths: [this.#tree.dir] });
      await engine.api.importFinished({});
      const held = await readHeld(engine.api, this.#tree);
      const problems = [...held.problems, ...(await incomplete(engine.api, held, this.#tree))];
      if (held.work !== this.#inWords(this.#work)) problems.push('tags or notes changed by an import');
      this.problems.push(...problems.map((problem) => `after the second import: ${problem}`));
      this.articles = held.records.length;
    } finally {
      await engine.close();
    }
  }

  dispose(): void {
    rmSync(this.dir, { recursive: true });
  }

  async #run(round: number, at: KillAt, onlyMends: boolean): Promise<KilledRun> {
    const run = await runAndKill(
      join(this.dir, 'plan.json'),
      {
        libraryDir: join(this.dir, 'library'),
        folder: this.#tree.dir,
        run: (this.#runs += 1),
        seed: Math.floor(this.#random() * 1_000_000),
        onlyMends,
        notes: [...this.#work.notes],
        missing: (this.#held?.records ?? []).filter(({ missing }) => missing).map(({ id }) => id),
      },
      at,
    );
    let begun: WorkState | null = null;
    for (const line of run.lines) {
      if (line.said === 'begins') begun = afterAct(this.#work, line.act);
      else if (line.said === 'done') {
        this.#work = begun ?? this.#work;
        begun = null;
        this.acts += 1;
      } else if (line.said === 'seen') for (const id of line.ids) this.#seen.add(id);
      else if (line.said === 'writes') this.#tree.adopt(line.path, line.text, line.word);
      else if (line.said === 'imported') this.#imported.add(line.path);
    }
    // The act that was cut off may have been done or not.
    if (begun !== null) await this.#settle(round, begun);
    return run;
  }

  async #settle(round: number, begun: WorkState): Promise<void> {
    const held = await this.#read();
    if (held.work === this.#inWords(begun)) this.#work = begun;
    else if (held.work !== this.#inWords(this.#work))
      this.#differs(round, held, 'an act that was cut off is half done');
  }

  async #look(round: number, how: string): Promise<void> {
    const held = await this.#read();
    const lost = lostArticles(held, this.#tree, this.#seen, this.#imported, this.#work);
    for (const problem of [...held.problems, ...lost])
      this.problems.push(`round ${round}, killed ${how}: ${problem}`);
    if (held.work !== this.#inWords(this.#work))
      this.#differs(round, held, `killed ${how}: tags or notes differ`);
    this.#held = held;
  }

  async #read(): Promise<Held> {
    const engine = await openEngine(join(this.dir, 'library'));
    try {
      await engine.api.importFinished({});
      return await readHeld(engine.api, this.#tree);
    } finally {
      await engine.close();
    }
  }

  #inWords({ tags, notes }: WorkState): string {
    return workInWords(tags, notes);
  }

  #differs(round: number, held: Held, what: string): void {
    const expected = new Set(this.#inWords(this.#work).split('\n'));
    const actual = new Set(held.work.split('\n'));
    const lines = [
      ...[...expected].filter((line) => !actual.has(line)).map((line) => `  expected ${line.slice(0, 200)}`),
      ...[...actual].filter((line) => !expected.has(line)).map((line) => `  found    ${line.slice(0, 200)}`),
    ];
    this.problems.push([`round ${round}, ${what}`, ...lines.slice(0, 20)].join('\n'));
  }
}

function inWords({ phase, duringAct }: KilledRun): string {
  return duringAct ? `${phase}, in an act` : phase;
}
