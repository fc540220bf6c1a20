import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { articleId, type NoteId, type TagId } from '../../electron/contract/ids.ts';
import type { Engine } from '../../electron/engine/create-engine.ts';
import { seededRandom } from '../parity/random-corpus.ts';
import { articleText } from './article-tree.ts';
import { openEngine } from './open-engine.ts';
import type { Act } from './peoples-work.ts';

/** What the process that is to be killed is told; it lies in a file, whose path is its argument. */
export type VictimPlan = Readonly<{
  libraryDir: string;
  folder: string;
  /** Makes the names of this run differ from those of every other. */
  run: number;
  seed: number;
  /** Only opens the library, waits until all is mended, and closes it. */
  onlyMends: boolean;
  notes: readonly (readonly [text: string, article: number])[];
  /** Articles whose files are gone, which can be removed for good. */
  missing: readonly number[];
}>;

export type Phase =
  'start-up' | 'open' | 'scanning' | 'importing' | 'adding' | 'merging' | 'closing' | 'closed';

/** One line of what the process says. What was said before the kill is known to have been so. */
export type VictimLine =
  | Readonly<{ said: 'phase'; phase: Phase }>
  | Readonly<{ said: 'begins'; act: Act }>
  | Readonly<{ said: 'done' }>
  | Readonly<{ said: 'seen'; ids: readonly number[] }>
  | Readonly<{ said: 'writes'; path: string; text: string; word: string }>
  | Readonly<{ said: 'imported'; path: string }>;

const actsWhileImporting = 40;
const smallImports = 9;
/** An index at rest has as many: one commit more, and segments are merged. */
const segmentsBeforeMerge = 3;

