import type { Source } from '../../electron/contract/archive-api.ts';
import type { SourceId } from '../../electron/contract/ids.ts';
import { archive, onArchive } from '../archive.ts';

/** The folders and files that the library is made of. */
export class SourcesState {
  sources = $state.raw<readonly Source[]>([]);
  isLoaded = $state(false);

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
  }

  async add(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    this.sources = await archive.addSources({ paths });
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
