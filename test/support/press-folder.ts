import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleId, SourceId } from '../../electron/contract/ids.ts';
import { createEngine, type Engine } from '../../electron/engine/create-engine.ts';
import { threadsUrl } from './bundles.ts';

/** A folder `press` that is the one source of a library beside it. */
export class PressFolder {
  readonly root: string;
  #engine: Engine | null = null;

  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'microfiche-press-'));
    mkdirSync(join(this.root, 'press'));
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.root, 'press', name), content);
  }

  /** Adds the folder to a new library, and waits until everything in it was read. */
  async read(): Promise<Engine> {
    this.#engine = await createEngine({
      libraryDir: join(this.root, 'library'),
      threadsUrl,
      clock: () => performance.now(),
      log: () => undefined,
    });
    await this.#engine.api.addSources({ paths: [join(this.root, 'press')] });
    await this.#engine.api.importFinished({});
    return this.#engine;
  }

  async source(): Promise<SourceId> {
    const [first] = (await this.#engine?.api.listSources({})) ?? [];
    if (first === undefined) throw new Error('there is no source');
    return first.id;
  }

  async find(query: string): Promise<readonly ArticleId[]> {
    const answer = await this.#engine?.api.search({
      ...{ query, grammar: 'news', sort: 'relevance', offset: 0, limit: 10, typing: false },
      filter: { tags: [], sources: [], untagged: false },
    });
    return answer?.hits.map(({ id }) => id) ?? [];
  }

  async close(): Promise<void> {
    await this.#engine?.close();
    rmSync(this.root, { recursive: true });
  }
}