function say(line: VictimLine): void {
  // At once and on this thread: a line that a kill could still hold back would be worth nothing.
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Imports, tags, writes notes and merges until it is killed, or done. */
export class Victim {
  readonly #plan: VictimPlan;
  readonly #api: Engine['api'];
  readonly #random: () => number;
  readonly #notes: Map<string, number>;
  readonly #missing: number[];
  readonly #seen = new Set<number>();
  #made = 0;

  private constructor(plan: VictimPlan, api: Engine['api']) {
    this.#plan = plan;
    this.#api = api;
    this.#random = seededRandom(plan.seed);
    this.#notes = new Map(plan.notes);
    this.#missing = [...plan.missing];
  }

  static async run(planPath: string): Promise<void> {
    const plan = JSON.parse(readFileSync(planPath, 'utf8')) as VictimPlan;
    say({ said: 'phase', phase: 'start-up' });
    const engine = await openEngine(plan.libraryDir);
    say({ said: 'phase', phase: 'open' });
    if (plan.onlyMends) await engine.api.importFinished({});
    else await new Victim(plan, engine.api).#work(engine);
    say({ said: 'phase', phase: 'closing' });
    await engine.close();
    say({ said: 'phase', phase: 'closed' });
  }

  async #work(engine: Engine): Promise<void> {
    let imports = true;
    engine.on('importProgressed', ({ state }) => {
      if (imports && (state === 'scanning' || state === 'importing')) say({ said: 'phase', phase: state });
    });
    await this.#api.addSources({ paths: [this.#plan.folder] });
    const finished = this.#api.importFinished({});
    for (let nth = 0; nth < actsWhileImporting; nth += 1) {
      await this.#act(false);
      await wait(Math.floor(this.#random() * 12));
    }
    await finished;
    imports = false;
    say({ said: 'phase', phase: 'adding' });
    for (let nth = 0; nth < smallImports; nth += 1) {
      await this.#importOne(nth);
      await this.#act(true);
    }
  }

  /** A commit, and so a segment, for one article: enough of them have to be merged. */
  async #importOne(nth: number): Promise<void> {
    const word = `v${this.#plan.run}x${nth}z`;
    const path = join(this.#plan.folder, `small-${this.#plan.run}-${nth}.txt`);
    const text = articleText(word, this.#random);
    const { segments } = await this.#api.stats({});
    if (segments >= segmentsBeforeMerge) say({ said: 'phase', phase: 'merging' });
    say({ said: 'writes', path, text, word });
    writeFileSync(path, text);
    await this.#api.addSources({ paths: [path] });
    await this.#api.importFinished({});
    say({ said: 'imported', path });
  }

  async #act(quiet: boolean): Promise<void> {
    const ids = await this.#someArticles();
    if (ids.length === 0) return;
    const { act, run } = await this.#chosen(ids, quiet);
    say({ said: 'begins', act });
    await run();
    say({ said: 'done' });
  }

  async #someArticles(): Promise<number[]> {
    const filter = { tags: [], sources: [], untagged: false };
    const request = { query: '*', grammar: 'news', sort: 'newest', filter, typing: false } as const;
    const { total, resultSet } = await this.#api.search({ ...request, offset: 0, limit: 1 });
    const offset = Math.floor(this.#random() * Math.max(1, total - 20));
    const ids = (await this.#api.rows({ resultSet, offset, limit: 40 })).map(({ id }) => Number(id));
    const fresh = ids.filter((id) => !this.#seen.has(id));
    if (fresh.length > 0) say({ said: 'seen', ids: fresh });
    for (const id of fresh) this.#seen.add(id);
    return ids.filter((id) => !this.#missing.includes(id));
  }

  async #chosen(
    ids: readonly number[],
    quiet: boolean,
  ): Promise<Readonly<{ act: Act; run: () => Promise<unknown> }>> {
    const api = this.#api;
    const tags = new Map((await api.listTags({})).map(({ name, id }) => [name, id]));
    const names = [...tags.keys()].sort();
    const name = names[Math.floor(this.#random() * names.length)];
    const other = names[Math.floor(this.#random() * names.length)];
    const some = ids.filter(() => this.#random() < 0.4);
    const draw = this.#random();
    if (draw < 0.25) return this.#noteAct(ids);
    if (draw < 0.35 && quiet && this.#missing.length > 0) {
      const removed = this.#missing.splice(0, 3);
      for (const [text, article] of this.#notes) if (removed.includes(article)) this.#notes.delete(text);
      const selection = { ids: removed.map(articleId) };
      return { act: { act: 'remove', ids: removed }, run: () => api.removeArticles({ selection }) };
    }
    if (draw < 0.42) return { act: { act: 'undo' }, run: () => api.undo({}) };
    if (draw < 0.46) return { act: { act: 'redo' }, run: () => api.redo({}) };
    if (draw < 0.52 && name !== undefined) {
      const to = this.#fresh('tag');
      const tag = tags.get(name) as TagId;
      return { act: { act: 'rename', from: name, to }, run: () => api.renameTag({ tag, name: to }) };
    }
    if (draw < 0.58 && name !== undefined && other !== undefined && name !== other) {
      const request = { tags: [tags.get(name) as TagId], into: tags.get(other) as TagId };
      return { act: { act: 'merge', from: name, into: other }, run: () => api.mergeTags(request) };
    }
    if (draw < 0.61 && name !== undefined) {
      return { act: { act: 'delete', name }, run: () => api.deleteTag({ tag: tags.get(name) as TagId }) };
    }
    // Several at once: an act that was half done must not pass for one that was done or not begun.
    const fresh = names.length < 12 ? [this.#fresh('tag'), this.#fresh('tag')] : [];
    const add = [...fresh, ...(name === undefined ? [] : [name])];
    const remove = names.filter((held) => held !== name && this.#random() < 0.2);
    const tagged = some.length === 0 ? ids.slice(0, 1) : some;
    const selection = { ids: tagged.map(articleId) };
    return {
      act: { act: 'tag', ids: tagged, add, remove },
      run: () => api.setTags({ selection, add, remove }),
    };
  }

  async #noteAct(ids: readonly number[]): Promise<Readonly<{ act: Act; run: () => Promise<unknown> }>> {
    const api = this.#api;
    const texts = [...this.#notes.keys()];
    const old = texts[Math.floor(this.#random() * texts.length)];
    const note = old === undefined ? null : await this.#noteId(old);
    if (old === undefined || note === null || this.#random() < 0.5) {
      const article = ids[Math.floor(this.#random() * ids.length)] ?? 0;
      const text = this.#fresh('note');
      this.#notes.set(text, article);
      const run = (): Promise<unknown> => api.addNote({ article: articleId(article), text });
      return { act: { act: 'note', article, text }, run };
    }
    const article = this.#notes.get(old) ?? 0;
    this.#notes.delete(old);
    if (this.#random() < 0.4) {
      return { act: { act: 'delete note', text: old }, run: () => api.deleteNote({ note }) };
    }
    const to = this.#fresh('note');
    this.#notes.set(to, article);
    return { act: { act: 'edit note', from: old, to }, run: () => api.editNote({ note, text: to }) };
  }

  async #noteId(text: string): Promise<NoteId | null> {
    const id = articleId(this.#notes.get(text) ?? 0);
    const { notes } = await this.#api.article({ id, resultSet: null });
    return notes.find((note) => note.text === text)?.id ?? null;
  }

  #fresh(kind: string): string {
    return `${kind} ${this.#plan.run}-${this.#made++}`;
  }
}
