import { SvelteMap } from 'svelte/reactivity';
import type { Source } from '../../../electron/contract/archive-api.ts';
import type { SourceId } from '../../../electron/contract/ids.ts';
import { archive, onArchive, pathOfFile, shell } from '../../archive.ts';

export type SourceWeight = Awaited<ReturnType<typeof archive.weighSource>>;

/** The folders and files that the library is made of. */
export class SourcesState {
  sources = $state.raw<readonly Source[]>([]);
  isLoaded = $state(false);
  /** Called when the list may have changed. */
  onLoad: () => void = () => undefined;
  /** What the sources view shows. */
  pane = $state<'sources' | 'failures'>('sources');

  readonly #paths = new SvelteMap<SourceId, string>();

  /** Returns the end of the subscription. */
  listen(): () => void {
    const ends = [
      onArchive('sourcesChanged', () => void this.load()),
      onArchive('articlesChanged', () => void this.load()),
    ];
    return () => ends.forEach((end) => end());
  }

  async load(): Promise<void> {
    this.sources = await archive.listSources({});
    this.isLoaded = true;
    for (const { id, path } of this.sources) this.#paths.set(id, path);
    this.onLoad();
  }

  has(id: SourceId): boolean {
    return this.sources.some((source) => source.id === id);
  }

  /** Also of one that is gone. */
  pathOf(id: SourceId): string | undefined {
    return this.#paths.get(id);
  }

  async add(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    this.sources = await archive.addSources({ paths });
  }

  /** Asks for folders or files and adds what was chosen. */
  async choose(kind: 'folders' | 'files'): Promise<void> {
    await this.add(await shell.choosePaths({ kind }));
  }

  async addSample(): Promise<void> {
    const { sampleArchiveDir } = await shell.info({});
    await this.add([sampleArchiveDir]);
  }

  /** Adds what was dropped on the window; what is no file of this computer, like text, has no path. */
  async addDropped(files: readonly File[]): Promise<void> {
    await this.add(files.map(pathOfFile).filter((path) => path !== ''));
  }

  /** What removing a source would take away. */
  async weigh(source: SourceId): Promise<SourceWeight> {
    return archive.weighSource({ source });
  }

  /** All of them when none is named. */
  async rescan(sources: readonly SourceId[] = []): Promise<void> {
    await archive.rescan({ sources });
  }

  async remove(source: SourceId): Promise<number> {
    const { removed } = await archive.removeSource({ source });
    await this.load();
    return removed;
  }
}
