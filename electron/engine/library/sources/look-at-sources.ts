import type { SourceId } from '../../../contract/ids.ts';
import { isReachable } from './source-paths.ts';
import type { Sources } from './sources.ts';

/** Notes which sources are within reach now. `back`: those that were away before; `changed`: whether any is otherwise. */
export async function lookAtSources(
  sources: Sources,
): Promise<Readonly<{ back: SourceId[]; changed: boolean }>> {
  const back: SourceId[] = [];
  let changed = false;
  for (const { id, path } of sources.all()) {
    const away = !(await isReachable(path, sources.isFile(path)));
    if (!sources.setAway(id, away)) continue;
    changed = true;
    if (!away) back.push(id);
  }
  return { back, changed };
}
